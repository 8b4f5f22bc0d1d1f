"""All that is understood in a country, ready for looking up: its wordings, formats, languages and ages together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from data.versions.countries.register import country_of
from data.versions.countries.wording import OWN, Country, Wording
from data.versions.formats import FORMATS, ORDINARY_FORMATS
from data.versions.language_names import bent, names_in
from data.versions.version import UNKNOWN, UNKNOWN_LANGUAGE, Version
from data.versions.words import keys_of

_OLDEST = 21
# Names of languages are read in these everywhere, besides the country's own.
_READ_EVERYWHERE = ("en", "de", "fr")


class Role(Enum):
    """What a word does in a notation."""

    VERSION = "says what is heard or read"
    LANGUAGE = "names a language"
    SUBTITLES = "speaks of subtitles"
    SPEECH = "speaks of what is heard"
    WITHOUT = "negates"
    WITH = "joins what is read to what is heard"
    AND = "joins two of a kind"
    FORMAT = "names a format"
    AGE = "says from which age"
    EVENT = "says what there is besides the film"
    GUEST = "the same, and needs no mark before it"


JOINTS = (Role.WITH, Role.AND, Role.WITHOUT)


# Each is one of its kind, and known by that: comparing all its parts would take as long as all the rest.
@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a word or phrase means. `name` is a language's tag, a format or an age.

    `is_open`: another language may be named beside it. `is_negated`: there are none. `languages_follow`: its languages
    stand behind it rather than before. `is_ordinary`: titles use the word too. `is_short`: an abbreviation.
    """

    role: Role
    spelling: str
    version: Version = UNKNOWN
    name: str = ""
    is_open: bool = False
    is_negated: bool = False
    languages_follow: bool = False
    is_ordinary: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A word with languages in it: `literals` stand around the slots, which are for `read` or `heard`."""

    literals: tuple[str, ...]
    slots: tuple[str, ...]
    meaning: Meaning


# Each is one of its kind too: that it equals itself makes it a key of what is remembered.
@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """`phrases` by the keys of their words, `initials` likewise but written without spaces (`O.m.U.`).

    `capitals` are languages that only capitals tell from another word: `EN st FR`, `version en anglais`. `longest` says
    how many words the longest phrase has that begins with a word.

    For a quick look, `beginnings` are the words that phrases and initials begin with; what has a shape is `shaped`.
    """

    country: Country
    phrases: dict[tuple[str, ...], Meaning]
    initials: dict[tuple[str, ...], Meaning]
    capitals: dict[tuple[str, ...], Meaning]
    shapes: tuple[Shape, ...]
    languages: dict[str, str]
    longest: dict[str, int]
    beginnings: frozenset[str]
    shaped: re.Pattern[str]


@cache
def lexicon_of(country_code: str) -> Lexicon:
    """Give what is understood in the cinemas of a country (ISO 3166)."""
    return _lexicon(country_of(country_code))


@cache
def _lexicon(country: Country) -> Lexicon:
    phrases: dict[tuple[str, ...], Meaning] = {}
    capitals: dict[tuple[str, ...], Meaning] = {}
    shapes: list[Shape] = []
    # What comes first stays: the country's own words before those of others, and words before languages' names.
    for wording in country.wordings:
        for meaning in (*_words(wording, country), *_abbreviations(wording)):
            known = phrases.setdefault(keys_of(meaning.spelling), meaning)
            if meaning.role is Role.LANGUAGE and known.role in JOINTS:
                capitals.setdefault(keys_of(meaning.spelling), meaning)
        for text, version in wording.shapes.items():
            shapes.append(_shape(text, _said(Role.VERSION, text, version, wording, country)))
    for meaning in _formats():
        phrases.setdefault(keys_of(meaning.spelling), meaning)
    for keys, meaning in _language_names(country):
        phrases.setdefault(keys, meaning)
    phrases.pop((), None)
    short = {name[0]: meaning.name for name, meaning in phrases.items() if meaning.is_short and len(name) == 1}
    letters = {letters: tag for tag, letters in country.letters.items()}
    longest: dict[str, int] = {}
    for keys in phrases:
        longest[keys[0]] = max(longest.get(keys[0], 0), len(keys))
    initials = _initials(phrases)
    return Lexicon(
        country=country,
        phrases=phrases,
        initials=initials,
        capitals=capitals,
        shapes=tuple(shapes),
        languages=short | letters,
        longest=longest,
        beginnings=frozenset(longest).union(keys[0] for keys in initials),
        shaped=_shaped(shapes),
    )


def _words(wording: Wording, country: Country) -> Iterator[Meaning]:
    for text, version in wording.versions.items():
        yield _said(Role.VERSION, text, version, wording, country)
    for text in wording.subtitled:
        yield _said(Role.SUBTITLES, text, Version(is_original=True, subtitles=(OWN,)), wording, country)
    for text in wording.subtitles:
        yield _said(Role.SUBTITLES, text, Version(subtitles=(OWN,)), wording, country)
    for text in wording.no_subtitles:
        meaning = _said(Role.SUBTITLES, text, Version(subtitles=(OWN,)), wording, country)
        yield replace(meaning, is_negated=True)
    for text in wording.speech:
        yield _said(Role.SPEECH, text, UNKNOWN, wording, country)
    joints = ((Role.WITHOUT, wording.without), (Role.WITH, wording.with_), (Role.AND, wording.and_))
    asides = ((Role.EVENT, wording.events), (Role.GUEST, wording.guests))
    for role, texts in (*joints, *asides):
        for text in texts:
            yield Meaning(role, text, is_ordinary=role is not Role.GUEST)
    for text in wording.ages:
        for age in range(_OLDEST + 1):
            yield Meaning(Role.AGE, text.format(age), name=str(age))


def own_language(country: Country, wording: Wording) -> str:
    """Say which language a wording means where it names none: English words mean that of the country they are in."""
    return country.own or next(one.own for one in (wording, *country.wordings) if one.own != OWN)


def _said(role: Role, text: str, version: Version, wording: Wording, country: Country) -> Meaning:
    own = own_language(country, wording)
    named = replace(
        version,
        audio=tuple(own if tag == OWN else tag for tag in version.audio),
        subtitles=version.subtitles and tuple(own if tag == OWN else tag for tag in version.subtitles),
    )
    return Meaning(
        role,
        text,
        named,
        is_open=named != version,
        languages_follow=wording.languages_follow,
        is_ordinary=text in wording.ordinary,
    )


def _shape(text: str, meaning: Meaning) -> Shape:
    pieces = text.replace("}", "{").split("{")
    return Shape(tuple(piece.casefold() for piece in pieces[::2]), tuple(pieces[1::2]), meaning)


def _shaped(shapes: Sequence[Shape]) -> re.Pattern[str]:
    """Find whatever may be one of the shapes; where there are none, nothing is."""
    patterns = (".+".join(map(re.escape, shape.literals)) for shape in shapes)
    return re.compile("|".join(patterns) or "(?!)", re.DOTALL)


def _abbreviations(wording: Wording) -> Iterator[Meaning]:
    for tag, names in wording.languages.items():
        for name in names:
            yield Meaning(Role.LANGUAGE, name, name=tag, is_short=True)


def _formats() -> Iterator[Meaning]:
    for text, name in FORMATS.items():
        yield Meaning(Role.FORMAT, text, name=name, is_ordinary=text in ORDINARY_FORMATS)
    yield Meaning(Role.LANGUAGE, "?", name=UNKNOWN_LANGUAGE, is_ordinary=True)


def _language_names(country: Country) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    wordings = [wording for wording in country.wordings if wording.own != OWN]
    for locale in dict.fromkeys([*(wording.own for wording in wordings), *_READ_EVERYWHERE]):
        yield from _straight(locale)
    for wording in wordings:
        yield from _bent(wording)


# Many countries read the same names: they are put together once.
@cache
def _straight(locale: str) -> tuple[tuple[tuple[str, ...], Meaning], ...]:
    names = names_in(locale).items()
    return tuple((keys_of(name), Meaning(Role.LANGUAGE, name, name=tag)) for tag, name in names)


@cache
def _bent(wording: Wording) -> tuple[tuple[tuple[str, ...], Meaning], ...]:
    names = names_in(wording.own).items()
    forms = ((form, tag) for tag, name in names for form in sorted(bent(name, wording.endings)))
    return tuple((keys_of(form), Meaning(Role.LANGUAGE, form, name=tag)) for form, tag in forms)


def _initials(phrases: dict[tuple[str, ...], Meaning]) -> dict[tuple[str, ...], Meaning]:
    words = {keys[0]: meaning for keys, meaning in phrases.items() if len(keys) == 1 and meaning.role is Role.VERSION}
    return {tuple(word): meaning for word, meaning in words.items() if 2 <= len(word) <= 6}
