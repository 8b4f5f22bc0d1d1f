"""What a title is compared by: its words, and what is decisive in it: numbers, a year, and words in brackets."""

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from data.schedules.titles.editions import is_edition, without_edition
from data.schedules.titles.numerals import counted, numbers_in
from data.schedules.titles.spelling import ARTICLES, joined, without_article, words_of
from data.text import folded, umlauts_spelled

# A title that begins with brackets, `(500) Days of Summer`, is called so.
_BRACKETS = re.compile(r"(?<!^)\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
# Longer are only cells in which somebody forgot something, or means harm.
LONGEST, _REMEMBERED = 500, 200
_YEAR = re.compile(r"18[89]\d|19\d\d|20\d\d")


class TitleKey(NamedTuple):
    """A title taken apart. `title` is what it is called: without the year and the edition in it.

    It is looked up by its `spellings`, with umlauts as `ae` and as `a`; `words`, and they as a `line` and as `letters`,
    are without the first article. `numbers` are in their order; `qualifiers` are the words in brackets.
    """

    title: str
    words: tuple[str, ...]
    line: str
    letters: str
    spellings: tuple[str, ...]
    spellings_without_article: tuple[str, ...]
    numbers: tuple[str, ...]
    qualifiers: tuple[str, ...]
    year: int | None


def key_of(text: str) -> TitleKey:
    """Take a title apart: `Odyssey, The (2026)` is `The Odyssey` of 2026. What is longer than any is one word."""
    if len(text) <= _REMEMBERED:
        return _kept_apart(text)
    return _taken_apart(text) if len(text) <= LONGEST else _as_one_word(text)


def _as_one_word(text: str) -> TitleKey:
    # Its digest is as good for telling whether it is the same, and quick to compare.
    words = (hashlib.sha256(folded(text).encode("utf-8", "surrogatepass")).hexdigest(),)
    return TitleKey(text, words, words[0], words[0], words, words, numbers=(), qualifiers=(), year=None)


def _taken_apart(text: str) -> TitleKey:
    bracketed = _BRACKETS.findall(text) if "(" in text or "[" in text else []
    title = _called(text)
    spelled = _compared(title if title.isascii() else umlauts_spelled(title))
    both = (spelled,) if title.isascii() else tuple(dict.fromkeys((spelled, _compared(title))))
    spellings = tuple(map(joined, both))
    bare = tuple(map(without_article, both))
    spellings_without_article = spellings if bare == both else tuple(map(joined, bare))
    return TitleKey(
        title=title,
        words=bare[0],
        line=" ".join(bare[0]),
        letters=spellings_without_article[0],
        spellings=spellings,
        spellings_without_article=spellings_without_article,
        numbers=() if spellings[0].isalpha() else numbers_in(spelled),
        qualifiers=tuple([word for inside in bracketed if not _is_aside(inside) for word in words_of(inside)]),
        year=next((int(inside) for inside in bracketed if _YEAR.fullmatch(inside)), None) if bracketed else None,
    )


# A catalogue is looked at by every sheet, and a sheet's title at every step of matching it.
_kept_apart = lru_cache(maxsize=20_000)(_taken_apart)


def _called(text: str) -> str:
    """Give what a film is called; asked again about that, the answer is the same."""
    name = _BRACKETS.sub(_telling, text).strip() if "(" in text or "[" in text else text
    title = _article_first(without_edition(name))
    return title if title == text else _called(title)


def _is_aside(inside: str) -> bool:
    """Say whether brackets speak of the year or the edition, not of the film."""
    return _YEAR.fullmatch(inside) is not None or is_edition(inside)


def _telling(brackets: re.Match[str]) -> str:
    return "" if _is_aside(brackets[1]) else brackets[0]


def _compared(title: str) -> tuple[str, ...]:
    # Where no letter is left of a title, its signs are compared: `…` is not `?`.
    return counted(words_of(title)) or (folded(title),)


def _article_first(title: str) -> str:
    """Put an article that a list has put behind (`Odyssey, The`) where it is spoken."""
    name, _, article = title.rpartition(", ")
    return f"{article} {name}" if name and article.casefold() in ARTICLES else title
