"""Which country writes in which notation; a country that has none of its own reads English and German words."""

from data.versions.countries.english import ENGLISH
from data.versions.countries.german import GERMAN
from data.versions.countries.wording import Country, Label, Read

GERMANY = Country(
    codes=("DE", "AT", "LI"),
    wordings=(GERMAN, ENGLISH),
    labels=(
        Label("DF", heard="de", read=Read.NONE),
        Label("OV", is_original=True, read=Read.SURELY_NONE),
        Label("OmU", is_original=True, read="de"),
        Label("Om{read}U", is_original=True, read=Read.SOME),
        Label("{heard} m. {read} UT", read=Read.SOME),
        Label("{heard}"),
    ),
    letters={"en": "e", "fr": "f", "es": "sp", "it": "i"},
)
_COUNTRIES = (GERMANY,)
BY_CODE = {code: country for country in _COUNTRIES for code in country.codes}


def country_of(code: str) -> Country:
    """Find the notation of a country (ISO 3166)."""
    return BY_CODE.get(code.upper(), GERMANY)
