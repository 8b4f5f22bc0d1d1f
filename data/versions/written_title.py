"""A title as a cinema writes it, and what stands in it besides: version, formats, age, events."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.versions.lexicon import JOINTS, Meaning, Role, lexicon_of
from data.versions.notation import LONGEST, NOTHING_SAID, Notation, notation_of
from data.versions.tokens import Token, may_mean, tokens_of
from data.versions.words import keys_of

_OPENING, _CLOSING = "([（【", ")]）】"
# Between things in brackets; before an event, where a colon opens a subtitle more often; behind a prefix.
_BETWEEN = frozenset(",;|/+")
_BEFORE_EVENT = frozenset("+|–—,;/•·")
_BEHIND_PREFIX = frozenset(":|–—")
_MOST_PREFIX = 4
# In some scripts each sign is a word.
_MOST_WORDS = 100
_SEPARATORS = r"[\s,;|+–—:/•·.-]*"
_EMPTY_BRACKETS = re.compile(f"[{re.escape(_OPENING)}]{_SEPARATORS}[{re.escape(_CLOSING)}]")
_BEHIND_OPENING = re.compile(f"(?<=[{re.escape(_OPENING)}]){_SEPARATORS}")
_BEFORE_CLOSING = re.compile(f"{_SEPARATORS}(?=[{re.escape(_CLOSING)}])")
_AT_AN_END = " \t,;|+–—-:/•·."

# A film is shown many times a week.
_REMEMBERED = 4096

_TAGS = (Role.VERSION, Role.FORMAT, Role.AGE, Role.SUBTITLES, Role.SPEECH)
_EVENTS = (Role.EVENT, Role.GUEST)


@dataclass(frozen=True, slots=True)
class WrittenTitle:
    """A title without what stands beside it, and that: each word of the text is in one of them.

    Where nothing would be left of the title, it is kept whole and nothing is taken.
    """

    title: str
    notation: Notation
    events: tuple[str, ...] = ()
    age_rating: str | None = None


def read_title(text: str, country: str = "DE") -> WrittenTitle:
    """Take a written title apart, such as `Preview: WIND RIVER (OmU) + Filmgespräch`.

    Taken are whole bracketed parts that are understood, an understood word before a colon, events behind a mark, and
    at the end words that no title ends in (`OmU`, `3D`; not `OF` or `D`). What is longer than any notation is a title.
    """
    return WrittenTitle(text.strip(), NOTHING_SAID) if len(text) > LONGEST else _read(text, country)


@lru_cache(_REMEMBERED)
def _read(text: str, country: str) -> WrittenTitle:
    lexicon, keys = lexicon_of(country), keys_of(text)
    tokens = tokens_of(text, lexicon) if len(keys) <= _MOST_WORDS and may_mean(text, keys, lexicon) else []
    taken = _taken(text, tokens) if any(token.meaning for token in tokens) else ()
    title = _without(text, tokens, taken) if taken else ""
    if not any(sign.isalnum() for sign in title):
        return WrittenTitle(text.strip(), NOTHING_SAID)
    notation = notation_of(text, [tokens[at] for at in sorted(taken)])
    return WrittenTitle(title, notation, notation.events, notation.age_rating)


def _taken(text: str, tokens: Sequence[Token]) -> set[int]:
    """Find the places of the tokens that do not belong to the title."""
    taken = {at for part in _bracketed(text, tokens) for at in _of_brackets(tokens, part)}
    rest = [at for at in range(len(tokens)) if at not in taken]
    taken |= _prefix(tokens, rest)
    return taken | _behind(tokens, [at for at in rest if at not in taken])


def _behind(tokens: Sequence[Token], rest: Sequence[int], first: int = 1) -> set[int]:
    """Take off what stands behind the title, again and again: `… OmU + Gespräch`; `first` and on may be taken."""
    taken: set[int] = set()
    while more := _events_behind(tokens, rest) | _tail(tokens, rest, first):
        taken |= more
        rest = [at for at in rest if at not in more]
    return taken


def _bracketed(text: str, tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Give the parts in brackets, cut at commas and their kin, as places of tokens."""
    part: list[int] = []
    depth = 0
    for at, token in enumerate(tokens):
        if depth and not _BETWEEN.union(_CLOSING).isdisjoint(token.gap):
            yield part
            part = []
        depth += sum((sign in _OPENING) - (sign in _CLOSING) for sign in token.gap)
        if depth > 0:
            part.append(at)
    if part and any(sign in _CLOSING for sign in text[tokens[-1].end :]):
        yield part


def _of_brackets(tokens: Sequence[Token], part: Sequence[int]) -> set[int]:
    """Take a part in brackets as a whole where it is understood, else what it ends in."""
    said = [tokens[at].meaning for at in part]
    if _opens_event(tokens, part) or (all(said) and any(meaning and _speaks_in_brackets(meaning) for meaning in said)):
        return set(part)
    return _behind(tokens, part, first=0)


