"""The closed days of two houses that become one, and two again: each has what was said of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.catalogue.closed_days import close_days, open_days
from data.tables.cinema import Cinema
from data.tables.closed_day import ClosedDay
from data.tables.database import reading, writing
from tests.data.catalogue.joining import LATER, merge, part
from tests.data.factories import NOW, publish_sheet, row

pytestmark = pytest.mark.both_databases

AFTER = LATER + timedelta(minutes=1)


def close(engine: Engine, slug: str, day: int, note: str, *, is_after: bool = False) -> None:
    on = date(2026, 12, day)
    with writing(engine) as session:
        close_days(session, slug, on, on, note=note, now=AFTER if is_after else NOW)


def closed(engine: Engine) -> list[str]:
    query = select(Cinema.slug, ClosedDay).join(ClosedDay, col(ClosedDay.cinema_id) == Cinema.id)
    with reading(engine) as session:
        days = session.exec(query.order_by(Cinema.slug, col(ClosedDay.programme_on)))
        return [f"{slug} {one.programme_on.day} {one.note or ''}".strip() for slug, one in days]


def test_both_are_the_kept_ones_and_go_back(houses: Engine) -> None:
    close(houses, "passage", 24, "a")
    close(houses, "passage-kino", 24, "b")
    close(houses, "passage-kino", 25, "b")
    merge(houses, "passage", "passage-kino")
    assert closed(houses) == ["passage 24 a", "passage 25 b"]
    part(houses, "passage-kino")
    assert closed(houses) == ["passage 24 a", "passage-kino 24 b", "passage-kino 25 b"]


def test_what_was_closed_since_stays_with_the_house_that_stayed(houses: Engine) -> None:
    close(houses, "passage-kino", 24, "b")
    close(houses, "passage-kino", 25, "b")
    merge(houses, "passage", "passage-kino")
    close(houses, "passage", 24, "since", is_after=True)
    close(houses, "passage", 26, "since", is_after=True)
    part(houses, "passage-kino")
    assert closed(houses) == ["passage 24 since", "passage 26 since", "passage-kino 25 b"]


def test_what_was_opened_since_stays_open(houses: Engine) -> None:
    close(houses, "passage-kino", 24, "b")
    merge(houses, "passage", "passage-kino")
    with writing(houses) as session:
        open_days(session, "passage", date(2026, 12, 24), date(2026, 12, 24), now=AFTER)
    part(houses, "passage-kino")
    assert closed(houses) == []


def test_a_day_that_a_schedule_closed_goes_back_with_its_schedule(houses: Engine) -> None:
    rest = {"time": "", "title": "Ruhetag", "auditorium": ""}
    publish_sheet(houses, row("2026-12-24", **rest), cinema="passage-kino")
    merge(houses, "passage", "passage-kino")
    publish_sheet(houses, row("2026-12-25", **rest), cinema="passage", now=AFTER)
    part(houses, "passage-kino")
    assert closed(houses) == ["passage 25", "passage-kino 24"]
