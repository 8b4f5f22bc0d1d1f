"""Czech words, and Slovak ones beside them: the notations of Czechia and Slovakia."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)
_DUBBED = dubbed(OWN)
_ORIGINAL = original()

CZECH = Wording(
    own="cs",
    versions={
        "dabing": _DUBBED,
        "dab": _DUBBED,
        "dabováno": _DUBBED,
        "dabovaný": _DUBBED,
        "dabované": _DUBBED,
        "dabovaná verze": _DUBBED,
        "české znění": spoken("cs"),
        "česká verze": spoken("cs"),
        "slovenské znění": spoken("sk"),
        "slovenské znenie": spoken("sk"),
        "původní znění": _ORIGINAL,
        "původní verze": _ORIGINAL,
        "originální znění": _ORIGINAL,
        "originální verze": _ORIGINAL,
        "pôvodné znenie": _ORIGINAL,
        "originálne znenie": _ORIGINAL,
        "titulky pro neslyšící": _CAPTIONED,
        "audiopopis": _DESCRIBED,
    },
    subtitles=("titulkami", "titulky k"),
    subtitled=("titulky", "titulkováno", "titulkovaný", "titulkovaná verze", "tit"),
    no_subtitles=("bez titulků", "bez titulkov"),
    speech=("znění", "znenie", "verze", "verzia", "mluveno"),
    without=("bez",),
    with_=("s", "se", "so"),
    and_=("a", "v", "ve"),
    languages={
        "cs": ("CZ", "ČJ", "čes", "česky"),
        "sk": ("SK", "SJ", "slov"),
        "en": ("EN", "AJ", "angl", "ENG"),
        "de": ("DE", "NJ", "něm"),
        "fr": ("FR", "FJ", "franc"),
        "pl": ("PL", "pol"),
        "uk": ("UA", "ukr"),
        "ja": ("JP", "jap"),
    },
    endings={
        "čtina": ("cky", "cký", "cké", "ckými", "cká", "ckém"),
        "ština": ("sky", "ský", "ské", "skými", "ská", "ském"),
        "mčina": ("mecky", "mecký", "mecké", "meckými", "mecká"),
    },
    ages=("od {} let", "do {} let nevhodné", "nevhodné do {} let"),
    events=("předpremiéra", "premiéra", "beseda", "debata", "přednáška", "úvod", "diskuse", "predpremiéra"),
    guests=("za účasti", "s besedou", "s delegací", "s úvodem", "s debatou"),
    ordinary=("verze", "verzia", "tit", "dab", "bez", "titulky k"),
)
