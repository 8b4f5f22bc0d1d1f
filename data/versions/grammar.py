"""The one grammar over the tables of all countries: which languages belong to which word, and what all say together.

    notation  = { version | speech | subtitles | languages | format | age | event }
    speech    = languages "Fassung"   | "Fassung" languages
    subtitles = languages "UT"        | "UT" languages        | "UT"       | "ohne" [languages] "UT"
    languages = language { "/" language }

Languages that stand alone name the subtitles of a word such as OmU that leaves them open, else what is heard.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.versions.lexicon import JOINTS, Meaning, Role
from data.versions.saying import ContradictionError, Languages, Saying, heard_too, together
from data.versions.tokens import Token
from data.versions.version import UNKNOWN, Version

# Signs that join two languages, and those behind which something else begins.
_JOINING = frozenset("/&+・")
_PARTING = frozenset(",;:|()[]（）【】")
_OF_THE_VERSION = (Role.VERSION, Role.LANGUAGE, Role.SUBTITLES, Role.SPEECH, Role.WITHOUT)


@dataclass(frozen=True, slots=True)
class Understood:
    """What tokens say together. `spare` are those that say nothing here, `contradicting` those that say too much."""

    version: Version
    spare: tuple[Token, ...] = ()
    contradicting: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """Languages that are named in one breath, from one token to before another."""

    start: int
    stop: int
    tags: Languages


def understand(tokens: Sequence[Token]) -> Understood:
    """Say what tokens mean together. Those without a meaning are passed over."""
    reading = _Reading(tokens)
    try:
        version = together(reading.sayings)
        version = heard_too(version, reading.heard) if reading.heard else version
    except ContradictionError:
        return Understood(UNKNOWN, (), tuple(token for token in tokens if token.role in _OF_THE_VERSION))
    if reading.means_original and version.is_original is None and version.audio == UNKNOWN.audio:
        version = replace(version, is_original=not reading.heard or None)
    return Understood(version, tuple(reading.spare))


class _Reading:
    """The tokens of one notation: what each says, and which languages belong to it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.free = list(_groups(tokens))
        self.sayings: list[Saying] = []
        self.spare: list[Token] = []
        self.means_original = False
        heard = [tags for at, token in enumerate(tokens) for tags in self._take(at, token)]
        heard += self._name_the_open()
        self.heard = tuple(dict.fromkeys(tag for tags in heard for tag in tags))

    def _take(self, at: int, token: Token) -> Iterator[Languages]:
        """Take in what a token says; give the languages that it says are heard."""
        meaning = token.meaning
        if meaning is None:
            return
        if meaning.role is Role.SUBTITLES:
            self._take_subtitles(at, meaning)
        elif meaning.role is Role.SPEECH:
            group = self._beside(at, meaning)
            if group:
                yield group.tags
            elif not any(other.role in (Role.VERSION, Role.LANGUAGE) for other in self.tokens):
                self.spare.append(token)
        elif meaning.role is Role.VERSION:
            self.sayings.append(Saying(meaning.version, is_open=meaning.is_open))
        elif meaning.role in JOINTS and not self._joins(at):
            self.spare.append(token)

    def _take_subtitles(self, at: int, meaning: Meaning) -> None:
        group = self._beside(at, meaning)
        first = group.start if group and group.start < at else at
        is_negated = meaning.is_negated or (first > 0 and self.tokens[first - 1].role is Role.WITHOUT)
        version = replace(meaning.version, is_original=None)
        if group and version.subtitles:
            version = replace(version, subtitles=group.tags)
        if is_negated:
            # "Without English subtitles" does not say that there are no others.
            is_of_others = group and set(group.tags).isdisjoint(meaning.version.subtitles or group.tags)
            version = replace(version, subtitles=None if is_of_others else ())
        self.sayings.append(Saying(version, is_open=meaning.is_open and not group and not is_negated))
        self.means_original |= bool(meaning.version.is_original) and not is_negated

    def _beside(self, at: int, meaning: Meaning) -> _Group | None:
        """Take the languages that belong to the word at a place: before it or, where its language has it so, after."""
        before = next((group for group in self.free if group.stop == at and not _parts(self.tokens[at].gap)), None)
        after = next((group for group in self.free if self._follows(at, group.start)), None)
        is_listed = after is not None and ":" in self.tokens[at + 1].gap
        group = (after or before) if meaning.languages_follow or is_listed else (before or after)
        if group:
            self.free.remove(group)
        return group

    def _follows(self, at: int, start: int) -> bool:
        """Say whether a token stands right behind the word at a place, or with an "in" between them."""
        between = self.tokens[at + 1 : start]
        if not 0 < start - at <= 2 or any(token.role is not Role.AND for token in between):
            return False
        return not any(_parts(token.gap.replace(":", "")) for token in self.tokens[at + 1 : start + 1])

    def _joins(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].meaning is not None

    def _name_the_open(self) -> list[Languages]:
        """Give the languages that stand right beside an open word to it; the rest are heard."""
        words = [at for at, token in enumerate(self.tokens) if token.role in (Role.VERSION, Role.SUBTITLES)]
        for number, at in enumerate(words):
            meaning = self.tokens[at].meaning
            group = self._beside(at, meaning) if meaning and meaning.role is Role.VERSION and meaning.is_open else None
            if group:
                self.sayings[number] = self.sayings[number].named(group.tags)
        return [group.tags for group in self.free]


def _groups(tokens: Sequence[Token]) -> Iterator[_Group]:
    """Find the languages, those together that a sign or an "and" joins."""
    at = 0
    while at < len(tokens):
        stop = at + 1
        if tokens[at].role is Role.LANGUAGE:
            places = [at]
            while following := _joined(tokens, stop):
                places.append(following)
                stop = following + 1
            yield _Group(at, stop, tuple(dict.fromkeys(_tag(tokens[place]) for place in places)))
        at = stop


def _joined(tokens: Sequence[Token], at: int) -> int:
    """Give the place of the language that is joined on at a place, 0 where none is."""
    if at < len(tokens) and tokens[at].role is Role.LANGUAGE and not _JOINING.isdisjoint(tokens[at].gap):
        return 0 if _parts(tokens[at].gap) else at
    has_two = at + 1 < len(tokens) and tokens[at].role is Role.AND and tokens[at + 1].role is Role.LANGUAGE
    return 0 if not has_two or _parts(tokens[at].gap + tokens[at + 1].gap) else at + 1


def _tag(token: Token) -> str:
    return token.meaning.name if token.meaning else ""


def _parts(gap: str) -> bool:
    return not _PARTING.isdisjoint(gap)
