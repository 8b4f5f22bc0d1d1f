"""What languages are called, from Unicode's CLDR: in a language, bent as its adjectives bend, and by ISO 639."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from data.languages import read_language
from data.text import folded
from data.versions.version import UNKNOWN_LANGUAGE


@cache
def names_in(locale: str) -> Mapping[str, str]:
    """Give the names of all languages in one of them, by BCP 47 tag; those that name no language are left out."""
    names = Locale.parse(locale).languages
    no_languages = (UNKNOWN_LANGUAGE, "mul", "zxx", "root")
    return {tag.replace("_", "-"): name for tag, name in names.items() if tag not in no_languages}


def bent(name: str, endings: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Give a name in all its endings, folded: `Englisch` and {"": ("e",)} give `englisch` and `englische`.

    The longest ending that a name has is what is replaced.
    """
    stem = folded(name)
    own = max((ending for ending in endings if stem.endswith(folded(ending))), key=len, default=None)
    if own is None:
        return {stem}
    return {stem} | {stem.removesuffix(folded(own)) + folded(ending) for ending in endings[own]}


def language_of_code(text: str) -> str | None:
    """Read a BCP 47 tag of a language that has a name: `EN`, `ger`, `pt-BR`; null for any other word."""
    try:
        tag = read_language(text)
    except ValueError:
        return None
    return tag if tag.partition("-")[0] in names_in("en") else None