def _speaks_in_brackets(meaning: Meaning) -> bool:
    # The code of a language may be that of a country: The Office (UK).
    return meaning.role in (*_TAGS, *_EVENTS) or (meaning.role is Role.LANGUAGE and not meaning.is_ordinary)


def _opens_event(tokens: Sequence[Token], part: Sequence[int]) -> bool:
    """Say whether a stretch is an event with all that follows: `mit Gast …`, `Filmgespräch mit …`, or nothing."""
    role = tokens[part[0]].role if part else None
    if role is Role.GUEST:
        return True
    rest = [tokens[at] for at in part[1:]]
    return role is Role.EVENT and (not rest or rest[0].role is Role.WITH or all(token.meaning for token in rest))


def _prefix(tokens: Sequence[Token], rest: Sequence[int]) -> set[int]:
    """Take what stands before a colon or a dash, where all of it is understood: `Preview: …`, `3D – …`."""
    ends = (number for number in range(1, min(len(rest), _MOST_PREFIX + 1)) if _ends_prefix(tokens[rest[number]].gap))
    part = rest[: next(ends, 0)]
    said = [tokens[at].meaning for at in part]
    is_beside = any(meaning and _opens(meaning) for meaning in said)
    return set(part) if all(said) and is_beside else set()


def _opens(meaning: Meaning) -> bool:
    return meaning.role in _EVENTS or (meaning.role in _TAGS and not meaning.is_ordinary)


def _ends_prefix(gap: str) -> bool:
    return not _BEHIND_PREFIX.isdisjoint(gap) or gap.strip() == "-" != gap


def _events_behind(tokens: Sequence[Token], rest: Sequence[int]) -> set[int]:
    """Take the first event behind the title, and all that follows it."""
    for number in range(1, len(rest)):
        token, part = tokens[rest[number]], rest[number:]
        is_marked = not _BEFORE_EVENT.isdisjoint(token.gap) or token.gap.strip() == "-" != token.gap
        is_sure = "+" in token.gap and token.role is Role.EVENT
        if token.role is Role.GUEST or (is_marked and (is_sure or _opens_event(tokens, part))):
            return set(part)
    return set()


def _tail(tokens: Sequence[Token], rest: Sequence[int], first: int) -> set[int]:
    """Take from the end on what no title ends in, with the short words that go with it: `engl. m. dt. UT`."""
    start = len(rest)
    for number in range(len(rest) - 1, first - 1, -1):
        token = tokens[rest[number]]
        following = tokens[rest[number + 1]] if number + 1 < len(rest) else None
        if not _may_stand_behind(token):
            break
        goes_with = following and (start == number + 1 or _is_spoken(token, following)) and _goes_with(token, following)
        if _is_unmistakable(token) or goes_with:
            start = number
    return set(rest[start:])


def _may_stand_behind(token: Token) -> bool:
    if token.role in _EVENTS:
        return token.gap == "-"
    return token.meaning is not None and token.text != "?"


def _is_unmistakable(token: Token) -> bool:
    meaning = token.meaning
    if meaning is None or meaning.role not in _TAGS or meaning.role is Role.SPEECH or meaning.is_ordinary:
        return False
    return len(token.text) > 2 or token.text.isupper() or token.text == meaning.spelling


def _goes_with(token: Token, following: Token) -> bool:
    """Say whether a word belongs to the one behind it, which is taken."""
    meaning, other = token.meaning, following.meaning
    if meaning is None or other is None or meaning.role in _EVENTS:
        return False
    if meaning.role in JOINTS or meaning.is_short:
        return True
    return other.role in (*JOINTS, Role.SUBTITLES) or _is_spoken(token, following)


def _is_spoken(token: Token, following: Token) -> bool:
    """Say whether the two are a language and a word such as `Sprachfassung`, which no title ends in."""
    meaning = following.meaning
    return token.role is Role.LANGUAGE and following.role is Role.SPEECH and bool(meaning and not meaning.is_ordinary)


def _without(text: str, tokens: Sequence[Token], taken: set[int]) -> str:
    """Give the title alone: the text without some tokens, and without the marks that then stand for nothing."""
    title, gaps = "", ""
    has_gone = False
    for at, token in enumerate(tokens):
        gaps += token.gap
        if at in taken:
            has_gone = True
            continue
        title += (_tidy(gaps, is_at_end=not title) if has_gone else gaps) + token.text
        gaps, has_gone = "", False
    gaps += text[tokens[-1].end :] if tokens else text
    title += _tidy(gaps, is_at_end=True) if has_gone else gaps
    return " ".join(title.split())


def _tidy(gaps: str, *, is_at_end: bool) -> str:
    before = ""
    while before != gaps:
        before, gaps = gaps, _EMPTY_BRACKETS.sub(" ", gaps)
    gaps = _BEFORE_CLOSING.sub("", _BEHIND_OPENING.sub("", gaps))
    return gaps.strip(_AT_AN_END) if is_at_end else gaps
