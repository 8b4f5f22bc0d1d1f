"""Languages that a field names outright, as tags; a word that is no tag is left for the notation to read."""

from collections.abc import Sequence

from babel.core import Locale

from data.languages import read_language
from data.versions.version import UNKNOWN, UNKNOWN_LANGUAGE, Version


def language_tag(text: str) -> str | None:
    """Give the BCP 47 tag that a text is; null where it is none, such as `orig` or `OmU`."""
    try:
        tag = read_language(text.strip().replace("_", "-"))
    except ValueError:
        return None
    return tag if tag.partition("-")[0] in Locale("en").languages else None


def version_said(
    audio: Sequence[str], subtitles: Sequence[str] | None, *, captions: bool = False, described: bool = False
) -> Version | None:
    """Make a version of what fields say; null where they say nothing. What is no tag makes its part unknown."""
    heard = _tags(audio)
    read = None if subtitles is None else _tags(subtitles)
    version = Version(
        audio=heard or (UNKNOWN_LANGUAGE,), subtitles=read, captions=captions, audio_description=described
    )
    return None if version == UNKNOWN else version


def words_beside(*texts: str) -> str:
    """Join the words that are no tags: what the file says of its version besides."""
    return ", ".join(dict.fromkeys(text.strip() for text in texts if text.strip() and not language_tag(text)))


def _tags(texts: Sequence[str]) -> tuple[str, ...] | None:
    tags = [language_tag(text) for text in texts]
    return None if None in tags else tuple(dict.fromkeys(tag for tag in tags if tag))
