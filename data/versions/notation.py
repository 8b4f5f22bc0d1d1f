"""A cinema's notation becomes a Version, formats, an age and events; what nobody understands is left, and reported."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from data.problem import Problem, Severity
from data.sentence import Sentence, both
from data.versions.formats import FORMATS
from data.versions.grammar import understand
from data.versions.lexicon import Meaning, Role, lexicon_of
from data.versions.tokens import Token, tokens_of
from data.versions.version import UNKNOWN, Version
from data.versions.words import word_count

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
LONGEST, MOST_WORDS = 500, 50
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


NOTHING_SAID = Notation(UNKNOWN)


def read_notation(text: str, country: str = "DE") -> Notation:
    """Read the words of a version or format cell, such as `3D OmU` or `engl. m. dt. UT`, as a country writes them.

    Nothing is guessed: unknown and contradictory words are left over, the latter with the version unknown; and so is
    a whole text that is longer than any notation.
    """
    return (
        _read(text, country)
        if len(text) <= LONGEST
        else _no_notation(text, Sentence("{most} characters", most=LONGEST))
    )


def _no_notation(text: str, most: Sentence) -> Notation:
    sentence = Sentence("This is longer than {most}, and no notation: your words are kept.", most=most)
    problem = Problem(code="notation-unknown", severity=Severity.WARNING, value=text, message=sentence)
    return Notation(UNKNOWN, left=(text,), problems=(problem,))


@lru_cache(_REMEMBERED)
def _read(text: str, country: str) -> Notation:
    if word_count(text) > MOST_WORDS:
        return _no_notation(text, Sentence("{most} words", most=MOST_WORDS))
    return notation_of(text, tokens_of(text, lexicon_of(country)))


def notation_of(text: str, tokens: Sequence[Token]) -> Notation:
    """Say what the tokens of a text mean together."""
    sense = _sense_of(tuple([(token.meaning, token.gap) for token in tokens]))
    unknown, contradicting = _written(text, tokens, sense.unknown), [tokens[at] for at in sense.contradicting]
    return Notation(
        version=sense.version,
        formats=sense.formats,
        left=_written(text, tokens, sense.left),
        problems=tuple(_problems(text, unknown, contradicting)),
        events=_written(text, tokens, sense.events),
        age_rating=sense.age_rating,
        words=tuple([tokens[at].text for at in sense.words]),
    )


# From the first token of a stretch to its last, by their places.
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sense:
    """What tokens mean together, whatever their letters; the tokens are named by their places."""

    version: Version
    formats: tuple[str, ...]
    age_rating: str | None
    events: tuple[_Stretch, ...]
    unknown: tuple[_Stretch, ...]
    left: tuple[_Stretch, ...]
    contradicting: tuple[int, ...]
    words: tuple[int, ...]


# Labels differ in words that nobody knows; what is known in them, and where it stands, is mostly the same.
@lru_cache(_REMEMBERED)
def _sense_of(meanings: tuple[tuple[Meaning | None, str], ...]) -> _Sense:
    # Instead of in its text, each token stands in its place.
    tokens = [Token("", at, at, meaning, gap) for at, (meaning, gap) in enumerate(meanings)]
    events = list(_events(tokens))
    besides = {token for event in events for token in event}
    said = [token for token in tokens if token not in besides]
    understood = understand(said)
    unknown = {token for token in said if token.meaning is None}.union(understood.spare)
    left = unknown.union(understood.contradicting)
    return _Sense(
        version=understood.version,
        formats=tuple(dict.fromkeys(_names(said, Role.FORMAT))),
        age_rating=next(_names(said, Role.AGE), None),
        events=tuple((event[0].start, event[-1].start) for event in events),
        unknown=_stretches(tokens, unknown),
        left=_stretches(tokens, left),
        contradicting=tuple(token.start for token in understood.contradicting),
        words=tuple(token.start for token in said if token not in left),
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


def _stretches(tokens: Sequence[Token], some: Set[Token]) -> tuple[_Stretch, ...]:
    """Put some of the tokens together; those that no space and no other token parts are one word."""
    stretches: list[_Stretch] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token not in some:
            continue
        is_one_word = before in some and not any(sign.isspace() for sign in token.gap)
        start = stretches.pop()[0] if is_one_word and stretches else token.start
        stretches.append((start, token.start))
    return tuple(stretches)


def _written(text: str, tokens: Sequence[Token], stretches: Sequence[_Stretch]) -> tuple[str, ...]:
    return tuple([text[tokens[first].start : tokens[last].end] for first, last in stretches])


def _problems(text: str, unknown: Sequence[str], contradicting: Sequence[Token]) -> Iterator[Problem]:
    if contradicting:
        words = both(list(dict.fromkeys(token.text for token in contradicting)))
        sentence = Sentence(
            "{words} contradict each other: your words are kept. Write the one that holds.", words=words
        )
        yield Problem(code="notation-contradictory", severity=Severity.WARNING, value=text, message=sentence)
    if unknown:
        sentence = Sentence("Nobody has told us what {words} means: your words are kept.", words=", ".join(unknown))
        yield Problem(code="notation-unknown", severity=Severity.WARNING, value=text, message=sentence)
