"""A film as a document says it (JSON), validated as a plain model; what is wrong becomes problems."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from data.catalogue.report import Findings
from data.errors import FileUnreadableError
from data.languages import read_language
from data.tables.film import TAKEN_SLUGS
from data.text import plain_paragraphs, plain_text

_LONGEST_SHOWN = 200
_OWN_WORDS: Final = {
    "extra_forbidden": ("key-unknown", "Nobody reads this key. Remove it, or look whether it is misspelled."),
    "missing": ("key-missing", "This is required. Write it."),
    "model_type": ("film-unreadable", "A film is an object {…} with at least an original_title."),
}


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", text):
        raise ValueError("Write the country as two capital letters, such as DE.")
    return text


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("Write the date as 2022-04-14.") from None


def _words(text: str) -> str:
    words = plain_text(text)
    if not words:
        raise ValueError("This is empty. Write it, or leave the key out.")
    return words


def _slug(text: str) -> str:
    if text in TAKEN_SLUGS:
        raise ValueError("This is an address of ours. Give the film another slug, with its year for one.")
    return text


Words = Annotated[str, StringConstraints(max_length=1000), AfterValidator(_words)]
Paragraphs = Annotated[str, StringConstraints(max_length=100_000), AfterValidator(plain_paragraphs)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80), AfterValidator(_slug)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(read_language)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]


class _Said(BaseModel):
    """What a file may say, and nothing else; a null says nothing."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CreditsDocument(_Said):
    """Names by role, in the order of the credits."""

    director: list[Words] = []
    writer: list[Words] = []
    photography: list[Words] = []
    editing: list[Words] = []
    distributor: list[Words] = []
    cast: list[Words] = []


class TextDocument(_Said):
    """What is written about a film in one language, by whom, and by whom translated."""

    teaser: Paragraphs | None = None
    review: Paragraphs | None = None
    author: Words | None = None
    translator: Words | None = None


class FilmDocument(_Said):
    """One film of a file; null where the file says nothing."""

    slug: Slug | None = None
    original_title: Words
    titles: dict[Language, Words] | None = None
    year: Annotated[int, Field(ge=1880, le=2100)] | None = None
    countries: list[Country] | None = None
    minutes: Annotated[int, Field(ge=1, le=2000)] | None = None
    original_languages: list[Language] | None = None
    genres: list[Words] | None = None
    age_ratings: dict[Country, Words] | None = None
    released_on: dict[Country, IsoDate] | None = None
    credits: CreditsDocument | None = None
    texts: dict[Language, TextDocument] | None = None

    def all_titles(self) -> set[str]:
        """Give the original title and its translations."""
        return {self.original_title, *(self.titles or {}).values()}


class FilmRow(NamedTuple):
    """A film and its place in the file's list, where the first is 1."""

    number: int
    document: FilmDocument


def read_film_rows(content: bytes, findings: Findings) -> list[FilmRow]:
    """Read a JSON list of films; the errors of those that cannot be read are among the findings.

    Raises FileUnreadableError where it is no such list.
    """
    rows = (_read_row(number, item, findings) for number, item in enumerate(_items(content), start=1))
    return [row for row in rows if row]


def _items(content: bytes) -> list[object]:
    try:
        items = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise FileUnreadableError(f"The file is no JSON: {error.msg} (line {error.lineno}).") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise FileUnreadableError("The file is no JSON in UTF-8.") from error
    if not isinstance(items, list):
        raise FileUnreadableError("The file holds no list of films. It must begin with [ and end with ].")
    return items


def _read_row(number: int, item: object, findings: Findings) -> FilmRow | None:
    for path, text in _texts(item):
        findings.warn_of_hidden(text, row=number, column=path)
    try:
        return FilmRow(number, FilmDocument.model_validate(item))
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            _note(number, error, findings)
        return None


def _texts(item: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(item, str):
        yield path, item
    elif isinstance(item, dict):
        for key, value in item.items():
            yield from _texts(value, f"{path}.{key}" if path else str(key))
    elif isinstance(item, list):
        for value in item:
            yield from _texts(value, path)


def _note(number: int, error: ErrorDetails, findings: Findings) -> None:
    code, message = _OWN_WORDS.get(error["type"], ("value-unreadable", error["msg"] + "."))
    if error["type"] == "value_error":
        message = str(error["ctx"]["error"])
    column = ".".join(str(part) for part in error["loc"] if part != "[key]")
    value = error["input"]
    shown = None if isinstance(value, (dict, list)) or value is None else str(value)[:_LONGEST_SHOWN]
    findings.error(code, message, row=number, column=column or None, value=shown)
