"""Whether a person who follows some languages understands a version: by ear or by reading along."""

from collections.abc import Set
from typing import Protocol

from data.versions.version import UNKNOWN_LANGUAGE


class HeardAndRead(Protocol):
    """What of a version matters here; BCP 47 tags as in Version."""

    @property
    def audio(self) -> tuple[str, ...]:
        """What is heard, ("und",) where unknown."""

    @property
    def subtitles(self) -> tuple[str, ...] | None:
        """What is read, null where unknown."""


def is_understood(version: HeardAndRead, languages: Set[str]) -> bool | None:
    """Say whether one of the languages is heard or read; null (perhaps) where nobody says what is.

    `languages` are without regions and scripts (`language_without_region`): who follows `en` follows `en-GB`.
    """
    named = {*version.audio, *(version.subtitles or ())}
    if any(language_without_region(tag) in languages for tag in named - {UNKNOWN_LANGUAGE}):
        return True
    return None if version.subtitles is None or UNKNOWN_LANGUAGE in named else False


def language_without_region(tag: str) -> str:
    """Give the primary language of a BCP 47 tag: `pt` of `pt-BR`."""
    return tag.partition("-")[0].lower()
