"""A Version becomes the label that stands at a cinema's door, and the key under which an answer names it."""

from data.versions.version import UNKNOWN_LANGUAGE, Version

# German notation, for every country until the others have theirs; what no cinema of a country writes misleads nobody.
OWN_LANGUAGE = "de"
_SUBTITLE_LETTERS = {"en": "e", "fr": "f", "es": "sp", "it": "i"}


def label_of(version: Version) -> str:
    """Give the label in German notation: OV, OmU, OmeU, DF …; a bare language (`EN`) where subtitles are unknown.

    Empty where nothing is known: the viewer is told so in words.
    """
    if version.audio[:1] == (OWN_LANGUAGE,) and not version.subtitles:
        return "DF"
    if version.is_original and version.subtitles is not None:
        return _original_label(version.subtitles)
    return _languages_label(version)


def _original_label(subtitles: tuple[str, ...]) -> str:
    if not subtitles:
        return "OV"
    if subtitles == (OWN_LANGUAGE,):
        return "OmU"
    return "Om" + "&".join(_SUBTITLE_LETTERS.get(tag, tag) for tag in subtitles) + "U"


def _languages_label(version: Version) -> str:
    heard = "/".join(tag.upper() for tag in version.audio if tag != UNKNOWN_LANGUAGE)
    read = "/".join(tag.upper() for tag in version.subtitles or ())
    return " ".join(part for part in (heard, read and f"m. {read} UT") if part)


def key_of(version: Version, label: str) -> str:
    """Give the short name of a version within an answer, such as `OmU·en·de`: label, heard, read, and what is unusual.

    No two versions share one; `·?` at the end marks that nobody knows whether it is the original.
    """
    read = "?" if version.subtitles is None else "+".join(version.subtitles) or "-"
    extras = ("·captions" if version.captions else "") + ("·ad" if version.audio_description else "")
    origin = {True: "", False: "·dubbed", None: "·?"}[version.is_original]
    return f"{label}·{'+'.join(version.audio)}·{read}{origin}{extras}"
