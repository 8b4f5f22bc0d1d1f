"""Which country writes in which notation: the words that are read there, and the labels that stand at its doors."""

from dataclasses import replace

from data.versions.countries.czech import CZECH
from data.versions.countries.dutch import DUTCH
from data.versions.countries.english import ENGLISH
from data.versions.countries.french import FRENCH
from data.versions.countries.german import GERMAN
from data.versions.countries.italian import ITALIAN
from data.versions.countries.japanese import JAPANESE
from data.versions.countries.polish import POLISH
from data.versions.countries.spanish import SPANISH
from data.versions.countries.swiss import SWISS
from data.versions.countries.wording import Country, Label, Read
from data.versions.version import UNKNOWN_LANGUAGE

_NONE, _SURELY_NONE, _SOME = Read.NONE, Read.SURELY_NONE, Read.SOME

GERMANY = Country(
    codes=("DE", "AT", "LI"),
    wordings=(GERMAN, ENGLISH),
    labels=(
        Label("DF", heard="de", read=_NONE),
        Label("OV", is_original=True, read=_SURELY_NONE),
        Label("OmU", is_original=True, read="de"),
        Label("Om{read}U", is_original=True, read=_SOME),
        Label("{heard} m. {read} UT", read=_SOME),
        Label("{heard}"),
    ),
    letters={"en": "e", "fr": "f", "es": "sp", "it": "i"},
)
SWITZERLAND = Country(
    codes=("CH",),
    wordings=(SWISS, GERMAN, FRENCH, ITALIAN, ENGLISH),
    labels=(
        Label("OV/{read}", heard=UNKNOWN_LANGUAGE, is_original=True, read=_SOME),
        Label("OV", heard=UNKNOWN_LANGUAGE, is_original=True, read=_NONE),
        Label("{heard}/{read}", read=_SOME),
        Label("{heard}"),
    ),
    letters={"de": "d", "fr": "f", "it": "i", "en": "e"},
    spelled={"de": "D", "fr": "F", "it": "I", "en": "E"},
    joined_by="&",
    unheard="?",
)
FRANCE = Country(
    codes=("FR", "MC"),
    wordings=(FRENCH, ENGLISH),
    labels=(
        Label("VFSTF", heard="fr", read="fr", is_captioned=True),
        Label("VF", heard="fr", read=_NONE),
        Label("VFQ", heard="fr-CA", read=_NONE),
        Label("VOSTFR", is_original=True, read="fr"),
        Label("VOSTA", is_original=True, read="en"),
        Label("VO st {read}", is_original=True, read=_SOME),
        Label("VO", is_original=True, read=_NONE),
        Label("{heard} st {read}", read=_SOME),
        Label("{heard}"),
    ),
    joined_by="&",
    captions="SME",
    audio_description="AD",
)
# Brussels reads in two languages: which ones a VOST means there, it has to say.
BELGIUM = replace(
    FRANCE,
    codes=("BE", "LU"),
    wordings=(FRENCH, DUTCH, GERMAN, ENGLISH),
    own=UNKNOWN_LANGUAGE,
    labels=(Label("NL", heard="nl", read=_NONE), *FRANCE.labels),
)
SPAIN = Country(
    codes=("ES", "AD"),
    wordings=(SPANISH, ENGLISH),
    labels=(
        Label("VE", heard="es", read=_NONE),
        Label("VC", heard="ca", read=_NONE),
        Label("VOSE", is_original=True, read="es"),
        Label("VOSC", is_original=True, read="ca"),
        Label("VO sub. {read}", is_original=True, read=_SOME),
        Label("VO", is_original=True, read=_NONE),
        Label("{heard} sub. {read}", read=_SOME),
        Label("{heard}"),
    ),
)
ITALY = Country(
    codes=("IT", "SM", "VA"),
    wordings=(ITALIAN, ENGLISH),
    labels=(
        Label("ITA", heard="it", read=_NONE),
        Label("V.O. SOTT {read}", is_original=True, read=_SOME),
        Label("V.O.", is_original=True, read=_NONE),
        Label("{heard} SOTT {read}", read=_SOME),
        Label("{heard}"),
    ),
    spelled={"it": "ITA", "en": "ENG", "fr": "FRA", "de": "TED", "es": "SPA"},
)
CZECHIA = Country(
    codes=("CZ",),
    wordings=(CZECH, ENGLISH),
    labels=(
        Label("dabing", heard="cs", is_original=False, read=_NONE),
        Label("česky", heard="cs", read=_NONE),
        Label("titulky", is_original=True, read="cs"),
        Label("titulky {read}", is_original=True, read=_SOME),
        Label("původní znění", is_original=True, read=_NONE),
        Label("{heard} s titulky {read}", read=_SOME),
        Label("{heard}"),
    ),
    spelled={"cs": "CZ", "uk": "UA", "ja": "JP"},
    unheard="?",
)
SLOVAKIA = replace(
    CZECHIA,
    codes=("SK",),
    own="sk",
    labels=(
        Label("dabing", heard="sk", is_original=False, read=_NONE),
        Label("titulky", is_original=True, read="sk"),
        Label("titulky {read}", is_original=True, read=_SOME),
        Label("pôvodné znenie", is_original=True, read=_NONE),
        Label("{heard} s titulkami {read}", read=_SOME),
        Label("{heard}"),
    ),
)
NETHERLANDS = Country(
    codes=("NL",),
    wordings=(DUTCH, ENGLISH),
    labels=(
        Label("NL gesproken", heard="nl", read=_NONE),
        Label("{read} ondertiteld", is_original=True, read=_SOME),
        Label("OV", is_original=True, read=_NONE),
        Label("{heard} met {read} ondertiteling", read=_SOME),
        Label("{heard}"),
    ),
    unheard="?",
)
POLAND = Country(
    codes=("PL",),
    wordings=(POLISH, ENGLISH),
    labels=(
        Label("dubbing", heard="pl", is_original=False, read=_NONE),
        Label("PL", heard="pl", read=_NONE),
        Label("napisy", is_original=True, read="pl"),
        Label("napisy {read}", is_original=True, read=_SOME),
        Label("wersja oryginalna", is_original=True, read=_NONE),
        Label("{heard} z napisami {read}", read=_SOME),
        Label("{heard}"),
    ),
    spelled={"uk": "UA"},
    unheard="?",
)
BRITAIN = Country(
    codes=("GB", "UK", "IE"),
    wordings=(ENGLISH,),
    own="en",
    labels=(
        Label("Subtitled", read="en"),
        Label("Dubbed", heard="en", is_original=False, read=_NONE),
        Label("Original version", heard=UNKNOWN_LANGUAGE, is_original=True, read=_NONE),
        Label("{heard} with {read} subtitles", read=_SOME),
        Label("{heard}"),
    ),
    names_in="en",
    joined_by=" & ",
    captions="HoH",
    audio_description="AD",
)
AMERICA = replace(BRITAIN, codes=("US", "CA", "AU", "NZ"), captions="OC")
JAPAN = Country(
    codes=("JP",),
    wordings=(JAPANESE, ENGLISH),
    labels=(
        Label("吹替", heard="ja", is_original=False, read=_NONE),
        Label("日本語", heard="ja", read=_NONE),
        Label("字幕", is_original=True, read="ja"),
        Label("{read}字幕", is_original=True, read=_SOME),
        Label("原語版", is_original=True, read=_NONE),
        Label("{heard}音声 {read}字幕", read=_SOME),
        Label("{heard}"),
    ),
    names_in="ja",
    joined_by="・",
    unheard="?",
)
# What is read and written where a country has no table of its own.
ELSEWHERE = replace(
    AMERICA, codes=(), wordings=(ENGLISH, GERMAN, FRENCH), own=UNKNOWN_LANGUAGE, labels=BRITAIN.labels[2:]
)

COUNTRIES = (
    *(GERMANY, SWITZERLAND, FRANCE, BELGIUM, SPAIN, ITALY, CZECHIA, SLOVAKIA),
    *(NETHERLANDS, POLAND, BRITAIN, AMERICA, JAPAN),
)
_BY_CODE = {code: country for country in COUNTRIES for code in country.codes}


def country_of(code: str) -> Country:
    """Find the notation of a country (ISO 3166)."""
    return _BY_CODE.get(code.upper(), ELSEWHERE)
