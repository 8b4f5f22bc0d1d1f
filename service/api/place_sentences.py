"""What an answer about places lacks, as a sentence for whoever typed: German or English, and never what was typed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from service.outside.lookup import Missing

Language = Literal["de", "en"]


class Hint(StrEnum):
    """What is to be said without anybody having been asked."""

    BY_POST = "by-post"
    NO_GEOCODER = "no-geocoder"


SENTENCES: Mapping[Missing | Hint, Mapping[Language, str]] = {
    Hint.BY_POST: {
        "de": "Hausnummern sucht nur POST /api/v1/places, damit sie in keiner Adresszeile stehen.",
        "en": "House numbers are looked up by POST /api/v1/places only, so that they stand in no address bar.",
    },
    Hint.NO_GEOCODER: {
        "de": "Straßen und Hausnummern kennt diese Installation nicht. Schreib Postleitzahl, Ortsteil oder Bahnhof.",
        "en": "This installation knows no streets and house numbers. Write a postcode, neighbourhood or station.",
    },
    Missing.RESTING: {
        "de": "Die Adresssuche ist gerade beschäftigt. Versuch es gleich noch einmal, oder schreib die Postleitzahl.",
        "en": "The address search is busy. Try again in a moment, or write the postcode.",
    },
    Missing.FAILED: {
        "de": "Die Adresssuche antwortet nicht. Schreib Postleitzahl, Ortsteil oder Bahnhof.",
        "en": "The address search gives no answer. Write a postcode, neighbourhood or station.",
    },
    Missing.SLOW: {
        "de": "Die Adresssuche braucht zu lange. Schreib Postleitzahl, Ortsteil oder Bahnhof.",
        "en": "The address search takes too long. Write a postcode, neighbourhood or station.",
    },
    Missing.SWAPPED: {
        "de": "Die Adresssuche hat Breite und Länge vertauscht; hier stehen sie richtig. Prüf den Ort.",
        "en": "The address search had latitude and longitude swapped; here they are put right. Check the place.",
    },
    Missing.NOTHING: {
        "de": "Diese Adresse ist nicht bekannt. Prüf die Schreibweise, oder schreib die Postleitzahl.",
        "en": "This address is not known. Check its spelling, or write the postcode.",
    },
}
