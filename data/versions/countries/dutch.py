"""Dutch words: the Netherlands, and with others Belgium."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, original_without_subtitles, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)

DUTCH = Wording(
    own="nl",
    versions={
        # Films for adults are always subtitled there; that an OV is, nobody says.
        "OV": original(),
        "Originele versie": original(),
        "Oorspronkelijke versie": original(),
        "OV zonder ondertiteling": original_without_subtitles(),
        "NL gesproken": spoken("nl"),
        "Nederlands gesproken": spoken("nl"),
        "Nederlandse versie": spoken("nl"),
        "Vlaamse versie": spoken("nl"),
        "Nagesynchroniseerd": dubbed(OWN),
        "Ondertiteling voor doven en slechthorenden": _CAPTIONED,
        "Doven en slechthorenden": _CAPTIONED,
        "Audiodescriptie": _DESCRIBED,
    },
    subtitles=("ondertiteling", "ondertitels", "ondertitel", "st"),
    subtitled=("ondertiteld", "ondert"),
    speech=("gesproken", "versie", "taal"),
    without=("zonder", "geen"),
    with_=("met",),
    languages={
        "nl": ("NL", "ned", "vlaams"),
        "en": ("EN", "eng", "ENG"),
        "fr": ("FR",),
        "de": ("DE",),
    },
    endings={"": ("e", "talig", "talige")},
    ages=("vanaf {} jaar", "{} jaar en ouder", "Kijkwijzer {}"),
    events=("Voorpremière", "Première", "Nagesprek", "Inleiding", "Lezing", "Sneak Preview", "Sneak", "Ladies Night"),
    guests=("met nagesprek", "met inleiding", "met gast", "in aanwezigheid"),
    ordinary=("versie", "taal", "st", "geen", "gesproken"),
)
