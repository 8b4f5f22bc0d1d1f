"""A cinema's own labels where they stand beside a title: in its brackets, or behind it."""

import re
from dataclasses import replace

from data.schedules.words import Words, word_key
from data.versions.notation import LONGEST, Notation, read_notation
from data.versions.written_title import WrittenTitle, read_title

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BETWEEN = re.compile(r"\s*[,;|/+]\s*")
# What a label behind a title needs before it, unless no title ends in such a word.
_BEHIND_MARK = re.compile(r"\s[-–—|/+]\s+|[,;]\s+")
_MOST_WORDS = 6


def read_taught_title(text: str, words: Words, country: str) -> WrittenTitle:
    """Take a written title apart, the labels that a cinema taught before those that everyone knows."""
    found = _in_brackets(text, words) or _behind(text, words) if words.labels and len(text) <= LONGEST else None
    if found is None:
        return read_title(text, country)
    rest, label = found
    apart = read_title(rest, country)
    # Where nothing is left of the title, the label is all that it is called.
    if not any(sign.isalnum() for sign in apart.title):
        return read_title(text, country)
    return replace(apart, notation=_joined(words.labels[word_key(label)], label, apart.notation))


def ends_titles(label: str, country: str) -> bool:
    """Say whether no title ends in a label: it is a word that only this cinema has, or one that is always taken off."""
    if read_notation(label, country).left:
        return len(label) > 2 or (len(label) == 2 and label.isupper())
    return read_title(f"Titel {label}", country).title == "Titel"


def _in_brackets(text: str, words: Words) -> tuple[str, str] | None:
    """Find a label among what stands in brackets; give the text without it, and the label as written."""
    for brackets in _BRACKETS.finditer(text):
        parts = _BETWEEN.split(brackets[1])
        for place, part in enumerate(parts):
            if words.label(part):
                others = ", ".join(parts[:place] + parts[place + 1 :])
                between = f"({others})" if others else ""
                return f"{text[: brackets.start()]}{between}{text[brackets.end() :]}".strip(), part.strip()
        # A sign such as the comma may belong to the label.
        if words.label(brackets[1]):
            return f"{text[: brackets.start()]}{text[brackets.end() :]}".strip(), brackets[1].strip()
    return None


def _behind(text: str, words: Words) -> tuple[str, str] | None:
    """Find a label that ends the text, behind a mark or a space; likewise."""
    for mark in _BEHIND_MARK.finditer(text):
        label = text[mark.end() :].strip()
        if words.label(label):
            return text[: mark.start()].strip(), label
    pieces = text.split()
    for count in range(min(_MOST_WORDS, len(pieces) - 1), 0, -1):
        label = " ".join(pieces[-count:])
        if word_key(label) in words.titles_end_in:
            return " ".join(pieces[:-count]), label
    return None


def _joined(taught: Notation, label: str, beside: Notation) -> Notation:
    """Say what was taught, and of what else stands there all but the version."""
    formats = tuple(dict.fromkeys(taught.formats + beside.formats))
    return replace(beside, version=taught.version, formats=formats, words=(label, *beside.words))
