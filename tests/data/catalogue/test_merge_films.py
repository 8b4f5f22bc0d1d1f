"""Two films become one: their titles, screenings and facts, in schedules and lists too."""

import json

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.catalogue.films import import_films
from data.catalogue.report import CatalogueReport
from data.schedules.plan import Mode
from data.schedules.stored import cinema_of
from data.schedules.taught import lessons_of, teach_title
from data.tables.database import reading, writing
from data.tables.film import Film, FilmTitle
from data.tables.screening import Screening, ScreeningFilm
from tests.data.catalogue.joining import LATER, join, split
from tests.data.factories import (
    add_cinema,
    add_film,
    check_sheet,
    dump,
    publish_sheet,
    row,
    undo_latest,
)

pytestmark = pytest.mark.both_databases


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
