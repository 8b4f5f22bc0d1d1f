"""French words: France, and with others Belgium, Luxembourg and Switzerland."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_FRENCH_CAPTIONED = Version(audio=("fr",), subtitles=("fr",), captions=True)
_DESCRIBED = Version(audio_description=True)

FRENCH = Wording(
    own="fr",
    versions={
        "VF": spoken("fr"),
        "VFF": spoken("fr"),
        "VFQ": spoken("fr-CA"),
        "Version française": spoken("fr"),
        "Version fr": spoken("fr"),
        "Doublé": dubbed(OWN),
        "Doublée": dubbed(OWN),
        "Version doublée": dubbed(OWN),
        # Most of what is called VO has French subtitles, but not all.
        "VO": original(),
        "Version originale": original(),
        "VOF": Version(audio=("fr",), is_original=True, subtitles=()),
        "VOA": Version(audio=("en",), is_original=True),
        "VOST": original(OWN),
        "VO sous-titrée": original(OWN),
        "Version originale sous-titrée": original(OWN),
        "VOSTF": original("fr"),
        "VOSTFR": original("fr"),
        "VOSTA": original("en"),
        "VOSTANG": original("en"),
        "VOSTB": original("fr", "nl"),
        "VOSTBIL": original("fr", "nl"),
        "VFST": _FRENCH_CAPTIONED,
        "VFSTF": _FRENCH_CAPTIONED,
        "VFSTFR": _FRENCH_CAPTIONED,
        "VFSME": _FRENCH_CAPTIONED,
        "SME": _CAPTIONED,
        "ST SME": _CAPTIONED,
        "Sourds et malentendants": _CAPTIONED,
        "Sous-titres sourds et malentendants": _CAPTIONED,
        "AD": _DESCRIBED,
        "Audiodescription": _DESCRIBED,
        "Audiovision": _DESCRIBED,
    },
    shapes={"VOST{read}": original()},
    subtitles=("st", "stt", "sous-titres", "sous-titre", "sous-titré", "sous-titrée", "sous-titrés"),
    speech=("version", "parlé", "langue", "audio"),
    without=("sans",),
    with_=("avec",),
    and_=("et", "en"),
    languages={
        "fr": ("FR", "fra", "franç"),
        "en": ("EN", "ang", "angl", "anglaise"),
        "nl": ("NL", "néerl", "flamand"),
        "de": ("DE", "all"),
        "es": ("ES", "esp"),
        "it": ("IT", "ital"),
    },
    endings={"ien": ("ienne", "iens", "iennes"), "": ("e", "s", "es")},
    languages_follow=True,
    ages=("dès {} ans", "à partir de {} ans", "interdit aux moins de {} ans", "int. -{}", "int. -{} ans", "-{} ans"),
    events=(
        *("Avant-première", "AVP", "Ciné-club", "Séance spéciale", "Débat", "Rencontre", "Ciné-débat", "Ciné-goûter"),
        *("Ciné-rencontre", "Ciné-concert", "Ciné-relax", "Court métrage", "Courts métrages", "Masterclass"),
    ),
    guests=("en présence", "suivi d'un débat", "suivi d'une rencontre", "avec débat", "en avant-première"),
    ordinary=("version", "langue", "audio", "AD", "st", "VOA", "sous-titre", "en présence"),
)
