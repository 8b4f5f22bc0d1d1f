"""Rows that say that nothing is shown on their day: geschlossen, Ruhetag, relâche, no shows."""

import re
from datetime import time
from functools import lru_cache

from data.schedules.sheet import Row
from data.text import folded
from data.times.cells import LONGEST, read_date_cell, read_time_cell

_CLOSED = frozenset(
    {
        *("geschlossen", "ruhetag", "ruhetage", "schliesstag", "spielfrei", "kein programm", "kein kino"),
        *("keine vorstellung", "keine vorstellungen", "betriebsferien", "sommerpause", "winterpause"),
        *("closed", "no shows", "no screenings", "ferme", "fermeture", "relache", "pas de seance", "pas de seances"),
        *("chiuso", "riposo", "cerrado", "gesloten", "zamkniete", "nieczynne", "zavreno"),
    }
)
# Words around these that say nothing more.
_FILLERS = frozenset(
    {
        *("das", "unser", "kino", "haus", "ist", "bleibt", "sind", "heute", "leider", "ganztagig"),
        *("wir", "haben", "hat"),
        *("the", "cinema", "house", "is", "are", "we", "stays", "today", "le", "est", "aujourd", "hui", "il", "oggi"),
    }
)
# Where a reason begins: `geschlossen (Heiligabend)`, `closed due to works`; or ends: `wegen Umbau geschlossen`.
_BEFORE_REASON = re.compile(r"\s*[(\[:,;–—-]|\s+(?=(?:wegen|aufgrund|due to|because|pour|per)\s)")
_REASON_FIRST = re.compile(r"(?:wegen|aufgrund|due to)\s.*\s(\S+)")
# Beside a time, the house is open until then, or from then on.
_LIKE_A_TIME = re.compile(r"\d\s?[:h]\s?\d\d|\d\d?\.\d\d(?![.\d])")
_NO_TITLE = frozenset({"", "-", "–", "—", "---", "x"})


def says_closed(row: Row) -> bool:
    """Say whether a row is no screening, but says that nothing is shown: in place of its time, or of its film.

    With a time, it is a film of that name.
    """
    if _has_time(row) or not any(map(is_closed, (row.time, row.title, row.version, row.status))):
        return False
    return is_closed(row.time) or is_closed(row.title) or row.title.strip() in _NO_TITLE


def closed_note(text: str) -> str | None:
    """Give what people should read of a cell that says `closed`; null where it says no more than that."""
    return text if _has_reason(text) else None


def is_closed(text: str) -> bool:
    """Say whether a cell says that the house is closed, whatever it says of why."""
    return 0 < len(text) <= LONGEST and _is_closed(text)


@lru_cache(maxsize=4096)
def _is_closed(text: str) -> bool:
    return not _LIKE_A_TIME.search(text) and (" ".join(_core(text)) in _CLOSED or _has_reason(text))


def _has_reason(text: str) -> bool:
    plain = folded(text).strip(" .!*")
    first = _REASON_FIRST.fullmatch(plain)
    said = first[1] if first else _BEFORE_REASON.split(plain, maxsplit=1)[0]
    return said != plain and " ".join(_core(said)) in _CLOSED


def _core(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(text)) if word not in _FILLERS]


def _has_time(row: Row) -> bool:
    if row.starts_at is not None or any(read_time_cell(cell).time for cell in (row.time, row.feature_time) if cell):
        return True
    beside = read_date_cell(row.date).time
    # What a spreadsheet writes beside a date alone.
    return beside is not None and beside.clock != time.min
