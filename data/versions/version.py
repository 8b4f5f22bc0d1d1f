"""A version: what you hear and what you read. Labels are computed from it, never stored as truth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True, slots=True)
class Version:
    """Audio and subtitles as BCP 47 tags.

    `audio` is ("und",) where unknown; `is_original` null where unknown; `subtitles` () for none, null where unknown.
    """

    audio: tuple[str, ...] = (UNKNOWN_LANGUAGE,)
    is_original: bool | None = None
    subtitles: tuple[str, ...] | None = None
    captions: bool = False
    audio_description: bool = False

    def for_film(self, original_languages: Sequence[str]) -> "Version":
        """Fill in what follows once the film's own languages are known.

        "Original" gets its languages; a named language turns out to be the original one, or dubbed.
        """
        if not original_languages:
            return self
        if self.audio == (UNKNOWN_LANGUAGE,):
            return replace(self, audio=tuple(original_languages)) if self.is_original else self
        if self.is_original is None:
            return replace(self, is_original=any(language in original_languages for language in self.audio))
        return self


# Nothing is said at all.
UNKNOWN = Version()
