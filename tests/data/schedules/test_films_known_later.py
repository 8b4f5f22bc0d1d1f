"""What schedules called differently is one film as soon as the catalogue knows both of its titles."""

import json

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.catalogue.films import import_films
from data.schedules.plan import Mode
from data.tables.database import reading, writing
from data.tables.film import Film
from data.tables.screening import Screening, ScreeningFilm
from tests.data.factories import NOW, add_cinema, publish_sheet, row

pytestmark = pytest.mark.both_databases

HAWK = {
    "original_title": "H Is for Hawk",
    "titles": {"de": "H wie Habicht"},
    "year": 2025,
    "original_languages": ["en"],
}


def bring_in(engine: Engine, *films: object) -> None:
    with writing(engine) as session:
        assert import_films(session, json.dumps(films).encode(), now=NOW).errors == 0


def shown(engine: Engine) -> set[str]:
    """Give the slugs of the films that screenings show which are not cancelled."""
    with reading(engine) as session:
        query = select(Film.slug).join(ScreeningFilm, col(ScreeningFilm.film_id) == Film.id).join(Screening)
        return set(session.exec(query.where(Screening.status != "cancelled")))


def publish_both(engine: Engine) -> list[str]:
    """Publish the sheets of two houses; give the codes of what is doubtful about their rows."""
    german = publish_sheet(engine, row(title="H wie Habicht"))
    english = publish_sheet(engine, row(title="H Is for Hawk"), cinema="odeon")
    return [problem.code for report in (german, english) for problem in report.problems if problem.row]


def test_two_titles_of_one_film_become_one_film_once_the_catalogue_knows_them(engine: Engine) -> None:
    add_cinema(engine)
    add_cinema(engine, "odeon")
    assert publish_both(engine) == ["film-new", "film-new"]
    assert shown(engine) == {"h-wie-habicht", "h-is-for-hawk"}
    bring_in(engine, HAWK)
    assert publish_both(engine) == []
    assert len(shown(engine)) == 1


def test_they_are_one_film_from_the_start_where_the_catalogue_knew_them_before(engine: Engine) -> None:
    add_cinema(engine)
    add_cinema(engine, "odeon")
    bring_in(engine, HAWK)
    assert publish_both(engine) == []
    assert shown(engine) == {"h-is-for-hawk"}


def test_a_film_of_another_year_does_not_take_over_what_a_schedule_named_with_its_year(engine: Engine) -> None:
    add_cinema(engine)
    publish_sheet(engine, row(title="Nosferatu (1922)"))
    bring_in(engine, {"original_title": "Nosferatu", "year": 2024})
    publish_sheet(engine, row(title="Nosferatu (1922)"), row(title="Nosferatu", time="22:00"))
    assert shown(engine) == {"nosferatu", "nosferatu-2024"}


def test_a_film_known_by_a_cut_title_has_its_whole_one_from_then_on(engine: Engine) -> None:
    add_cinema(engine)
    add_cinema(engine, "odeon")
    whole = row(title="Father Mother Sister Brother")
    publish_sheet(engine, row(title="Father Mother Sister B..."))
    first = publish_sheet(engine, whole, cinema="odeon")
    assert [problem.code for problem in first.problems] == ["title-whole"]
    assert publish_sheet(engine, whole).problems == []
    assert shown(engine) == {"father-mother-sister-b"}
    other = publish_sheet(engine, row(title="Father Mother Sister Butcher"), cinema="odeon", mode=Mode.ADD)
    assert [problem.code for problem in other.problems] == ["film-new"]
