"""Polish words: Poland."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)

POLISH = Wording(
    own="pl",
    versions={
        "dubbing": dubbed(OWN),
        "dubb": dubbed(OWN),
        "dub": dubbed(OWN),
        "dubbingowany": dubbed(OWN),
        # One voice reads all parts over the original sound.
        "lektor": dubbed(OWN),
        "lektorem": dubbed(OWN),
        "wersja polska": spoken("pl"),
        "polska wersja językowa": spoken("pl"),
        "wersja oryginalna": original(),
        "oryginalna wersja językowa": original(),
        "napisy dla niesłyszących": _CAPTIONED,
        "audiodeskrypcja": _DESCRIBED,
    },
    subtitles=("napisami",),
    subtitled=("napisy", "nap"),
    no_subtitles=("bez napisów",),
    speech=("wersja", "wersja językowa", "język"),
    without=("bez",),
    with_=("z", "ze"),
    and_=("i", "oraz", "w", "po"),
    languages={
        "pl": ("PL", "pol"),
        "en": ("EN", "ENG", "ang"),
        "uk": ("UA", "ukr"),
        "de": ("DE", "niem"),
        "fr": ("FR",),
    },
    endings={"i": ("ie", "a", "im", "imi", "iego", "u")},
    ages=("od {} lat", "{} lat"),
    events=(
        "przedpremiera",
        "przedpremierowo",
        "premiera",
        "pokaz specjalny",
        "spotkanie",
        "dyskusja",
        "DKF",
        "maraton",
    ),
    guests=("z udziałem", "spotkanie z", "z prelekcją"),
    ordinary=("wersja", "język", "nap", "dub", "bez", "spotkanie z"),
)
