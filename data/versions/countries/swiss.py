"""Swiss letters, the same in all parts of the country: `E/df` is spoken in English and read in German and French."""

from data.versions.countries.wording import OWN, Wording, original
from data.versions.version import UNKNOWN

SWISS = Wording(
    own=OWN,
    shapes={"OV/{read}": original(), "OmU/{read}": original(), "O/{read}": original(), "{heard}/{read}": UNKNOWN},
    languages={
        "de": ("D",),
        "fr": ("F",),
        "it": ("I",),
        "en": ("E",),
        "rm": ("R",),
        "es": ("Sp",),
        "ja": ("J",),
        "gsw": ("Dialekt",),
    },
    ordinary=("{heard}/{read}",),
)
