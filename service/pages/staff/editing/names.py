"""Countries, languages and genres as people write them, and as they are stored: `Deutschland, USA` is DE, US."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from babel import Locale

from data.text import folded
from service.pages.film_words import GENRES_IN_GERMAN, SHORT_COUNTRIES

_LANGUAGES = ("de", "en")
_BETWEEN = re.compile(r"[,;\n]")


@lru_cache
def countries(language: str) -> Mapping[str, str]:
    """Give the names of countries by their codes (ISO 3166 alpha-2)."""
    named = Locale.parse(language).territories.items()
    return {code: str(name) for code, name in named if re.fullmatch("[A-Z]{2}", code)} | SHORT_COUNTRIES


@lru_cache
def languages(language: str) -> Mapping[str, str]:
    """Give the names of languages by their tags (BCP 47)."""
    return {tag.replace("_", "-"): str(name) for tag, name in Locale.parse(language).languages.items()}


@lru_cache
def genres(language: str) -> Mapping[str, str]:
    """Give the names of genres by what is stored."""
    return {genre: name if language == "de" else genre.replace("-", " ") for genre, name in GENRES_IN_GERMAN.items()}


def read_countries(text: str) -> list[str]:
    """Read countries, by name in either language or by code; what nobody knows stays as it is written."""
    return _read(text, _codes("countries"))


def read_languages(text: str) -> list[str]:
    """Read languages, likewise."""
    return _read(text, _codes("languages"))


def read_genres(text: str) -> list[str]:
    """Read genres, likewise; one that nobody has named before is stored as it is written."""
    return _read(text, _codes("genres"))


def write_countries(codes: Iterable[str], language: str) -> str:
    """Write countries for a reader of a language, so that they are read back as they were."""
    return _write(codes, countries(language), _codes("countries"))


def write_languages(tags: Iterable[str], language: str) -> str:
    """Write languages, likewise."""
    return _write(tags, languages(language), _codes("languages"))


def write_genres(stored: Iterable[str], language: str) -> str:
    """Write genres, likewise."""
    return _write(stored, genres(language), _codes("genres"))


@lru_cache
def _codes(kind: str) -> Mapping[str, str]:
    """Give what is stored by all that people may write for it."""
    tables = {"countries": countries, "languages": languages, "genres": genres}
    codes: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in tables[kind](language).items():
            codes.setdefault(folded(name), code)
    return codes | {folded(code): code for code in tables[kind]("en")}


def _read(text: str, codes: Mapping[str, str]) -> list[str]:
    parts = (" ".join(part.split()) for part in _BETWEEN.split(text))
    return list(dict.fromkeys(codes.get(folded(part), part) for part in parts if part))


def _write(codes: Iterable[str], names: Mapping[str, str], back: Mapping[str, str]) -> str:
    written = ((code, names.get(code, code)) for code in codes)
    return ", ".join(name if _read(name, back) == [code] else code for code, name in written)
