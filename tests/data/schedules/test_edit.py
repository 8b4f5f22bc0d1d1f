"""A screening is changed by hand: the programme shows it at once, and a file does not take it back unasked."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.refresh import ProgrammeKeeper
from data.schedules.edit import set_status
from data.schedules.errors import ScreeningBegunError, UnknownScreeningError
from data.tables.database import writing
from tests.data.factories import (
    NOW,
    add_cinema,
    dump,
    publish_sheet,
    row,
    stored,
    undo_latest,
)

pytestmark = pytest.mark.both_databases


def edit(
    engine: Engine, status: str, *, number: int = 1, now: timedelta = timedelta(), cinema: str = "moviemento"
) -> None:
    with writing(engine) as session:
        set_status(session, cinema, number, status, now=NOW + now)


def shown(keeper: ProgrammeKeeper) -> tuple[int, list[str | None]]:
    keeper.refresh()
    known_until = [one.known_until for one in keeper.programme.cinemas]
    return keeper.programme.screening_count, [on.isoformat() if on else None for on in known_until]


@pytest.fixture
def keeper(house: Engine) -> ProgrammeKeeper:
    """Give a keeper that holds a programme of one screening."""
    publish_sheet(house, row())
    keeper = ProgrammeKeeper(house, language="de")
    keeper.load()
    return keeper


def test_a_screening_sold_out_by_hand_stays_so_when_the_file_comes_again(house: Engine) -> None:
    publish_sheet(house, row())
    edit(house, "sold-out")
    assert publish_sheet(house, row()).state == "unchanged"
    assert publish_sheet(house, row(time="20:30")).counts.moved == 1
    assert [(one.starts, one.status) for one in stored(house)] == [("26 20:30", "sold-out")]


@pytest.mark.parametrize("said", ["", "scheduled", "ausverkauft", "abgesagt"])
@pytest.mark.parametrize("by_hand", ["sold-out", "cancelled", "scheduled"])
def test_a_file_takes_seats_away_but_gives_none_back_that_a_person_took(house: Engine, by_hand: str, said: str) -> None:
    publish_sheet(house, row())
    edit(house, "sold-out")
    edit(house, by_hand)
    publish_sheet(house, row(status=said))
    order = ["scheduled", "sold-out", "cancelled"]
    meant = {"": "scheduled", "scheduled": "scheduled", "ausverkauft": "sold-out", "abgesagt": "cancelled"}[said]
    assert [(one.id, one.status) for one in stored(house)] == [(1, max(meant, by_hand, key=order.index))]


def test_who_sends_what_was_cancelled_by_hand_is_told(house: Engine) -> None:
    publish_sheet(house, row(), row(time="23:00"))
    edit(house, "cancelled")
    report = publish_sheet(house, row(), row(time="23:00"))
    assert (report.state, report.counts.unchanged) == ("unchanged", 2)
    assert [(one.code, one.value) for one in report.problems] == [("cancelled-by-hand", "Red Rocket, 2026-11-26 20:00")]
    assert "set them to scheduled" in report.problems[0].message
    edit(house, "scheduled")
    assert publish_sheet(house, row(), row(time="23:00")).problems == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        *(("ausverkauft!", "sold-out"), ("Leider ausverkauft", "sold-out"), ("complet", "sold-out")),
        *(("AUSGEBUCHT", "sold-out"), ("Esaurito", "sold-out"), ("vyprodáno", "sold-out"), ("SOLD_OUT", "sold-out")),
        *(("abgesagt wegen Krankheit", "cancelled"), ("fällt leider aus", "cancelled"), ("Annulé", "cancelled")),
        *(("odwołane", "cancelled"), ("ausverkauft, abgesagt", "cancelled"), ("Entfällt", "cancelled")),
        *(("nicht ausverkauft", "scheduled"), ("fast ausverkauft", "scheduled"), ("ausverkauft?", "scheduled")),
    ],
)
def test_a_status_is_read_as_cinemas_write_it(house: Engine, said: str, status: str) -> None:
    report = publish_sheet(house, row(status=said))
    assert stored(house)[0].status == status
    assert [one.code for one in report.problems] == (["status-unknown"] if status == "scheduled" else [])


@pytest.mark.parametrize("said", ["", "scheduled"])
def test_a_sold_out_that_came_from_a_file_is_lifted_by_one_that_no_longer_says_so(house: Engine, said: str) -> None:
    publish_sheet(house, row(status="ausverkauft"))
    publish_sheet(house, row(status=said))
    assert [one.status for one in stored(house)] == ["scheduled"]


def test_what_a_person_sold_out_stays_so_though_a_file_had_said_it_before(house: Engine) -> None:
    publish_sheet(house, row(status="ausverkauft"))
    edit(house, "sold-out")
    publish_sheet(house, row())
    assert [one.status for one in stored(house)] == ["sold-out"]


def test_what_a_person_sold_out_is_so_again_where_a_file_had_lost_it(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    edit(house, "sold-out")
    publish_sheet(house, row(time="22:00"))
    publish_sheet(house, row(), row(time="22:00"))
    assert [one.status for one in stored(house)] == ["sold-out", "scheduled"]


def test_what_a_person_sold_out_is_so_again_after_an_undo_of_what_cancelled_it(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    edit(house, "sold-out")
    publish_sheet(house, row(time="22:00"))
    undo_latest(house)
    publish_sheet(house, row(status="scheduled"), row(time="22:00"))
    assert [one.status for one in stored(house)] == ["sold-out", "scheduled"]


def test_a_feed_that_says_of_every_show_that_seats_are_left_opens_none_that_a_person_sold_out(house: Engine) -> None:
    show = {"Title": "Red Rocket", "FeatureStartTime": "2026-11-26T20:00:00", "Id": 7, "TicketsSoldOut": False}
    publish_sheet(house, content=json.dumps([show]).encode())
    edit(house, "sold-out")
    assert publish_sheet(house, content=json.dumps([show]).encode()).state == "unchanged"
    assert [one.status for one in stored(house)] == ["sold-out"]


def test_the_same_status_again_writes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    edit(house, "sold-out")
    before = dump(house)
    edit(house, "sold-out")
    assert dump(house) == before


def test_a_status_that_is_none_says_which_there_are(house: Engine) -> None:
    publish_sheet(house, row())
    with pytest.raises(QuestionError, match="scheduled, sold-out, cancelled"):
        edit(house, "ausverkauft")


def test_a_screening_of_another_cinema_is_not_known(house: Engine) -> None:
    add_cinema(house, "odeon")
    publish_sheet(house, row())
    with pytest.raises(UnknownScreeningError, match="odeon has no screening 1"):
        edit(house, "sold-out", cinema="odeon")


def test_what_has_begun_is_not_changed(house: Engine) -> None:
    publish_sheet(house, row())
    with pytest.raises(ScreeningBegunError, match="has begun"):
        edit(house, "sold-out", now=timedelta(days=7))


def test_an_edit_is_there_after_a_refresh(keeper: ProgrammeKeeper) -> None:
    edit(keeper.engine, "cancelled")
    assert shown(keeper)[0] == 0
    edit(keeper.engine, "scheduled")
    assert shown(keeper)[0] == 1


def test_an_undo_is_there_after_a_refresh_and_the_days_are_unknown_again(keeper: ProgrammeKeeper) -> None:
    publish_sheet(keeper.engine, row(), row(date="2026-12-02"))
    assert shown(keeper) == (2, ["2026-12-02"])
    undo_latest(keeper.engine)
    assert shown(keeper) == (1, ["2026-11-26"])
    undo_latest(keeper.engine)
    assert shown(keeper) == (0, [None])


def test_undoing_touches_the_films_of_before_and_after(keeper: ProgrammeKeeper) -> None:
    publish_sheet(keeper.engine, row(title="Neu"))
    keeper.refresh()
    touched: list[frozenset[int]] = []
    keeper.listeners.append(
        lambda _programme, what: touched.extend(frozenset(films) for _, films in what.cinemas) if what else None
    )
    undo_latest(keeper.engine)
    keeper.refresh()
    assert [len(films) for films in touched] == [2]
