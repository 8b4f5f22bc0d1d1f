"""What a cinema taught is read before the tables, by its own sheets alone, and never points nowhere."""

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from data.errors import QuestionError, UnknownFilmError
from data.schedules.report import Report
from data.schedules.stored import cinema_of
from data.schedules.taught import Lesson, forget, lessons_of, teach_label, teach_title
from data.tables.database import reading, writing
from data.tables.film import Film
from data.tables.screening import Screening, ScreeningFilm
from tests.data.factories import add_cinema, add_film, check_sheet, publish_sheet, row, stored

pytestmark = pytest.mark.both_databases

ODD = row(title="Rakete", version="Kasperlfassung")


def codes(report: Report) -> set[str]:
    return {problem.code for problem in report.problems}


def teach(engine: Engine, *, label: tuple[str, str] | None = None, title: tuple[str, list[str]] | None = None) -> None:
    with writing(engine) as session:
        cinema = cinema_of(session, "moviemento")
        if label:
            teach_label(session, cinema, *label)
        if title:
            teach_title(session, cinema, *title)


def films_shown(engine: Engine) -> list[str]:
    with reading(engine) as session:
        query = select(Film.slug).join(ScreeningFilm).order_by(col(ScreeningFilm.position))
        return list(session.exec(query))


def formats_shown(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return session.exec(select(Screening)).one().formats


def lessons(session: Session) -> list[Lesson]:
    return lessons_of(session, cinema_of(session, "moviemento"))


def test_after_teaching_the_same_sheet_has_no_doubts(house: Engine) -> None:
    assert codes(check_sheet(house, ODD)) == {"film-new", "notation-unknown"}
    teach(house, label=("Kasperlfassung", "OmeU"), title=("Rakete", ["red-rocket"]))
    report = publish_sheet(house, ODD)
    assert (codes(report), report.changes[0].film) == (set(), "red-rocket")
    assert [(one.label, one.title) for one in stored(house)] == [("OmeU", "Rakete")]


@pytest.mark.parametrize("written", ["kasperlfassung", " KASPERLFASSUNG ", "Kasperlfässung"])
def test_taught_words_are_known_without_case_accents_and_white_space(house: Engine, written: str) -> None:
    teach(house, label=("Kasperlfassung", "OmU"), title=("Rakete", ["red-rocket"]))
    assert codes(check_sheet(house, row(title="RAKETE", version=written))) == set()


def test_words_of_a_cinema_come_before_the_tables(house: Engine) -> None:
    add_film(house, "Vesper")
    teach(house, label=("OV", "OmeU"), title=("Vesper", ["red-rocket"]))
    publish_sheet(house, row(title="Vesper", version="OV"))
    assert stored(house)[0].label == "OmeU"
    assert check_sheet(house, row(title="Vesper", version="OmU")).changes[0].film == "red-rocket"


def test_words_may_say_formats_too(house: Engine) -> None:
    teach(house, label=("Kugel", "3D OmU"))
    rows = (row(version="Kugel"), row(version="OmU", format="3D"))
    assert check_sheet(house, *rows).counts.duplicates == 1


def test_words_of_one_cinema_are_not_those_of_another(house: Engine) -> None:
    add_cinema(house, "odeon")
    teach(house, label=("Kasperlfassung", "OmU"), title=("Rakete", ["red-rocket"]))
    assert codes(check_sheet(house, ODD, cinema="odeon")) == {"film-new", "notation-unknown"}


def test_a_taught_title_still_says_its_version(house: Engine) -> None:
    teach(house, title=("Rakete (OmU)", ["red-rocket"]))
    publish_sheet(house, row(title="Rakete (OmU)", version=""))
    assert stored(house)[0].label == "OmU"


def test_a_title_may_be_taught_to_name_no_film(house: Engine) -> None:
    teach(house, title=("Wundertüte", []))
    report = check_sheet(house, row(title="Wundertüte"))
    assert (codes(report), report.changes[0].film) == (set(), None)


def test_an_unreadable_row_is_kept_by_what_its_title_was_taught_to_mean(house: Engine) -> None:
    publish_sheet(house, row())
    teach(house, title=("Rakete", ["red-rocket"]))
    counts = check_sheet(house, row(title="Rakete", time="2o:00"), row(time="18:00")).counts
    assert (counts.kept, counts.removed) == (1, 0)


def test_a_later_lesson_replaces_an_earlier_one(house: Engine) -> None:
    for means in ("OV", "OmeU"):
        teach(house, label=("Kasperlfassung", means))
    with reading(house) as session:
        assert lessons(session) == [Lesson("Kasperlfassung", "label", means="OmeU")]


def test_what_is_forgotten_is_read_as_everyones_words(house: Engine) -> None:
    teach(house, label=("OV", "OmeU"))
    with writing(house) as session:
        forget(session, cinema_of(session, "moviemento"), "ov")
    publish_sheet(house, row(version="OV"))
    assert stored(house)[0].label == "OV"


def test_a_film_that_goes_takes_its_titles_along(house: Engine) -> None:
    add_film(house, "Vesper")
    teach(house, title=("Abend", ["vesper"]))
    with writing(house) as session:
        session.delete(session.exec(select(Film).where(Film.slug == "vesper")).one())
    with reading(house) as session:
        assert lessons(session) == []
    assert codes(check_sheet(house, row(title="Abend"))) == {"film-new"}


@pytest.mark.parametrize("means", ["", "Zauberfassung", "OmU Zauberfassung"])
def test_a_meaning_that_nobody_understands_is_refused(house: Engine, means: str) -> None:
    with pytest.raises(QuestionError, match="no notation that we know"):
        teach(house, label=("Kasperlfassung", means))


def test_a_film_that_nobody_knows_is_refused(house: Engine) -> None:
    with pytest.raises(UnknownFilmError):
        teach(house, title=("Rakete", ["rakete"]))


def test_words_that_are_none_are_refused(house: Engine) -> None:
    with pytest.raises(QuestionError, match="which words"):
        teach(house, title=(" \u202e ", []))


def test_what_was_never_taught_cannot_be_forgotten(house: Engine) -> None:
    with writing(house) as session, pytest.raises(QuestionError, match="taught nothing about 'OmU'"):
        forget(session, cinema_of(session, "moviemento"), "OmU")


def test_a_title_may_be_taught_to_name_two_films(house: Engine) -> None:
    add_film(house, "Vesper")
    teach(house, title=("Lange Nacht", ["vesper", "red-rocket"]))
    report = publish_sheet(house, row(title="Lange Nacht"))
    assert (codes(report), films_shown(house)) == (set(), ["vesper", "red-rocket"])
    with reading(house) as session:
        assert lessons(session) == [Lesson("Lange Nacht", "title", films=("vesper", "red-rocket"))]


def test_a_later_lesson_of_fewer_films_replaces_all_of_an_earlier_one(house: Engine) -> None:
    add_film(house, "Vesper")
    for films in (["vesper", "red-rocket"], ["red-rocket", "vesper"], ["vesper"]):
        teach(house, title=("Lange Nacht", films))
        with reading(house) as session:
            assert lessons(session) == [Lesson("Lange Nacht", "title", films=tuple(films))]
    with writing(house) as session:
        forget(session, cinema_of(session, "moviemento"), "lange nacht")
        assert lessons(session) == []


@pytest.mark.parametrize(
    "title",
    [
        *("Vesper (Kasperlfassung)", "Vesper [KASPERLFASSUNG]", "Vesper – Kasperlfassung", "Vesper, Kasperlfassung"),
        *("Vesper Kasperlfassung", "Preview: Vesper (3D, Kasperlfassung)", "Vesper (Kasperlfassung) + Filmgespräch"),
    ],
)
def test_a_taught_label_is_read_beside_a_title(house: Engine, title: str) -> None:
    add_film(house, "Vesper")
    teach(house, label=("Kasperlfassung", "OmeU"))
    report = publish_sheet(house, row(title=title, version=""))
    assert (codes(report), report.changes[0].film) == (set(), "vesper")
    assert stored(house)[0].label == "OmeU"
    assert formats_shown(house) == (["3D"] if "3D" in title else [])


def test_a_taught_label_beside_a_title_comes_before_the_tables(house: Engine) -> None:
    add_film(house, "Vesper")
    teach(house, label=("OV", "OmeU"))
    publish_sheet(house, row(title="Vesper (OV)", version=""))
    assert stored(house)[0].label == "OmeU"


@pytest.mark.parametrize("title", ["Vitamin D", "Das Original", "Malcolm X", "Kasperl", "(Kasperl)"])
def test_a_taught_label_takes_no_word_that_a_title_may_end_in(house: Engine, title: str) -> None:
    for label in ("D", "Original", "X", "Kasperl"):
        teach(house, label=(label, "OmeU"))
    report = check_sheet(house, row(title=title, version=""))
    assert [problem.code for problem in report.problems] == ["film-new"]
    assert report.changes[0].version != "OmeU"
