"""A film as the fields of a form, and back: what cannot be read is named by its field."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from data.catalogue.film_document import CreditsDocument, FilmDocument
from service.pages.film_words import HOME_COUNTRY
from service.pages.staff.editing import names

Fields = Mapping[str, str]
# The languages of the pages: each has its own title, teaser and review.
LANGUAGES = ("de", "en")
ROLES = tuple(CreditsDocument.model_fields)
_TEXT_PARTS = ("teaser", "review", "author", "translator")
LONGEST: Mapping[str, int] = {"teaser": 600, "review": 40_000, "author": 200, "translator": 200}
_LISTS = ("countries", "languages", "genres")
FIELDS = (
    *("original_title", *(f"title_{language}" for language in LANGUAGES), "titles_other"),
    *("year", "minutes", *_LISTS, "age_rating", "released_on", *ROLES),
    *(f"{part}_{language}" for language in LANGUAGES for part in _TEXT_PARTS),
)
# What a document calls otherwise than the form.
_FIELD_OF = {"original_languages": "languages", "age_ratings": "age_rating", "titles": "titles_other"}


class FilledInWronglyError(Exception):
    """What was filled in cannot be a film; `fields` are those that are wrong."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = tuple(fields)


def plain_fields(sent: Fields) -> Fields:
    """Give the fields of a form with lines as we end them: browsers end them otherwise."""
    return {name: "\n".join(sent.get(name, "").splitlines()).strip() for name in FIELDS}


def fields_of(document: FilmDocument, language: str) -> Fields:
    """Write a film into the fields of a form, for a reader of a language."""
    spoken = document.original_languages or []
    # In its own language a film is called as it is called.
    titles = {tag: title for tag, title in (document.titles or {}).items() if tag not in spoken[:1]}
    texts = document.texts or {}
    credits_ = document.credits or CreditsDocument()
    return {
        "original_title": document.original_title,
        **{f"title_{tag}": titles.get(tag, "") for tag in LANGUAGES},
        "titles_other": "\n".join(f"{tag}: {title}" for tag, title in titles.items() if tag not in LANGUAGES),
        "year": str(document.year or ""),
        "minutes": str(document.minutes or ""),
        "countries": names.write_countries(document.countries or [], language),
        "languages": names.write_languages(spoken, language),
        "genres": names.write_genres(document.genres or [], language),
        "age_rating": (document.age_ratings or {}).get(HOME_COUNTRY, ""),
        "released_on": (document.released_on or {}).get(HOME_COUNTRY, ""),
        **{role: "\n".join(getattr(credits_, role)) for role in ROLES},
        **{
            f"{part}_{tag}": (getattr(texts[tag], part) or "") if tag in texts else ""
            for tag in LANGUAGES
            for part in _TEXT_PARTS
        },
    }


def document_of(fields: Fields, before: FilmDocument) -> FilmDocument:
    """Read a film from the fields of a form; of what no field speaks, what was there before stays.

    Raises FilledInWronglyError.
    """
    told = {
        "original_title": fields["original_title"],
        "titles": _titles(fields),
        "year": _number(fields["year"]),
        "minutes": _number(fields["minutes"]),
        "countries": names.read_countries(fields["countries"]),
        "original_languages": names.read_languages(fields["languages"]),
        "genres": names.read_genres(fields["genres"]),
        "age_ratings": _at_home(before.age_ratings, fields["age_rating"]),
        "released_on": _at_home(before.released_on, fields["released_on"]),
        "credits": {role: [name for name in map(str.strip, fields[role].split("\n")) if name] for role in ROLES},
        "texts": _texts(fields, before),
    }
    wrong = [name for name in fields if len(fields[name]) > LONGEST.get(name.rpartition("_")[0], 20_000)]
    try:
        document = FilmDocument.model_validate(told)
    except ValidationError as errors:
        wrong += [_field_of(error["loc"]) for error in errors.errors(include_url=False)]
        raise FilledInWronglyError(list(dict.fromkeys(wrong))) from None
    own = (document.original_languages or [""])[0]
    if (document.titles or {}).get(own, document.original_title) != document.original_title:
        wrong.append(f"title_{own}" if own in LANGUAGES else "titles_other")
    if wrong:
        raise FilledInWronglyError(wrong)
    return document


def _titles(fields: Fields) -> dict[str, str]:
    lines = (line.partition(":") for line in fields["titles_other"].split("\n") if line.strip())
    # A line without a colon has no title: the document refuses it.
    others = {"".join(names.read_languages(tag)) or tag: title.strip() for tag, _, title in lines}
    return others | {tag: fields[f"title_{tag}"] for tag in LANGUAGES if fields[f"title_{tag}"]}


def _number(text: str) -> int | str | None:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else text or None


def _at_home(before: Mapping[str, str] | None, said: str) -> dict[str, str]:
    """Give what is said by country: the form asks for one, the others stay."""
    others = {country: words for country, words in (before or {}).items() if country != HOME_COUNTRY}
    return others | ({HOME_COUNTRY: said} if said else {})


def _texts(fields: Fields, before: FilmDocument) -> dict[str, dict[str, Any]]:
    others = {tag: text.model_dump() for tag, text in (before.texts or {}).items() if tag not in LANGUAGES}
    own = {tag: {part: fields[f"{part}_{tag}"] or None for part in _TEXT_PARTS} for tag in LANGUAGES}
    return others | {tag: text for tag, text in own.items() if any(text.values())}


def _field_of(where: tuple[int | str, ...]) -> str:
    """Name the field that a part of a document came from."""
    first, *rest = (str(part) for part in where)
    if first == "credits":
        return rest[0]
    if first == "texts":
        return f"{rest[1]}_{rest[0]}" if rest[0] in LANGUAGES and len(rest) > 1 else "review_de"
    if first == "titles" and rest and rest[0] in LANGUAGES:
        return f"title_{rest[0]}"
    return _FIELD_OF.get(first, first)
