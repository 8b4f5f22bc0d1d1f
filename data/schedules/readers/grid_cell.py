"""A cell of a weekly grid: several times, each perhaps with a word about its version, or that there is none."""

import re
from dataclasses import dataclass, replace

from data.schedules.closed_words import is_closed
from data.schedules.status import find_status
from data.text import folded
from data.versions.notation import read_notation
from data.versions.version import UNKNOWN

# A time, but not the beginning of a date such as 26.11.
_TIME = re.compile(
    r"(?<![\d.:,])(?:\d{1,2}\s?[:.]\s?\d{2}(?!\d)(?!\.\d)(?!\.(?=\s|$))|\d{1,2}\s?h\s?\d{2}(?!\d)|\d{1,2}\s?(?:uhr|h)\b)"
    r"(?:\s?(?:uhr|h)\b)?(?:\s?[ap]\.?m\b\.?)?|(?<![\d.:,])\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
# A bare number, or what has letters in the place of digits: 2o:15.
_LIKE_A_TIME = re.compile(r"[\W_]*(?:\d+|[\dOoIlS]{1,2}\s?[:.h]\s?[\dOoIlS]{2})[\W_]*(?:uhr)?", re.IGNORECASE)
# What stands between two times and says nothing.
_BETWEEN = " \t\n\r/,;|+&•·-–—()[]"
_NOTHING = frozenset({"", "x", "0", "---", "...", "…", "entfallt", "keine", "none", "nein"})
# Formats are the same in all countries.
_COUNTRY = "DE"


@dataclass(frozen=True, slots=True)
class GridTime:
    """A time of a cell, with what stands beside it, sorted by what it says."""

    time: str
    version: str = ""
    format: str = ""
    status: str = ""


def read_grid_cell(text: str) -> tuple[GridTime, ...]:
    """Read the times of a cell. Anything else stands in for one: that it is closed, or what nobody can read."""
    if folded(text).strip(_BETWEEN + ".*") in _NOTHING:
        return ()
    if is_closed(text):
        return (GridTime(text.strip()),)
    found = list(_TIME.finditer(text))
    before = text[: found[0].start()].strip(_BETWEEN) if found else ""
    if not found or any(character.isdigit() for character in before):
        return (GridTime(text.strip()),)
    ends = [one.start() for one in found[1:]] + [len(text)]
    notes = [text[one.end() : end].strip(_BETWEEN) for one, end in zip(found, ends, strict=True)]
    return tuple(_time(one.group(), note or before) for one, note in zip(found, notes, strict=True))


def is_of_times(text: str) -> bool:
    """Say whether a time stands in a cell."""
    return _TIME.search(text) is not None


def _time(written: str, note: str) -> GridTime:
    time = re.sub(r"\s*([:.])\s*", r"\1", written)
    if not note:
        return GridTime(time)
    if said_status := find_status(note):
        return replace(_time(written, said_status.rest.strip(_BETWEEN)), status=said_status.status)
    said = read_notation(note, _COUNTRY)
    if said.formats and said.version == UNKNOWN and not said.left:
        return GridTime(time, format=note)
    # What looks like a time beside times is one that we cannot read.
    return GridTime(f"{time} {note}") if _LIKE_A_TIME.fullmatch(note) else GridTime(time, version=note)
