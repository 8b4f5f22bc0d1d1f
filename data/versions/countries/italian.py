"""Italian words: Italy, and with others Switzerland."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)

ITALIAN = Wording(
    own="it",
    versions={
        # A VO in Italy has Italian subtitles more often than not, but nobody says so.
        "VO": original(),
        "Versione originale": original(),
        "Lingua originale": original(),
        "VOS": original(OWN),
        "VOSI": original("it"),
        "Versione originale sottotitolata": original(OWN),
        "VO sottotitolata": original(OWN),
        "VI": spoken("it"),
        "Versione italiana": spoken("it"),
        "Doppiato": dubbed(OWN),
        "Doppiata": dubbed(OWN),
        "Sottotitoli per non udenti": _CAPTIONED,
        "Non udenti": _CAPTIONED,
        "Audiodescrizione": _DESCRIBED,
    },
    subtitles=("sott", "sottotit", "sottotitoli", "sottotitolato", "sottotitolata", "sottotitolati", "sub", "subs"),
    speech=("versione", "lingua", "parlato", "audio"),
    without=("senza",),
    with_=("con",),
    and_=("e", "in"),
    languages={
        "it": ("ITA", "IT", "ital"),
        "en": ("ENG", "ING", "ingl", "EN"),
        "fr": ("FRA", "franc"),
        "de": ("TED",),
        "es": ("SPA",),
    },
    endings={"o": ("a", "i", "e"), "e": ("i",)},
    languages_follow=True,
    ages=("VM {}", "vietato ai minori di {} anni", "dai {} anni"),
    events=("Anteprima", "Anteprima nazionale", "Evento speciale", "Cineforum", "Incontro", "Dibattito", "Rassegna"),
    guests=("alla presenza", "in presenza", "con ospite", "incontro con"),
    ordinary=("sub", "subs", "versione", "lingua", "lingua originale", "audio", "in presenza", "VI", "incontro con"),
)
