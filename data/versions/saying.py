"""What the words of a notation say together: the more specific word counts, and a contradiction stays one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from data.versions.version import UNKNOWN, UNKNOWN_LANGUAGE, Version

_UNHEARD = (UNKNOWN_LANGUAGE,)

Languages = tuple[str, ...]


class ContradictionError(Exception):
    """Two words cannot both be meant. It never leaves this package: the reader of notations makes a Problem of it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one word says, or several agree on; `is_open`: its language holds only where no other is named."""

    version: Version
    is_open: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether it speaks of what is heard, and so of the whole version."""
        return self.version.is_original is not None or self.version.audio != _UNHEARD

    @property
    def opens_audio(self) -> bool:
        """Say whether the open part is what is heard, rather than what is read."""
        return self.is_open and self.version.audio != _UNHEARD

    def named(self, languages: Languages) -> "Saying":
        """Put languages into the open part."""
        if self.opens_audio:
            return Saying(replace(self.version, audio=languages))
        return Saying(replace(self.version, subtitles=languages))


def together(sayings: Iterable[Saying]) -> Version:
    """Say all at once. Raises ContradictionError."""
    return reduce(_both, sayings, Saying(UNKNOWN)).version


def heard_too(version: Version, languages: Languages) -> Version:
    """Add languages that are named as heard. Raises ContradictionError where others are."""
    if version.audio == _UNHEARD:
        return replace(version, audio=languages)
    if not set(languages) <= set(version.audio):
        raise ContradictionError
    return version


def _both(one: Saying, other: Saying) -> Saying:
    first, second = one.version, other.version
    if one.is_whole and other.is_whole and bool(first.is_original) != bool(second.is_original):
        raise ContradictionError
    said = Version(
        audio=_audio(one, other),
        is_original=second.is_original if first.is_original is None else first.is_original,
        subtitles=_subtitles(one, other),
        captions=first.captions or second.captions,
        audio_description=first.audio_description or second.audio_description,
    )
    is_open = (one.is_open and other.is_open) or any(
        saying.is_open and _keeps_open(saying, said) for saying in (one, other)
    )
    return Saying(said, is_open)


def _keeps_open(saying: Saying, said: Version) -> bool:
    return saying.version.audio == said.audio if saying.opens_audio else saying.version.subtitles == said.subtitles


def _audio(one: Saying, other: Saying) -> Languages:
    known = [saying for saying in (one, other) if saying.version.audio != _UNHEARD]
    sure = [saying for saying in known if not saying.opens_audio] or known
    if len({saying.version.audio for saying in sure}) > 1:
        raise ContradictionError
    return sure[0].version.audio if sure else _UNHEARD


def _subtitles(one: Saying, other: Saying) -> Languages | None:
    known = [saying for saying in (one, other) if saying.version.subtitles is not None]
    named = [saying for saying in known if saying.version.subtitles]
    # A whole version has none as long as nobody names any; "without subtitles" means it.
    if named and any(not saying.is_whole for saying in known if not saying.version.subtitles):
        raise ContradictionError
    sure = [saying for saying in named if not saying.is_open or saying.opens_audio] or named or known
    if len({saying.version.subtitles for saying in sure}) > 1:
        raise ContradictionError
    return sure[0].version.subtitles if sure else None
