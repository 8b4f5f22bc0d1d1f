"""Films come in from JSON: checked one by one, by slug or title, taking over what schedules taught."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from data.catalogue.films import import_films
from data.catalogue.report import CatalogueReport
from data.errors import FileUnreadableError
from data.tables.change import Change
from data.tables.database import reading, writing
from data.tables.film import Film, FilmCredit, FilmText, FilmTitle
from data.text import folded

pytestmark = pytest.mark.both_databases

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
RED_ROCKET = {
    "slug": "red-rocket",
    "original_title": "Red Rocket",
    "titles": {"en": "Red Rocket", "fr": "La fusée rouge"},
    "year": 2021,
    "countries": ["US"],
    "minutes": 130,
    "original_languages": ["en"],
    "genres": ["comedy", "drama"],
    "age_ratings": {"DE": "16"},
    "released_on": {"DE": "2022-04-14"},
    "credits": {"director": ["Sean Baker"], "writer": ["Sean Baker", "Chris Bergoch"], "cast": ["Simon Rex"]},
    "texts": {"de": {"teaser": "Heim nach Texas.", "review": "Eins.\n\nZwei.", "author": "A", "translator": None}},
}


def bring_in(engine: Engine, *films: object) -> CatalogueReport:
    with writing(engine) as session:
        return import_films(session, json.dumps(films).encode(), now=NOW)


def teach(engine: Engine, slug: str, title: str) -> int:
    """Let a schedule teach a film by nothing but its title."""
    with writing(engine) as session:
        film = Film(slug=slug, original_title=title, is_provisional=True)
        session.add(film)
        session.flush()
        assert film.id is not None
        session.add(FilmTitle(film_id=film.id, language="und", title=title, folded=folded(title)))
        return film.id


def only(engine: Engine) -> Film:
    with reading(engine) as session:
        film = session.exec(select(Film)).one()
        session.expunge_all()
    return film


def slugs(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(Film.slug).order_by(Film.slug)))


def titles(engine: Engine) -> set[tuple[str, str, str]]:
    with reading(engine) as session:
        return {(row.language, row.title, row.folded) for row in session.exec(select(FilmTitle))}


def credits_of(engine: Engine, role: str) -> list[str]:
    with reading(engine) as session:
        question = select(FilmCredit.name).where(FilmCredit.role == role).order_by(col(FilmCredit.position))
        return list(session.exec(question))


def counts(report: CatalogueReport) -> tuple[int, int, int, int, int]:
    return report.rows, report.added, report.changed, report.unchanged, report.errors


def found(report: CatalogueReport) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.row, problem.column) for problem in report.problems]


def changed_film_ids(engine: Engine) -> list[list[int]]:
    with reading(engine) as session:
        return [change.film_ids for change in session.exec(select(Change)) if change.kind == "films"]


def everything(session: Session) -> list[list[dict[str, object]]]:
    tables: tuple[type[SQLModel], ...] = (Film, FilmTitle, FilmCredit, FilmText)
    return [[row.model_dump() for row in session.exec(select(table))] for table in tables]


def test_a_film_comes_in_whole(engine: Engine) -> None:
    assert counts(bring_in(engine, RED_ROCKET)) == (1, 1, 0, 0, 0)
    film = only(engine)
    assert (film.slug, film.year, film.minutes, film.countries) == ("red-rocket", 2021, 130, ["US"])
    assert (film.age_ratings, film.released_on) == ({"DE": "16"}, {"DE": "2022-04-14"})
    assert (film.original_languages, film.genres) == (["en"], ["comedy", "drama"])
    assert not film.is_provisional
    assert titles(engine) == {("en", "Red Rocket", "red rocket"), ("fr", "La fusée rouge", "la fusee rouge")}
    assert credits_of(engine, "writer") == ["Sean Baker", "Chris Bergoch"]
    with reading(engine) as session:
        text = session.exec(select(FilmText)).one()
        assert (text.language, text.teaser, text.review) == ("de", "Heim nach Texas.", "Eins.\n\nZwei.")
    assert changed_film_ids(engine) == [[film.id]]


def test_a_title_is_enough(engine: Engine) -> None:
    bring_in(engine, {"original_title": "기생충"}, {"original_title": "…"})
    assert slugs(engine) == ["film", "gisaengchung"]
    assert ("und", "기생충", folded("기생충")) in titles(engine)


@pytest.mark.parametrize(
    "leave_out", [(), ("slug",), ("slug", "year"), ("slug", "titles", "texts", "original_languages")]
)
def test_the_same_file_again_changes_nothing(engine: Engine, leave_out: tuple[str, ...]) -> None:
    film = {key: value for key, value in RED_ROCKET.items() if key not in leave_out}
    bring_in(engine, film, {"original_title": "Anora"})
    with reading(engine) as session:
        before = everything(session)
    assert counts(bring_in(engine, film, {"original_title": "Anora"})) == (2, 0, 0, 2, 0)
    with reading(engine) as session:
        assert everything(session) == before
    assert len(changed_film_ids(engine)) == 1


def test_titles_credits_and_texts_of_the_file_replace_those_of_the_film(engine: Engine) -> None:
    bring_in(engine, RED_ROCKET)
    news = {
        "titles": {"de": "Red Rocket!"},
        "credits": {"director": ["S. Baker"]},
        "texts": {"en": {"teaser": "Home."}},
    }
    assert counts(bring_in(engine, RED_ROCKET | news)) == (1, 0, 1, 0, 0)
    assert titles(engine) == {("en", "Red Rocket", "red rocket"), ("de", "Red Rocket!", "red rocket!")}
    assert (credits_of(engine, "director"), credits_of(engine, "writer")) == (["S. Baker"], [])
    with reading(engine) as session:
        assert session.exec(select(FilmText.language)).all() == ["en"]


def test_what_a_document_does_not_tell_stays(engine: Engine) -> None:
    bring_in(engine, RED_ROCKET)
    with reading(engine) as session:
        before = everything(session)
    report = bring_in(engine, {"slug": "red-rocket", "original_title": "Red Rocket", "year": None})
    assert counts(report) == (1, 0, 0, 1, 0)
    with reading(engine) as session:
        assert everything(session) == before


def test_a_corrected_original_title_replaces_the_wrong_one(engine: Engine) -> None:
    bring_in(engine, RED_ROCKET | {"original_title": "Red Rokcet", "titles": None})
    bring_in(engine, {"slug": "red-rocket", "original_title": "Red Rocket"})
    assert titles(engine) == {("en", "Red Rocket", "red rocket")}


def test_a_film_that_a_schedule_taught_is_taken_over(engine: Engine) -> None:
    film_id = teach(engine, "la-fusee-rouge", "LA FUSEE ROUGE")
    bring_in(engine, RED_ROCKET | {"slug": None})
    film = only(engine)
    assert (film.id, film.slug, film.original_title) == (film_id, "la-fusee-rouge", "Red Rocket")
    assert not film.is_provisional
    assert ("und", "LA FUSEE ROUGE", "la fusee rouge") in titles(engine)
    assert changed_film_ids(engine) == [[film_id]]


def test_a_film_taken_over_gets_the_slug_that_the_file_gives(engine: Engine) -> None:
    film_id = teach(engine, "la-fusee-rouge", "La fusée rouge")
    bring_in(engine, RED_ROCKET)
    assert (only(engine).id, only(engine).slug) == (film_id, "red-rocket")
    assert counts(bring_in(engine, RED_ROCKET)) == (1, 0, 0, 1, 0)


def test_titles_that_schedules_taught_stay(engine: Engine) -> None:
    teach(engine, "red-rocket", "Red Rocket (OmU)")
    bring_in(engine, RED_ROCKET)
    bring_in(engine, RED_ROCKET | {"titles": {}})
    assert titles(engine) == {("en", "Red Rocket", "red rocket"), ("und", "Red Rocket (OmU)", "red rocket (omu)")}


def test_a_provisional_film_that_is_left_beside_its_namesake_is_named(engine: Engine) -> None:
    bring_in(engine, RED_ROCKET)
    teach(engine, "red-rocket-2", "Red Rocket")
    report = bring_in(engine, RED_ROCKET)
    assert found(report) == [("film-namesake", 1, "original_title")]
    assert "kinonah films merge red-rocket red-rocket-2" in report.problems[0].message
    assert slugs(engine) == ["red-rocket", "red-rocket-2"]


def test_films_of_one_title_are_told_apart_by_their_years(engine: Engine) -> None:
    films = [{"original_title": "Suspiria", "year": 1977}, {"original_title": "Suspiria", "year": 2018}]
    assert counts(bring_in(engine, *films)) == (2, 2, 0, 0, 0)
    assert slugs(engine) == ["suspiria", "suspiria-2018"]
    assert counts(bring_in(engine, *films)) == (2, 0, 0, 2, 0)


def test_no_film_is_called_like_an_address_of_ours(engine: Engine) -> None:
    bring_in(engine, {"original_title": "Near", "year": 2020}, {"original_title": "Near!"})
    assert slugs(engine) == ["near-2", "near-2020"]


def test_a_slug_that_the_file_names_is_not_given_to_another(engine: Engine) -> None:
    bring_in(engine, {"original_title": "Dune", "year": 1984}, {"slug": "dune", "original_title": "Dune", "year": 2021})
    assert slugs(engine) == ["dune", "dune-1984"]


@pytest.mark.parametrize(
    "again", [{"slug": "red-rocket", "original_title": "Other"}, {"original_title": "RED ROCKET", "year": 2021}]
)
def test_a_film_that_stands_twice_in_the_file_comes_in_once(engine: Engine, again: dict[str, object]) -> None:
    report = bring_in(engine, RED_ROCKET, again)
    assert counts(report) == (2, 1, 0, 0, 1)
    assert found(report) == [("film-twice", 2, "original_title")]


@pytest.mark.parametrize(
    ("wrong", "code", "column"),
    [
        ({"original_title": None}, "value-unreadable", "original_title"),
        ({"original_title": " \u200b "}, "value-unreadable", "original_title"),
        ({"direktor": "Sean Baker"}, "key-unknown", "direktor"),
        ({"credits": {"regie": ["Sean Baker"]}}, "key-unknown", "credits.regie"),
        ({"texts": {"de": {"body": "…"}}}, "key-unknown", "texts.de.body"),
        ({"year": 1879}, "value-unreadable", "year"),
        ({"year": "2021"}, "value-unreadable", "year"),
        ({"year": True}, "value-unreadable", "year"),
        ({"minutes": 0}, "value-unreadable", "minutes"),
        ({"minutes": 2001}, "value-unreadable", "minutes"),
        ({"countries": ["usa"]}, "value-unreadable", "countries.0"),
        ({"original_languages": ["english"]}, "value-unreadable", "original_languages.0"),
        ({"titles": {"jp": "赤いロケット"}}, "value-unreadable", "titles.jp"),
        ({"released_on": {"DE": "14.4.2022"}}, "value-unreadable", "released_on.DE"),
        ({"released_on": {"DE": "2022-02-30"}}, "value-unreadable", "released_on.DE"),
        ({"slug": "Red Rocket"}, "value-unreadable", "slug"),
        ({"slug": "near"}, "value-unreadable", "slug"),
        ({"original_title": "\ud800"}, "value-unreadable", "original_title"),
    ],
)
def test_a_bad_film_stays_out_and_loses_no_good_one(
    engine: Engine, wrong: dict[str, object], code: str, column: str
) -> None:
    report = bring_in(engine, {"original_title": "Anora"}, RED_ROCKET | wrong, {"original_title": "Tangerine"})
    errors = [finding for finding in found(report) if finding[0] != "hidden-characters"]
    assert errors == [(code, 2, column)]
    assert counts(report) == (3, 2, 0, 0, 1)
    assert slugs(engine) == ["anora", "tangerine"]


@pytest.mark.parametrize("item", ["Red Rocket", 7, None, [], {}])
def test_what_is_no_film_is_an_error_of_its_own(engine: Engine, item: object) -> None:
    assert counts(bring_in(engine, item, RED_ROCKET)) == (2, 1, 0, 0, 1)


def test_characters_that_nobody_sees_are_taken_out_and_named(engine: Engine) -> None:
    report = bring_in(engine, RED_ROCKET | {"credits": {"cast": ["Simon\u202e Rex"]}})
    assert found(report) == [("hidden-characters", 1, "credits.cast")]
    assert (report.errors, report.warnings) == (0, 1)
    assert credits_of(engine, "cast") == ["Simon Rex"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no JSON"),
        (b"[{]", "no JSON.*line 1"),
        (b"\xff\xfe[", "UTF-8"),
        (b'{"original_title": "Red Rocket"}', "no list of films"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_file_that_is_none_says_so(engine: Engine, content: bytes, words: str) -> None:
    with pytest.raises(FileUnreadableError, match=words), writing(engine) as session:
        import_films(session, content, now=NOW)


def test_a_file_without_news_writes_no_change(engine: Engine) -> None:
    bring_in(engine)
    bring_in(engine, {})
    assert changed_film_ids(engine) == []


def test_a_document_that_names_its_slug_comes_before_one_that_only_resembles_it(engine: Engine) -> None:
    teach(engine, "rocket", "Red Rocket")
    bring_in(engine, {"original_title": "Red Rocket", "year": 1950}, RED_ROCKET | {"slug": "rocket"})
    with reading(engine) as session:
        assert session.exec(select(Film.year).where(Film.slug == "rocket")).one() == 2021


def test_a_film_that_a_schedule_taught_is_taken_over_once(engine: Engine) -> None:
    teach(engine, "suspiria", "Suspiria")
    films = [{"original_title": "Suspiria", "year": 1977}, {"original_title": "Suspiria", "year": 2018}]
    report = bring_in(engine, *films)
    assert counts(report) == (2, 1, 1, 0, 0)
    assert report.problems == ()
    assert slugs(engine) == ["suspiria", "suspiria-2018"]
