"""The shape of the tables: what the words of one language mean, and how the cinemas of a country write a version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from data.versions.version import Version

# Stands in a table for the country's own language: what is meant unless another language is named beside the word.
OWN = "own"


def original(*read: str) -> Version:
    """Give the original version with these subtitles; without any, what can be read stays unknown."""
    return Version(is_original=True, subtitles=read or None)


def original_without_subtitles() -> Version:
    """Give the original version with nothing to read."""
    return Version(is_original=True, subtitles=())


def spoken(language: str) -> Version:
    """Give the version in a language, without subtitles; for a film of that language it is the original."""
    return Version(audio=(language,), subtitles=())


def dubbed(language: str) -> Version:
    """Give the version that is dubbed in a language, without subtitles."""
    return Version(audio=(language,), is_original=False, subtitles=())


# Each table is one of its kind: that it equals itself makes it a key of what is remembered.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """What the words of one language mean on a cinema's sheet. Case, accents and full stops do not matter.

    `own` is that language, or OWN for words that are used beside others everywhere.

    `versions` are words for whole versions; `shapes` such with languages in them (`Om{read}U`, `{heard}/{read}`).
    `subtitles` are words for subtitles, whose language stands beside them; `subtitled` the same, and alone they mean
    the original with subtitles. `speech` are words for what is heard (`englische Fassung`). `without`, `with_` and
    `and_` join these. `languages` are the cinemas' short names of languages, by tag; the long ones are known, and
    `endings` says how they bend (`Englisch`: `englische`). `languages_follow`: `UT français`, not `dt. UT`.
    `ages` hold a number in place of `{}`; `events` stand apart from the title by a mark, `guests` anywhere after it.
    `ordinary` are words that titles use as well: beside a title they count only in brackets.
    """

    own: str
    versions: Mapping[str, Version] = field(default_factory=dict)
    shapes: Mapping[str, Version] = field(default_factory=dict)
    subtitles: tuple[str, ...] = ()
    subtitled: tuple[str, ...] = ()
    no_subtitles: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    and_: tuple[str, ...] = ()
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages_follow: bool = False
    ages: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()


class Read(Enum):
    """What a label asks of the subtitles, where it does not ask for certain languages."""

    ANY = "any"
    NONE = "none, or unknown"
    SURELY_NONE = "none"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the door, and the versions that it is said of: the first label that fits is taken.

    `heard` and `read` ask for these languages; null and Read.ANY ask for nothing. In the text, `{heard}` and `{read}`
    become the languages. `is_captioned` asks for captions, which the text then says.
    """

    text: str
    heard: str | None = None
    is_original: bool | None = None
    read: str | Read = Read.ANY
    is_captioned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Country:
    """A country's notation: the wordings that are read there, the first before the others, and its labels.

    `own` replaces the wordings' own language where several are at home. `spelled` gives the spelling of languages in
    labels, which is else the tag in capitals, or with `names_in` (a locale) their names. `letters` is the same inside
    of shapes. `unheard` stands for an unknown language that is heard. `captions` and `audio_description` are put
    behind the label.
    """

    codes: tuple[str, ...]
    wordings: tuple[Wording, ...]
    labels: tuple[Label, ...]
    own: str | None = None
    spelled: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    names_in: str | None = None
    joined_by: str = "/"
    unheard: str = ""
    captions: str = ""
    audio_description: str = ""
