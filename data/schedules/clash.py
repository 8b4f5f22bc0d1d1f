"""Two films in one auditorium at once: nobody can show that, so one of the rows is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.problem import Problem, Severity
from data.schedules.showing import Entry, Showing
from data.schedules.status import CANCELLED
from data.sentence import Sentence

# Of a film whose length nobody knows, only the start is sure.
SHORTEST = timedelta(minutes=1)


class Running(NamedTuple):
    """What runs in an auditorium, and when its films end."""

    showing: Showing
    free_at: datetime


def clashes(entries: Sequence[Entry], minutes: Mapping[str, int], column: str, zone: ZoneInfo) -> Iterator[Problem]:
    """Warn of each row that begins in an auditorium in which another one's films still run.

    `minutes` are those of films by slug, where they are known; `column` is the sheet's word for the auditorium. The
    advertising is left aside: it is an estimate, and a doubt has to be sure.
    """
    for together in _by_auditorium(entries).values():
        running, free_at = together[0], _ends_at(together[0].showing, minutes)
        for entry in together[1:]:
            if entry.showing.starts_at < free_at:
                yield _clash(entry, running, free_at.astimezone(zone), column)
            ends_at = _ends_at(entry.showing, minutes)
            if ends_at > free_at:
                running, free_at = entry, ends_at


def running_beside(showing: Showing, others: Iterable[Showing], minutes: Mapping[str, int]) -> Running | None:
    """Find what already runs in a screening's auditorium while that would; null where it names none, or it is free."""
    ends_at = _ends_at(showing, minutes)
    for other in others:
        free_at = _ends_at(other, minutes)
        is_there = bool(showing.room) and other.room == showing.room and other.status != CANCELLED
        if is_there and other.starts_at < ends_at and showing.starts_at < free_at:
            return Running(other, free_at)
    return None


def _by_auditorium(entries: Sequence[Entry]) -> Mapping[str, list[Entry]]:
    """Sort what takes place by auditorium and start."""
    together: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.showing.starts_at, entry.row)):
        if entry.showing.auditorium and entry.showing.status != CANCELLED:
            together[entry.showing.auditorium].append(entry)
    return together


def _ends_at(showing: Showing, minutes: Mapping[str, int]) -> datetime:
    length = timedelta(minutes=sum(minutes.get(film, 0) for film in showing.films))
    return showing.starts_at + max(length, SHORTEST)


def _clash(entry: Entry, running: Entry, free_at: datetime, column: str) -> Problem:
    return Problem(
        code="auditorium-taken",
        severity=Severity.WARNING,
        row=entry.row,
        column=column,
        value=entry.showing.auditorium,
        message=Sentence(
            "There, {film} (row {row}) runs until {until:%H:%M}. "
            "Both rows count; correct the time or the auditorium of one.",
            film=running.showing.title,
            row=running.row,
            until=free_at,
        ),
    )
