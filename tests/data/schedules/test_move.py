"""A screening is moved by hand: it stays the same one, and a file that knows nothing of it does not move it back."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import select

from data.programme.refresh import ProgrammeKeeper
from data.schedules.edit import set_status
from data.schedules.errors import MoveRefusedError, ScreeningBegunError, UnknownScreeningError
from data.schedules.move import move_screening
from data.tables.database import reading, writing
from data.tables.screening import Screening
from tests.data.factories import NOW, add_cinema, add_film, clear, dump, publish_sheet, row, stored, undo_latest

pytestmark = pytest.mark.both_databases


def move(
    engine: Engine,
    clock: str = "20:30",
    *,
    on: str = "2026-11-26",
    auditorium: str = "Kino 1",
    number: int = 1,
    cinema: str = "moviemento",
    now: timedelta = timedelta(),
) -> None:
    with writing(engine) as session:
        move_screening(session, cinema, number, on=on, clock=clock, auditorium=auditorium, now=NOW + now)


def places(engine: Engine) -> list[tuple[int, str, str | None]]:
    return [(one.id, one.starts, one.auditorium) for one in stored(engine) if one.status != "cancelled"]


def test_a_moved_screening_is_the_same_one(house: Engine) -> None:
    publish_sheet(house, row(link="https://tickets.example/1", status="ausverkauft"))
    with reading(house) as session:
        before = session.exec(select(Screening)).one().model_dump()
    move(house, "21.00", on="2026-11-27", auditorium="Kino 2")
    with reading(house) as session:
        after = session.exec(select(Screening)).one().model_dump()
    differs = {name for name in before if before[name] != after[name]}
    assert differs == {"starts_at", "programme_on", "auditorium", "moved_from_at", "moved_from_auditorium"}
    assert places(house) == [(1, "27 21:00", "Kino 2")]


def test_after_midnight_it_belongs_to_the_evening_before(house: Engine) -> None:
    publish_sheet(house, row(time="23:30"))
    move(house, "00:30", on="2026-11-27")
    with reading(house) as session:
        assert str(session.exec(select(Screening)).one().programme_on) == "2026-11-26"


@pytest.mark.parametrize("version", ["OmU", "O.m.U."])
@pytest.mark.parametrize(
    ("on", "clock", "auditorium"),
    [("2026-11-26", "20:30", "Kino 1"), ("2026-11-26", "20:00", "Kino 2"), ("2026-11-28", "20:30", "Kino 1")],
)
def test_a_file_that_has_it_where_it_was_leaves_it_and_says_so(
    house: Engine, version: str, on: str, clock: str, auditorium: str
) -> None:
    rows = [row(), row(time="17:00"), row(time="23:00")]
    publish_sheet(house, *rows)
    number = next(one.id for one in stored(house) if one.starts == "26 20:00")
    move(house, clock, on=on, auditorium=auditorium, number=number)
    before = places(house)
    report = publish_sheet(house, *(one | {"version": version} for one in rows))
    assert (report.counts.moved, report.counts.added, report.counts.removed) == (0, 0, 0)
    assert [one.code for one in report.problems] == ["moved-by-hand"]
    assert "Red Rocket, 2026-11-26 20:00 Kino 1 → 2026-11-2" in (report.problems[0].value or "")
    assert places(house) == before


def test_so_it_is_with_a_file_without_auditoriums_and_with_a_vendors_ids(house: Engine) -> None:
    show = {"Title": "Red Rocket", "FeatureStartTime": "2026-11-26T20:00:00", "Id": 7, "TicketsSoldOut": False}
    publish_sheet(house, content=json.dumps([show]).encode())
    move(house, "20:00", auditorium="Kino 2")
    report = publish_sheet(house, content=json.dumps([show]).encode())
    assert (report.state, [one.code for one in report.problems]) == ("unchanged", ["moved-by-hand"])
    assert places(house) == [(1, "26 20:00", "Kino 2")]


def test_what_else_a_file_says_of_it_counts(house: Engine) -> None:
    publish_sheet(house, row())
    move(house)
    for _ in range(2):
        publish_sheet(house, row(status="ausverkauft", link="https://tickets.example/1"))
        [one] = stored(house)
        assert (one.starts, one.status) == ("26 20:30", "sold-out")


def test_a_file_with_a_third_time_moves_it_on(house: Engine) -> None:
    publish_sheet(house, row())
    move(house)
    report = publish_sheet(house, row(time="21:00"))
    assert (report.counts.moved, report.problems) == (1, [])
    assert places(house) == [(1, "26 21:00", "Kino 1")]
    # From then on it is the files' again.
    assert publish_sheet(house, row()).counts.moved == 1


def test_a_file_that_has_both_times_means_two_screenings(house: Engine) -> None:
    publish_sheet(house, row())
    move(house, "23:00")
    assert publish_sheet(house, row(), row(time="23:00")).problems == []
    assert places(house) == [(2, "26 20:00", "Kino 1"), (1, "26 23:00", "Kino 1")]


def test_a_file_without_it_removes_it_and_says_that_it_was_moved_by_hand(house: Engine) -> None:
    others = [row(time=time, title="Dune") for time in ("12:00", "14:30", "17:00")]
    publish_sheet(house, row(), *others)
    move(house, "22:45")
    report = publish_sheet(house, *others)
    assert (report.counts.removed, [one.code for one in report.problems]) == (1, ["moved-by-hand-removed"])


def test_moved_back_it_is_as_it_was(house: Engine) -> None:
    publish_sheet(house, row())
    before = dump(house)["screening"]
    move(house)
    move(house, "22:00", auditorium="Kino 3")
    move(house, "20:00")
    assert dump(house)["screening"] == before
    assert publish_sheet(house, row(time="20:15")).counts.moved == 1


def test_the_same_place_again_writes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    move(house)
    before = dump(house)
    move(house, auditorium=" kino 1")
    assert dump(house) == before


def test_undoing_a_schedule_leaves_what_was_moved_since(house: Engine) -> None:
    publish_sheet(house, row())
    publish_sheet(house, row(version="OV"))
    move(house)
    assert [one.code for one in undo_latest(house).problems] == ["undo-changed-since"]
    assert places(house) == [(1, "26 20:30", "Kino 1")]


def test_undoing_a_file_that_moved_it_on_brings_it_back_to_where_a_person_put_it(house: Engine) -> None:
    publish_sheet(house, row())
    move(house)
    publish_sheet(house, row(time="21:00"))
    undo_latest(house)
    assert places(house) == [(1, "26 20:30", "Kino 1")]
    assert [one.code for one in publish_sheet(house, row()).problems] == ["moved-by-hand"]


def test_an_auditorium_in_which_another_film_runs_is_taken(house: Engine) -> None:
    add_film(house, "Dune", minutes=130)
    publish_sheet(house, row(time="16:00", title="Neu", auditorium="Kino 2"), row(title="Dune"))
    number = next(one.id for one in stored(house) if one.title == "Neu")
    before = dump(house)
    for clock in ("20:00", "22:09"):
        with pytest.raises(MoveRefusedError, match="Kino 1 is taken then: Dune, 20:00–22:10"):
            move(house, clock, number=number, auditorium="kino 1")
    with pytest.raises(MoveRefusedError, match="Kino 2 is taken then: Neu, 16:00\\."):
        move(house, "15:00", number=3 - number, auditorium="Kino 2")
    assert dump(house) == before
    move(house, "22:10", number=number, auditorium="kino 1")
    assert places(house)[-1] == (number, "26 22:10", "Kino 1")


def test_what_has_begun_takes_its_auditorium_for_as_long_as_it_runs(house: Engine) -> None:
    add_film(house, "Dune", minutes=130)
    publish_sheet(house, row(title="Dune"), row(title="Neu", time="23:30"))
    with pytest.raises(MoveRefusedError, match="Dune, 20:00–22:10"):
        move(house, "22:00", number=2, now=timedelta(days=4, hours=2, minutes=30))


def test_a_cancelled_one_takes_no_auditorium_and_is_not_moved(house: Engine) -> None:
    publish_sheet(house, row(), row(title="Neu", time="23:00"))
    with writing(house) as session:
        set_status(session, "moviemento", 1, "cancelled", now=NOW)
    move(house, "20:00", number=2)
    with pytest.raises(MoveRefusedError, match="takes place, then move it"):
        move(house)


@pytest.mark.parametrize(
    ("on", "clock", "sentence"),
    [
        ("2026-11-21", "20:00", "2026-11-21 20:00 is over"),
        ("2026-11-22", "17:59", "2026-11-22 17:59 is over"),
        ("2028-11-26", "20:00", "more than a year away"),
        ("9999-12-31", "20:00", "more than a year away"),
        ("0001-01-01", "20:00", "is over"),
        ("2027-03-28", "02:30", "2027-03-28 02:30 does not exist"),
        ("soon", "20:00", "Write the day as"),
        ("2026-11-26", "2o:00", "Write the day as"),
        ("2026-11-26", "", "Write the day as"),
    ],
)
def test_a_time_that_is_none_says_why(house: Engine, on: str, clock: str, sentence: str) -> None:
    publish_sheet(house, row())
    before = dump(house)
    with pytest.raises(MoveRefusedError, match=sentence):
        move(house, clock, on=on)
    assert dump(house) == before


def test_only_its_own_cinema_moves_it_and_only_before_it_begins(house: Engine) -> None:
    add_cinema(house, "odeon")
    publish_sheet(house, row())
    with pytest.raises(UnknownScreeningError, match="odeon has no screening 1"):
        move(house, cinema="odeon")
    with pytest.raises(ScreeningBegunError, match="has begun"):
        move(house, on="2026-12-24", now=timedelta(days=7))


def test_a_move_is_there_after_a_refresh(house: Engine) -> None:
    publish_sheet(house, row())
    keeper = ProgrammeKeeper(house, language="de")
    keeper.load()
    move(house, auditorium="Saal X")
    keeper.refresh()
    assert keeper.programme.auditoriums[-1] == "Saal X"


SLOTS = st.tuples(st.integers(26, 29), st.integers(10, 23), st.sampled_from(["Kino 1", "Kino 2", ""]))


@given(files=st.lists(SLOTS, min_size=1, max_size=6), moves=st.lists(st.tuples(st.integers(0, 5), SLOTS), max_size=6))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_file_again_moves_nothing_back(
    house: Engine, files: list[tuple[int, int, str]], moves: list[tuple[int, tuple[int, int, str]]]
) -> None:
    clear(house)
    add_cinema(house)
    # The same film again and again is what is hardest to tell apart.
    rows = [row(date=f"2026-11-{day}", time=f"{hour}:00", auditorium=room) for day, hour, room in dict.fromkeys(files)]
    publish_sheet(house, *rows)
    for place, (day, hour, room) in moves:
        ids = [one.id for one in stored(house)]
        with suppress(MoveRefusedError):
            move(house, f"{hour}:30", on=f"2026-11-{day}", auditorium=room, number=ids[place % len(ids)])
    before = places(house)
    assert publish_sheet(house, *rows).state == "unchanged"
    assert places(house) == before
