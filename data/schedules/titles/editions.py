"""Editions: what stands behind a title and says which print of a film it is, not which film."""

import re

from data.schedules.titles.spelling import ARTICLES, DASHES, words_of

# Editions wherever they end a title; `#` is any number.
_ALWAYS = {
    *("directors cut", "the directors cut", "final cut", "the final cut", "theatrical cut", "redux"),
    *("extended cut", "extended edition", "extended version", "special edition", "#k restauriert", "#k restored"),
    *("#k remastered", "#k restaurierung", "#k restaurierte fassung", "digital restauriert", "digitally restored"),
    *("digital restaurierte fassung", "restaurierte fassung", "restored version", "neu restauriert"),
    *("#th anniversary", "#th anniversary edition", "# jahre jubilaum"),
}
# Ordinary words too: only in brackets or behind a dash do they speak of the print.
_SET_APART = _ALWAYS | {
    *("dc", "extended", "uncut", "remaster", "remastered", "restored", "restauriert", "restaurierung", "#k"),
    *("langfassung", "kinofassung", "wiederauffuhrung", "re release", "# jahre"),
}
_MOST_WORDS = max(len(edition.split()) for edition in _SET_APART)
_LAST_WORDS = {edition.split()[-1] for edition in _SET_APART}
_DIGITS = re.compile(r"\d+")
_SEPARATORS = f"{DASHES}:,"


def is_edition(text: str, *, is_set_apart: bool = True) -> bool:
    """Say whether a text names an edition and nothing else."""
    return _named(text) in (_SET_APART if is_set_apart else _ALWAYS)


def without_edition(title: str) -> str:
    """Leave out the edition that ends a title: `Blade Runner - The Final Cut` is `Blade Runner`."""
    last = words_of(title)[-1:]
    if not last or _DIGITS.sub("#", last[0]) not in _LAST_WORDS:
        return title
    words = title.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        head, tail = words[:-count], words[-count:]
        if is_edition(" ".join(tail), is_set_apart=head[-1][-1] in _SEPARATORS):
            name = " ".join(head).rstrip(f"{_SEPARATORS} ")
            return name if set(words_of(name)) - ARTICLES else title
    return title


def _named(text: str) -> str:
    return _DIGITS.sub("#", " ".join(words_of(text)))
