"""A cinema's notation becomes a Version, formats, an age and events; what nobody understands is left, and reported."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from data.problem import Problem, Severity
from data.versions.formats import FORMATS
from data.versions.grammar import understand
from data.versions.lexicon import Role, lexicon_of
from data.versions.tokens import Token, tokens_of
from data.versions.version import UNKNOWN, Version

__all__ = ["FORMATS", "VERSIONS", "Notation", "notation_of", "read_notation"]

_ORIGINAL = Version(is_original=True, subtitles=())
_ENGLISH_SUBTITLES = Version(is_original=True, subtitles=("en",))

# The words that cinemas in Germany use most: what people are told to ask for.
VERSIONS = {
    "OV": _ORIGINAL,
    "OF": _ORIGINAL,
    "OmU": Version(is_original=True, subtitles=("de",)),
    "OmeU": _ENGLISH_SUBTITLES,
    "OmenglU": _ENGLISH_SUBTITLES,
    "DF": Version(audio=("de",), subtitles=()),
    # Only the language is named: what can be read stays unknown.
    "DE": Version(audio=("de",)),
    "EN": Version(audio=("en",)),
}

# To take a text apart takes a while for each of its words, and no cinema has that much to say about a version.
LONGEST = 500
# A sheet says the same few things in thousands of rows.
_REMEMBERED = 4096
# Behind these an event has ended.
_ENDS_EVENT = (Role.VERSION, Role.FORMAT, Role.AGE)
_MARKS = frozenset(",;|()[]+")


@dataclass(frozen=True, slots=True)
class Notation:
    """What words say of a screening: its version (unknown in all parts where they say none), formats, age, events.

    `words` are those that were understood, `left` those that were not or that contradict each other, as written;
    each word of the text is in one of `words`, `events` and `left`.
    """

    version: Version
    formats: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    events: tuple[str, ...] = ()
    age_rating: str | None = None
    words: tuple[str, ...] = ()


def read_notation(text: str, country: str = "DE") -> Notation:
    """Read the words of a version or format cell, such as `3D OmU` or `engl. m. dt. UT`, as a country writes them.

    Nothing is guessed: unknown and contradictory words are left over, the latter with the version unknown; and so is
    a whole text that is longer than any notation.
    """
    if len(text) > LONGEST:
        sentence = f"This is longer than {LONGEST} characters, and no notation: your words are kept."
        problem = Problem(code="notation-unknown", severity=Severity.WARNING, value=text, message=sentence)
        return Notation(UNKNOWN, left=(text,), problems=(problem,))
    return _read(text, country)


@lru_cache(_REMEMBERED)
def _read(text: str, country: str) -> Notation:
    return notation_of(text, tokens_of(text, lexicon_of(country)))


def notation_of(text: str, tokens: Sequence[Token]) -> Notation:
    """Say what the tokens of a text mean together."""
    events = list(_events(tokens))
    besides = {token for event in events for token in event}
    said = [token for token in tokens if token not in besides]
    understood = understand(said)
    unknown = {token for token in said if token.meaning is None}.union(understood.spare)
    unknown_words = _stretches(text, tokens, unknown)
    left = unknown.union(understood.contradicting)
    return Notation(
        version=understood.version,
        formats=tuple(dict.fromkeys(_names(said, Role.FORMAT))),
        left=_stretches(text, tokens, left) if understood.contradicting else unknown_words,
        problems=tuple(_problems(text, unknown_words, understood.contradicting)),
        events=tuple(text[event[0].start : event[-1].end] for event in events),
        age_rating=next(_names(said, Role.AGE), None),
        words=tuple(token.text for token in said if token not in left),
    )


def _events(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Find the events: from the word that opens one to a mark, or to a word of the version."""
    event: list[Token] = []
    for token in tokens:
        if event and (token.role in _ENDS_EVENT or not _MARKS.isdisjoint(token.gap)):
            yield event
            event = []
        if event or token.role in (Role.EVENT, Role.GUEST):
            event.append(token)
    if event:
        yield event


def _names(tokens: Sequence[Token], role: Role) -> Iterator[str]:
    return (token.meaning.name for token in tokens if token.meaning and token.meaning.role is role)


def _stretches(text: str, tokens: Sequence[Token], some: Set[Token]) -> tuple[str, ...]:
    """Give some of the tokens as written; those that no space and no other token parts are one word."""
    stretches: list[tuple[int, int]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token not in some:
            continue
        is_one_word = before in some and not any(sign.isspace() for sign in token.gap)
        start = stretches.pop()[0] if is_one_word and stretches else token.start
        stretches.append((start, token.end))
    return tuple(text[start:end] for start, end in stretches)


def _problems(text: str, unknown: Sequence[str], contradicting: Sequence[Token]) -> Iterator[Problem]:
    if contradicting:
        words = " and ".join(dict.fromkeys(token.text for token in contradicting))
        sentence = f"{words} contradict each other: your words are kept. Write the one that holds."
        yield Problem(code="notation-contradictory", severity=Severity.WARNING, value=text, message=sentence)
    if unknown:
        sentence = f"Nobody has told us what {', '.join(unknown)} means: your words are kept."
        yield Problem(code="notation-unknown", severity=Severity.WARNING, value=text, message=sentence)
