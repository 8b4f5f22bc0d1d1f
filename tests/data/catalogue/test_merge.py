"""Two cinemas become one: what goes where, and what is refused."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Column, Engine, ForeignKey, Integer, MetaData, Table, UniqueConstraint
from sqlmodel import select

from data.catalogue.cinemas import import_cinemas
from data.catalogue.merge_errors import (
    MergedBeforeError,
    MergeRefusedError,
    MergeWithItselfError,
)
from data.demo.city import fill_demo_city
from data.errors import UnknownCinemaError
from data.schedules.history import history_of
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.film import Film
from tests.data.catalogue.joining import LATER, cinema, join, merge, part
from tests.data.factories import (
    NOW,
    dump,
    starts,
    stored,
)

pytestmark = pytest.mark.both_databases


def test_every_screening_is_there_once_and_the_others_id_stays_nobodys(houses: Engine) -> None:
    report = merge(houses, "passage", "passage-kino")
    assert (report.screenings, report.joined, report.schedules) == (2, 1, 1)
    assert starts(houses) == ["26 18:00", "26 20:00", "26 22:00"]
    assert [one.status for one in stored(houses)] == ["scheduled", "scheduled", "cancelled", "scheduled"]


def test_facts_that_were_lacking_are_taken_over_and_the_own_ones_stay(houses: Engine) -> None:
    assert merge(houses, "passage", "passage-kino").filled == ("screens",)
    kept = cinema(houses, "passage")
    assert (kept.name, kept.street, kept.screens) == ("Passage", "Karl-Marx-Straße 131", 4)


def test_the_old_slug_means_the_house_and_its_history_is_one(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    assert cinema(houses, "passage-kino").slug == "passage"
    with reading(houses) as session:
        assert [one.is_latest for one in history_of(session, "passage-kino")] == [True, False]


def test_a_list_of_cinemas_that_still_has_it_brings_nobody_back(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    before = dump(houses)
    for content in (
        "slug,name,lat,lon\npassage,Passage,52.49,13.42\npassage-kino,Passage Kino,52.4901,13.42\n",
        "name,lat,lon\nPassage,52.49,13.42\nPassage Kino,52.4901,13.42\n",
    ):
        with writing(houses) as session:
            report = import_cinemas(session, content.encode(), now=LATER)
        assert (report.rows, report.added, report.changed, report.unchanged, report.errors) == (2, 0, 0, 2, 0)
        assert sorted(problem.code for problem in report.problems) == ["cinema-merged", "position-coarse"]
    assert dump(houses) == before


def test_another_house_of_that_name_elsewhere_is_another_and_gets_a_slug_of_its_own(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    with writing(houses) as session:
        assert import_cinemas(session, b"name,lat,lon\nPassage Kino,48.1,11.5\n", now=LATER).added == 1
        assert session.exec(select(Cinema.slug).order_by(Cinema.slug)).all() == ["passage", "passage-kino-2"]


@pytest.mark.parametrize(
    ("kept", "merged", "error"),
    [
        ("passage", "passage", MergeWithItselfError),
        ("passage", "passage-kino", MergedBeforeError),
        ("passage-kino", "passage", MergedBeforeError),
        ("passage", "nowhere", UnknownCinemaError),
    ],
)
def test_what_is_no_two_cinemas_is_refused_and_nothing_is_written(
    houses: Engine, kept: str, merged: str, error: type[Exception]
) -> None:
    merge(houses, "passage", "passage-kino")
    before = dump(houses)
    with pytest.raises(error):
        merge(houses, kept, merged)
    assert dump(houses) == before


def test_of_two_who_merge_at_once_one_is_told_that_it_is_done(houses: Engine) -> None:
    def try_it(kept: str, merged: str) -> str:
        try:
            merge(houses, kept, merged)
        except MergeRefusedError as error:
            return type(error).__name__
        return "done"

    with ThreadPoolExecutor() as threads:
        told = list(threads.map(try_it, ("passage", "passage-kino"), ("passage-kino", "passage")))
    assert sorted(told) == ["MergedBeforeError", "done"]


def test_the_demo_city_does_not_bring_back_what_was_merged(engine: Engine) -> None:
    with writing(engine) as session:
        fill_demo_city(session, NOW)
    merge(engine, "moviemento", "odeon")
    with reading(engine) as session:
        films = session.exec(select(Film.slug).order_by(Film.slug).limit(2)).all()
    join(engine, *films)
    before = dump(engine)
    with writing(engine) as session:
        fill_demo_city(session, NOW)
    after = dump(engine)
    # A slug comes second.
    for table in ("cinema", "film", "slug_redirect"):
        assert [one[:2] for one in after[table]] == [one[:2] for one in before[table]]


def test_what_refers_to_a_cinema_goes_over_in_tables_too_of_which_merging_knows_nothing(houses: Engine) -> None:
    tables = MetaData()
    cinemas = Table("cinema", tables, Column("id", Integer, primary_key=True))
    prize = Table(
        "prize",
        tables,
        Column("id", Integer, primary_key=True),
        Column("cinema_id", Integer, ForeignKey(cinemas.c.id, ondelete="CASCADE")),
        Column("year", Integer),
        UniqueConstraint("cinema_id", "year"),
    )
    with writing(houses) as session:
        prize.create(session.connection())
        session.connection().execute(prize.insert().values(PRIZES))

    def prizes() -> list[tuple[int, int, int]]:
        with reading(houses) as session:
            return [tuple(one) for one in session.connection().execute(prize.select().order_by(prize.c.id))]

    try:
        merge(houses, "passage", "passage-kino")
        assert prizes() == [(1, 1, 2024), (3, 1, 2025)]
        part(houses, "passage-kino")
        assert prizes() == PRIZES
    finally:
        with writing(houses) as session:
            prize.drop(session.connection())


# Number, house and year.
PRIZES = [(1, 1, 2024), (2, 2, 2024), (3, 2, 2025)]
