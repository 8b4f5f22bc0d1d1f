"""A text is cut into tokens: the longest stretches of words that mean something, and the words that mean nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from data.text import folded
from data.versions.language_names import language_of_code
from data.versions.lexicon import Lexicon, Meaning, Role, Shape
from data.versions.version import UNKNOWN_LANGUAGE
from data.versions.words import Word, words_of

# Between languages in one word: `Omdt&eU`, `FR/NL`, `E/d,f`.
_JOINTS = "&+/,-"
# No phrase goes beyond these, and no single word beyond those.
_PARTING = frozenset(",;|()[]（）【】")
_APART = frozenset(" \t\n\u00a0()[]（）【】;|")
_MOST_IN_ONE_WORD, _MOST_INITIALS = 16, 6
_REMEMBERED = 4096
# The code of a language stands in capitals; these two beyond ASCII are a small i and k as well.
_CODE = re.compile("(?<![A-Za-z])[A-Z\u0130\u212a]{2,3}(?![A-Za-z])")


class Token(NamedTuple):
    """A stretch of the text from `start` to before `end`; `meaning` is null where nobody knows one.

    `gap` is what stands between it and the token before: spaces and punctuation.
    """

    text: str
    start: int
    end: int
    meaning: Meaning | None
    gap: str = ""

    @property
    def role(self) -> Role | None:
        """What it does, null for an unknown word."""
        return self.meaning.role if self.meaning else None


def tokens_of(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut a text into its tokens, from left to right."""
    words, tokens = words_of(text), []
    at, end = 0, 0
    while at < len(words):
        size, meaning = _longest(text, words, at, lexicon)
        first, last = words[at], words[at + size - 1]
        tokens.append(Token(text[first.start : last.end], first.start, last.end, meaning, text[end : first.start]))
        at, end = at + size, last.end
    return tokens


def may_mean(text: str, keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Say quickly whether any of the words of a text can mean anything: most texts have none that does."""
    return (
        not lexicon.beginnings.isdisjoint(keys)
        or lexicon.shaped.search(folded(text)) is not None
        or _CODE.search(text) is not None
    )


def language_of_token(text: str, lexicon: Lexicon) -> str | None:
    """Give the language that a text names, all of it; null where it does not."""
    tokens = tokens_of(text, lexicon)
    meaning = tokens[0].meaning if len(tokens) == 1 else None
    return meaning.name if meaning and meaning.role is Role.LANGUAGE else None


def _longest(text: str, words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, Meaning | None]:
    """Give how many words from `at` on mean something together, and what; one that means nothing stands alone."""
    first, in_one_word = words[at], _run(text, words, at, _MOST_IN_ONE_WORD, _APART)
    run = text[first.start : words[at + in_one_word - 1].end]
    if not may_mean(run, (first.key,), lexicon):
        return 1, None
    if in_one_word > _MOST_INITIALS and not lexicon.shaped.search(folded(run)):
        in_one_word = _MOST_INITIALS
    longest = lexicon.longest.get(first.key, 0)
    most = _run(text, words, at, longest, _PARTING) if longest > 1 else longest
    keys = tuple(word.key for word in words[at : at + most])
    known = most
    while known and keys[:known] not in lexicon.phrases:
        known -= 1
    for size in range(in_one_word, known, -1):
        stretch = words[at : at + size]
        meaning = _in_one_word(text[first.start : stretch[-1].end], tuple(word.key for word in stretch), lexicon)
        if meaning:
            return size, meaning
    if keys[:known] in lexicon.capitals and text[first.start : first.end].isupper():
        return known, lexicon.capitals[keys[:known]]
    return max(1, known), lexicon.phrases.get(keys[:known])


def _run(text: str, words: Sequence[Word], at: int, most: int, parting: frozenset[str]) -> int:
    """Count the words from `at` on that none of these signs parts, no more than `most`."""
    stop = min(at + most, len(words))
    for following in range(at + 1, stop):
        if not parting.isdisjoint(text[words[following - 1].end : words[following].start]):
            return following - at
    return stop - at


# What one word says is said again and again: read once, it is also one and the same meaning.
@lru_cache(_REMEMBERED)
def _in_one_word(text: str, keys: tuple[str, ...], lexicon: Lexicon) -> Meaning | None:
    small = folded(text)
    initials = lexicon.initials.get(keys)
    # `D.F.` is not `D&F`.
    if initials and small.replace(".", "").isalpha():
        return initials
    for shape in lexicon.shapes:
        # What is heard stands in capitals: E/df, and not "fr/nl" behind another word.
        may_be = small.startswith(shape.literals[0]) and not (text[0].islower() and "heard" in shape.slots)
        meaning = _shaped(shape, small, lexicon) if may_be else None
        if meaning:
            return meaning
    tag = language_of_code(text) if text.isupper() and len(keys) <= 3 else None
    return Meaning(Role.LANGUAGE, text, name=tag, is_ordinary=True) if tag else None


def _shaped(shape: Shape, text: str, lexicon: Lexicon) -> Meaning | None:
    slots = _slots(shape.literals, text)
    if slots is None:
        return None
    languages = [languages_in(slot, lexicon) for slot in slots]
    if not all(languages):
        return None
    version = shape.meaning.version
    for name in ("heard", "read"):
        named = tuple(tag for slot, tags in zip(shape.slots, languages, strict=True) if slot == name for tag in tags)
        if named:
            once = tuple(dict.fromkeys(named))
            version = replace(version, audio=once) if name == "heard" else replace(version, subtitles=once)
    return replace(shape.meaning, version=version)


def _slots(literals: Sequence[str], text: str) -> list[str] | None:
    """Give what stands in the slots between the literals, of which a text has the first; null for another shape."""
    first, *middle, last = literals
    if not text.endswith(last) or len(text) <= len(first) + len(last):
        return None
    rest = text[len(first) : len(text) - len(last)]
    slots = []
    for literal in middle:
        slot, found, rest = rest.partition(literal)
        if not found:
            return None
        slots.append(slot)
    return [*slots, rest]


def languages_in(slot: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Read the languages inside a word: one, several with a sign between them, or letters in a row; () for none."""
    if slot == "?":
        return (UNKNOWN_LANGUAGE,)
    tag = lexicon.languages.get(slot) or language_of_code(slot)
    if tag:
        return (tag,)
    for joint in _JOINTS:
        if joint in slot:
            parts = [languages_in(part, lexicon) for part in slot.split(joint)]
            return tuple(tag for part in parts for tag in part) if all(parts) else ()
    letters = lexicon.country.letters.values()
    return tuple(_letters(slot, lexicon)) if slot and all(sign in letters for sign in slot) else ()


def _letters(slot: str, lexicon: Lexicon) -> Iterator[str]:
    return (lexicon.languages[letter] for letter in slot)
