"""Schedules of two cinemas that became one: they are matched, undone and edited as those of one."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.schedules.all_cinemas import plan_all_cinemas
from data.schedules.edit import set_status
from data.schedules.errors import MergedSinceError
from data.schedules.plan import Document, Mode
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.screening import Screening
from tests.data.catalogue.joining import LATER, merge, part
from tests.data.factories import (
    NOW,
    add_cinema,
    add_film,
    check_sheet,
    publish_sheet,
    row,
    sheet,
    starts,
    stored,
    undo_latest,
)

pytestmark = pytest.mark.both_databases


def test_a_file_of_all_cinemas_is_matched_by_every_name_that_the_house_ever_had(houses: Engine) -> None:
    add_cinema(houses, "union", name="Union")
    merge(houses, "passage", "passage-kino")
    rows = [
        row(cinema=name, time=time)
        for name, time in (("Passage", "18:00"), ("passage-kino", "20:00"), ("PASSAGE KINO", "22:00"))
    ]
    document = Document(name="all.csv", content=sheet(*rows, row(cinema="Union")))
    with reading(houses) as session:
        plans = plan_all_cinemas(session, document, now=LATER)
        assert [(plan.house.slug, len(plan.checked.entries)) for plan in plans] == [("passage", 3), ("union", 1)]


def test_the_file_of_the_merged_house_changes_nothing_when_it_comes_again(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    report = check_sheet(
        houses, row(), row(title="Aftersun", time="18:00"), cinema="passage-kino", now=LATER, mode=Mode.ADD
    )
    assert (report.counts.unchanged, report.counts.added) == (2, 0)


def test_a_schedule_that_touched_no_shared_screening_is_undone_after_a_merge(engine: Engine) -> None:
    for slug in ("passage", "passage-kino"):
        add_cinema(engine, slug)
    add_film(engine)
    publish_sheet(engine, row(), cinema="passage")
    publish_sheet(engine, row(time="18:00"), cinema="passage-kino", now=NOW + timedelta(minutes=5))
    merge(engine, "passage", "passage-kino")
    assert undo_latest(engine, cinema="passage", now=LATER).counts.removed == 1
    assert starts(engine) == ["26 20:00"]


def test_a_schedule_whose_screenings_were_joined_says_what_to_do_instead(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    with pytest.raises(MergedSinceError, match="kinonah cinemas unmerge passage-kino"):
        undo_latest(houses, cinema="passage", now=LATER)
    part(houses, "passage-kino")
    undo_latest(houses, cinema="passage-kino", now=LATER)
    assert starts(houses) == ["26 20:00", "26 22:00"]


def test_what_was_published_after_a_merge_is_undone_as_ever(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    after = LATER + timedelta(minutes=1)
    publish_sheet(houses, row(time="20:30"), cinema="passage", now=after)
    undo_latest(houses, cinema="passage", now=after)
    assert starts(houses) == ["26 18:00", "26 20:00", "26 22:00"]


def test_whoever_sets_a_status_by_the_old_id_sets_it_where_it_shows(houses: Engine) -> None:
    with reading(houses) as session:
        ids = session.exec(
            select(Screening.id).join(Cinema).where(Cinema.slug == "passage-kino").order_by(col(Screening.id))
        ).all()
    merge(houses, "passage", "passage-kino")
    with writing(houses) as session:
        for screening_id in ids:
            set_status(session, "passage-kino", screening_id, "sold-out", now=LATER)
    assert [one.status for one in stored(houses)] == ["sold-out", "sold-out", "cancelled", "scheduled"]
