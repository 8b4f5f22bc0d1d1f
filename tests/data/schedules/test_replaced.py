"""The law of replacing, in a few lines of plain Python: a file's days are what it says, all else is as before."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.schedules.plan import Mode
from tests.data.factories import BERLIN, NOW, add_cinema, add_film, clear, publish_sheet, row, stored, undo_latest
from tests.data.schedules.test_laws import FEW, assert_sums

TITLES = ("Red Rocket", "Dune", "Sneak")
NIGHT_ENDS = time(5)


class Line(NamedTuple):
    """A row: its day on the calendar, its time, film, version and auditorium."""

    on: date
    at: time
    title: str
    version: str
    auditorium: str

    @property
    def evening(self) -> date:
        return self.on - timedelta(days=1) if self.at < NIGHT_ENDS else self.on

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.on, self.at, BERLIN).astimezone(UTC)

    def written(self) -> dict[str, str]:
        return row(self.on.isoformat(), f"{self.at:%H:%M}", self.title, self.version, self.auditorium)


def files(rooms: Sequence[str]) -> st.SearchStrategy[list[Line]]:
    lines = st.builds(
        Line,
        st.dates(date(2026, 11, 22), date(2026, 11, 26)),
        st.sampled_from([time(0, 30), time(4, 59), time(17), time(20), time(23, 45)]),
        st.sampled_from(TITLES),
        st.sampled_from(["OV", "DF"]),
        st.sampled_from(rooms),
    )
    return st.lists(lines, min_size=1, max_size=8)


def shown_after(shown: Counter[Line], file: list[Line], mode: Mode, now: datetime) -> Counter[Line]:
    """Say what is shown after a file: each of its coming rows once, and what it does not speak of."""
    coming = {line for line in file if line.starts_at >= now}
    first, last = min(line.on for line in file), max(line.evening for line in file)
    rooms = {line.auditorium for line in file}

    def is_replaced(line: Line) -> bool:
        is_of_file = first <= line.evening <= last and (rooms == {""} or line.auditorium in rooms)
        return mode is Mode.REPLACE and is_of_file and line.starts_at >= now

    return Counter({line for line in shown if not is_replaced(line)} | coming)


def is_of_a_night(file: list[Line]) -> bool:
    """Say whether all that it has comes after midnight: then it may move what it does not replace."""
    return min(line.on for line in file) > max(line.evening for line in file)


def shown(engine: Engine) -> Counter[Line]:
    living = [one for one in stored(engine) if one.status != "cancelled"]
    return Counter(
        Line(
            date(2026, 11, int(one.starts[:2])),
            time.fromisoformat(one.starts[3:]),
            one.title,
            one.label,
            one.auditorium or "",
        )
        for one in living
    )


@pytest.mark.parametrize("rooms", [[""], ["Kino 1", "Kino 2"]])
def test_a_files_days_are_what_it_says_and_all_else_is_as_before(engine: Engine, rooms: list[str]) -> None:
    publications = st.tuples(files(rooms), st.sampled_from(Mode), st.sampled_from([0, 3, 30]))

    @FEW
    @given(st.lists(publications, min_size=1, max_size=4))
    def holds(published: list[tuple[list[Line], Mode, int]]) -> None:
        clear(engine)
        add_cinema(engine)
        add_film(engine)
        add_film(engine, "Dune")
        said: Counter[Line] = Counter()
        now = NOW
        for file, mode, hours in published:
            if is_of_a_night(file) and mode is Mode.REPLACE:
                continue
            now += timedelta(hours=hours)
            before = said
            said = shown_after(said, file, mode, now)
            report = publish_sheet(engine, *(line.written() for line in file), now=now, mode=mode)
            assert_sums(report.counts)
            assert shown(engine) == said
            if report.state == "published":
                undo_latest(engine, now=now)
                assert shown(engine) == before
                publish_sheet(engine, *(line.written() for line in file), now=now, mode=mode)
                assert shown(engine) == said

    holds()
