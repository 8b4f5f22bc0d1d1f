"""Two cinemas or films become one: what goes where, what is refused, and that it can be undone."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Column, Engine, ForeignKey, Integer, MetaData, Table, UniqueConstraint
from sqlmodel import col, select

from data.catalogue.cinemas import import_cinemas
from data.catalogue.films import import_films
from data.catalogue.merge import MergeReport, merge_cinemas, merge_films
from data.catalogue.merge_errors import (
    MergedBeforeError,
    MergeOvertakenError,
    MergeRefusedError,
    MergeWithItselfError,
    NotMergedError,
)
from data.catalogue.report import CatalogueReport
from data.catalogue.unmerge import PartReport, unmerge_cinemas, unmerge_films
from data.demo.city import fill_demo_city
from data.errors import UnknownCinemaError
from data.schedules.all_cinemas import plan_all_cinemas
from data.schedules.edit import set_status
from data.schedules.errors import MergedSinceError
from data.schedules.history import history_of
from data.schedules.plan import Document, Mode
from data.schedules.stored import cinema_of
from data.schedules.taught import lessons_of, teach_title
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.film import Film, FilmTitle
from data.tables.merge import Merge
from data.tables.screening import Screening, ScreeningFilm
from tests.data.factories import (
    NOW,
    add_cinema,
    add_film,
    check_sheet,
    dump,
    publish_sheet,
    row,
    sheet,
    starts,
    stored,
    undo_latest,
)

pytestmark = pytest.mark.both_databases
LATER = NOW + timedelta(hours=1)


def merge(engine: Engine, kept: str, merged: str) -> MergeReport:
    with writing(engine) as session:
        return merge_cinemas(session, kept, merged, now=LATER, by="editor")


def part(engine: Engine, merged: str) -> PartReport:
    with writing(engine) as session:
        return unmerge_cinemas(session, merged, now=LATER, by="editor")


def join(engine: Engine, kept: str, merged: str) -> MergeReport:
    with writing(engine) as session:
        return merge_films(session, kept, merged, now=LATER, by="editor")


def split(engine: Engine, merged: str) -> PartReport:
    with writing(engine) as session:
        return unmerge_films(session, merged, now=LATER, by="editor")


def cinema(engine: Engine, slug: str) -> Cinema:
    with reading(engine) as session:
        found = cinema_of(session, slug)
        session.expunge(found)
        return found


def films_shown(engine: Engine) -> list[list[str]]:
    with reading(engine) as session:
        query = (
            select(ScreeningFilm.screening_id, Film.slug)
            .join(Film, col(Film.id) == ScreeningFilm.film_id)
            .join(Screening, col(Screening.id) == ScreeningFilm.screening_id)
            .where(Screening.status != "cancelled")
            .order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position))
        )
        shown: dict[int, list[str]] = {}
        for screening_id, slug in session.exec(query):
            shown.setdefault(screening_id, []).append(slug)
        return list(shown.values())


@pytest.fixture
def houses(engine: Engine) -> Engine:
    """Two names of one house, each with a programme."""
    add_cinema(engine, "passage", name="Passage", street="Karl-Marx-Straße 131", screens=None)
    add_cinema(engine, "passage-kino", name="Passage Kino", street="Karl-Marx-Str. 131", screens=4, lat=52.4901)
    add_film(engine)
    add_film(engine, "Aftersun")
    publish_sheet(engine, row(), row(time="22:00"), cinema="passage")
    publish_sheet(
        engine, row(), row(title="Aftersun", time="18:00"), cinema="passage-kino", now=NOW + timedelta(minutes=5)
    )
    return engine


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


def test_chains_are_parted_from_their_end(houses: Engine) -> None:
    add_cinema(houses, "neukoelln", name="Passage Neukölln")
    before = dump(houses)
    merge(houses, "passage", "passage-kino")
    between = dump(houses)
    merge(houses, "neukoelln", "passage")
    assert cinema(houses, "passage-kino").slug == "neukoelln"
    assert starts(houses) == ["26 18:00", "26 20:00", "26 22:00"]
    with pytest.raises(MergeOvertakenError, match=r"kinonah cinemas unmerge passage$"):
        part(houses, "passage-kino")
    part(houses, "passage")
    assert but_the_log(dump(houses)) == but_the_log(between)
    part(houses, "passage-kino")
    assert but_the_log(dump(houses)) == but_the_log(before)


def but_the_log(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, object]:
    return {name: rows for name, rows in tables.items() if name not in ("change", "merge")}


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


def test_nothing_is_parted_twice(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    part(houses, "passage-kino")
    with reading(houses) as session:
        undone = session.exec(select(Merge)).one()
        assert (undone.merged_by, undone.undone_by, undone.journal) == ("editor", "editor", [])
    with pytest.raises(NotMergedError):
        part(houses, "passage-kino")
    assert merge(houses, "passage", "passage-kino").joined == 1


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


def test_what_a_file_published_since_stays_with_the_house_that_stayed(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    publish_sheet(houses, row(), row(title="Aftersun", time="18:00", version="DF"), cinema="passage", now=LATER)
    part(houses, "passage-kino")
    with reading(houses) as session:
        at = session.exec(
            select(Cinema.slug, Screening.status).join(Screening).order_by(col(Screening.starts_at), col(Screening.id))
        )
        assert at.all() == [
            ("passage", "scheduled"),
            ("passage", "scheduled"),
            ("passage-kino", "scheduled"),
            ("passage", "cancelled"),
        ]


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


def test_a_film_takes_over_titles_screenings_and_double_features(engine: Engine) -> None:
    add_cinema(engine)
    add_film(engine, "Red Rocket", minutes=None)
    add_film(engine, "Rote Rakete", minutes=128)
    publish_sheet(engine, row(), row(title="Rote Rakete"), row(title="Red Rocket + Rote Rakete", time="22:00"))
    with writing(engine) as session:
        teach_title(session, cinema_of(session, "moviemento"), "Rakete!", ["rote-rakete", "red-rocket"])
    report = join(engine, "red-rocket", "rote-rakete")
    assert (report.screenings, report.joined, report.filled) == (2, 1, ("minutes",))
    assert films_shown(engine) == [["red-rocket"], ["red-rocket"]]
    with reading(engine) as session:
        assert lessons_of(session, cinema_of(session, "moviemento"))[0].films == ("red-rocket",)
        assert session.exec(select(FilmTitle.language, FilmTitle.title).order_by(FilmTitle.title)).all() == [
            ("en", "Red Rocket"),
            ("und", "Rote Rakete"),
        ]
    report2 = check_sheet(engine, row(title="Rote Rakete"), now=LATER, mode=Mode.ADD)
    assert (report2.counts.unchanged, [problem.code for problem in report2.problems]) == (1, [])


def test_undoing_a_schedule_brings_back_the_film_that_the_merged_one_is_now(engine: Engine) -> None:
    add_cinema(engine)
    for title in ("Red Rocket", "Rote Rakete", "Aftersun"):
        add_film(engine, title)
    publish_sheet(engine, row(title="Rote Rakete", source_id="7"))
    publish_sheet(engine, row(title="Aftersun", source_id="7"))
    assert films_shown(engine) == [["aftersun"]]
    join(engine, "red-rocket", "rote-rakete")
    undo_latest(engine, now=LATER)
    assert films_shown(engine) == [["red-rocket"]]


def films_file(engine: Engine, *films: dict[str, object]) -> CatalogueReport:
    with writing(engine) as session:
        return import_films(session, json.dumps(films).encode(), now=LATER)


def test_a_list_of_films_that_still_has_it_brings_nothing_back(engine: Engine) -> None:
    listed: list[dict[str, object]] = [
        {"slug": "h-is-for-hawk", "original_title": "H Is for Hawk", "year": 2025},
        {"slug": "h-wie-habicht", "original_title": "H wie Habicht", "year": 2025},
    ]
    films_file(engine, *listed)
    join(engine, "h-is-for-hawk", "h-wie-habicht")
    before = dump(engine)
    for films in (listed, [{name: value for name, value in film.items() if name != "slug"} for film in listed]):
        report = films_file(engine, *films)
        assert (report.added, report.changed, report.unchanged, report.errors) == (0, 0, 2, 0)
        assert [problem.code for problem in report.problems] == ["film-merged"]
    assert dump(engine) == before
    assert films_file(engine, {"original_title": "H wie Habicht", "year": 1970}).added == 1


def test_a_film_that_only_schedules_know_is_one_of_the_catalogue_once_they_are_one(engine: Engine) -> None:
    add_cinema(engine)
    publish_sheet(engine, row(title="Rote Rakete"))
    add_film(engine, "Red Rocket")
    join(engine, "rote-rakete", "red-rocket")
    with reading(engine) as session:
        kept = session.exec(select(Film)).one()
        assert (kept.slug, kept.is_provisional, kept.year) == ("rote-rakete", False, 2021)
    split(engine, "red-rocket")
    with reading(engine) as session:
        assert session.exec(select(Film.is_provisional).order_by(Film.slug)).all() == [False, True]


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
