"""A cinema's notation becomes a Version and formats: one small table each, extended by adding a line."""

import re
from dataclasses import dataclass

from data.versions.version import Version

_ORIGINAL = Version(is_original=True, subtitles=())
_ENGLISH_SUBTITLES = Version(is_original=True, subtitles=("en",))

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
FORMATS = {"2D": "2D", "3D": "3D", "IMAX": "IMAX", "DCP": "DCP", "35mm": "35mm", "70mm": "70mm"}

_VERSION_BY_TOKEN = {token.casefold(): version for token, version in VERSIONS.items()}
_FORMAT_BY_TOKEN = {token.casefold(): name for token, name in FORMATS.items()}


@dataclass(frozen=True, slots=True)
class Notation:
    """What a cell says: its version (unknown in all parts where it says none), formats, and the words left over."""

    version: Version
    formats: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def read_notation(text: str) -> Notation:
    """Read the words of a version or format cell, such as `OmU`, `3D OmU` or `OV, 70 mm`.

    A second version word that says something else than the first is left over too: nothing is guessed.
    """
    version: Version | None = None
    formats: list[str] = []
    left: list[str] = []
    for token in re.split(r"[\s,;/|()\[\]]+", re.sub(r"(?i)(\d)\s+mm\b", r"\1mm", text)):
        key = token.casefold()
        if key in _FORMAT_BY_TOKEN:
            formats.append(_FORMAT_BY_TOKEN[key])
        elif key in _VERSION_BY_TOKEN and version in (None, _VERSION_BY_TOKEN[key]):
            version = _VERSION_BY_TOKEN[key]
        elif key:
            left.append(token)
    return Notation(version or Version(), tuple(dict.fromkeys(formats)), tuple(left))
