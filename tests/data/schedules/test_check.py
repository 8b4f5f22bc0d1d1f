"""Rows are understood one by one, and whatever is wrong or doubtful has its address."""

import pytest
from sqlalchemy import Engine

from data.problem import Severity
from data.schedules.report import Report
from tests.data.factories import add_cinema, add_film, check_sheet, publish_sheet, row, starts, stored


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


def test_a_good_row_has_no_problems(house: Engine) -> None:
    report = check_sheet(house, row())
    assert (report.problems, report.counts.screenings) == ([], 1)


@pytest.mark.parametrize(
    ("bad", "code", "column", "value"),
    [
        (row(date="26.13."), "date-unreadable", "date", "26.13."),
        (row(time="2o:15"), "time-unreadable", "time", "2o:15"),
        (row(title=""), "title-missing", "title", ""),
        (row(title="A" * 301), "title-too-long", "title", "A" * 200),
        (row(auditorium="B" * 101), "auditorium-too-long", "auditorium", "B" * 100 + "B"),
        (row(date="2027-03-28", time="02:30"), "time-missing", "time", "02:30"),
    ],
)
def test_an_error_names_row_column_and_value(
    house: Engine, bad: dict[str, str], code: str, column: str, value: str
) -> None:
    report = check_sheet(house, row(), bad)
    problem = report.problems[0]
    assert (problem.code, problem.row, problem.column, problem.value) == (code, 3, column, value)
    assert problem.severity is Severity.ERROR
    assert (report.counts.errors, report.counts.screenings) == (1, 1)


def test_a_row_with_several_errors_is_one_bad_row(house: Engine) -> None:
    report = check_sheet(house, row(date="?", time="?", title=""))
    assert sorted(codes(report)) == ["date-unreadable", "time-unreadable", "title-missing"]
    assert report.counts.errors == 1


def test_a_time_that_comes_twice_is_the_first_with_a_warning(house: Engine) -> None:
    report = publish_sheet(house, row(date="2027-10-31", time="02:30"))
    assert codes(report) == ["time-twice"]
    assert [change.starts_at.isoformat() for change in report.changes] == ["2027-10-31T02:30:00+02:00"]


def test_a_row_after_midnight_stands_on_its_calendar_day(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-27", time="00:30"))
    assert starts(house) == ["27 00:30"]


def test_a_start_before_now_is_past_and_now_is_not(house: Engine) -> None:
    counts = check_sheet(house, row(date="2026-11-22", time="17:59"), row(date="2026-11-22", time="18:00")).counts
    assert (counts.past, counts.screenings) == (1, 1)


@pytest.mark.parametrize("name", ["Moviemento", "MOVIEMENTO", "moviemento", ""])
def test_a_row_of_the_house_itself_counts(house: Engine, name: str) -> None:
    assert check_sheet(house, row(cinema=name)).counts.elsewhere == 0


def test_a_row_of_another_house_is_elsewhere(house: Engine) -> None:
    counts = check_sheet(house, row(cinema="Moviemento"), row(cinema="Odeon"), row(cinema="Odeon", date="?")).counts
    assert (counts.elsewhere, counts.screenings, counts.errors) == (2, 1, 0)


def test_a_row_that_says_the_same_twice_counts_once(house: Engine) -> None:
    report = check_sheet(house, row(), row(title="Red Rocket"), row(version="OMU"))
    assert (report.counts.duplicates, report.counts.screenings) == (2, 1)
    assert [problem.row for problem in report.problems] == [3, 4]


@pytest.mark.parametrize("other", [row(version="DF"), row(auditorium="Kino 2"), row(format="3D"), row(time="20:15")])
def test_rows_that_differ_are_two_screenings(house: Engine, other: dict[str, str]) -> None:
    assert check_sheet(house, row(), other).counts.screenings == 2


def test_a_notation_that_is_not_known_is_kept_as_written_and_reported(house: Engine) -> None:
    report = publish_sheet(house, row(version="Kasperlfassung"))
    assert [(one.code, one.value) for one in report.problems] == [("notation-unknown", "Kasperlfassung")]
    assert stored(house)[0].label == ""


@pytest.mark.parametrize("words", ["OmU Kasperl", "Kasperl m. dt. UT", "ohne Kasperl OV"])
def test_a_notation_understood_only_in_part_is_not_taken_for_its_opposite(house: Engine, words: str) -> None:
    report = publish_sheet(house, row(version=words))
    assert [(one.code, one.value) for one in report.problems] == [("notation-unknown", words)]
    assert stored(house)[0].label == ""


def test_a_format_that_is_not_known_leaves_the_version_alone(house: Engine) -> None:
    report = publish_sheet(house, row(version="OmU", format="Laserdisc"))
    assert [(one.code, one.column) for one in report.problems] == [("format-unknown", "format")]
    assert stored(house)[0].label == "OmU"


def test_a_version_may_stand_in_the_column_of_formats(house: Engine) -> None:
    publish_sheet(house, row(version="", format="3D OmU"))
    assert stored(house)[0].label == "OmU"


def test_a_version_may_stand_beside_the_title(house: Engine) -> None:
    report = publish_sheet(house, row(version="", title="Neu (OmU, 35 mm)"))
    assert (stored(house)[0].label, report.changes[0].version, report.changes[0].film) == ("OmU", "OmU", "neu")
    assert publish_sheet(house, row(version="", title="Neu (OmU, 35 mm)")).state == "unchanged"


def test_what_the_column_says_counts_more_than_the_title(house: Engine) -> None:
    publish_sheet(house, row(version="OmeU", title="Neu (OmU)"))
    assert stored(house)[0].label == "OmeU"


def test_nothing_is_taken_off_a_title_that_the_catalogue_knows(house: Engine) -> None:
    add_film(house, "Mexico DF")
    publish_sheet(house, row(version="", title="Mexico DF"))
    assert stored(house)[0].label == ""


def test_a_version_is_read_and_labelled_as_the_country_of_the_cinema_writes_it(house: Engine) -> None:
    add_cinema(house, "le-champo", country="FR", time_zone="Europe/Paris")
    report = publish_sheet(house, row(version="VOST"), row(version="OmU", time="23:00"), cinema="le-champo")
    assert [change.version for change in report.changes] == ["VOSTFR", ""]
    assert codes(report) == ["notation-unknown"]


def test_words_that_contradict_each_other_are_reported(house: Engine) -> None:
    report = publish_sheet(house, row(version="OmU DF"))
    assert (codes(report), stored(house)[0].label) == (["notation-contradictory"], "")


def test_a_title_with_a_typing_error_names_the_film_that_may_be_meant(house: Engine) -> None:
    add_film(house, "Vesper")
    [problem] = check_sheet(house, row(title="Vespre")).problems
    assert problem.message.endswith("Did you mean Vesper (2021)?")


def test_a_new_title_becomes_a_film_and_is_reported(house: Engine) -> None:
    report = check_sheet(house, row(title="Neu"), row(title="Neu", time="22:00"))
    assert codes(report) == ["film-new"]


def test_a_doubt_about_a_title_is_said_once_with_its_rows(house: Engine) -> None:
    rows = [row(title="Neu", time=f"{hour}:00") for hour in range(12, 18)]
    [problem] = check_sheet(house, *rows).problems
    assert (problem.row, problem.value) == (2, "Neu")
    assert problem.message.endswith("Also in rows 3, 4, 5 and 2 more.")


@pytest.mark.parametrize(
    ("title", "code", "film"),
    [
        ("Red Rocket - The Lost Frontir", "title-misspelled", "red-rocket-the-lost-frontier"),
        ("Red Rocket - The Lost...", "title-cut", "red-rocket-the-lost-frontier"),
        ("Red Rocket & Vesper", "title-joined", "red-rocket"),
    ],
)
def test_a_title_that_is_bent_means_its_film_and_is_reported(house: Engine, title: str, code: str, film: str) -> None:
    add_film(house, "Red Rocket - The Lost Frontier")
    add_film(house, "Vesper")
    report = check_sheet(house, row(title=title))
    assert codes(report) == [code]
    assert report.changes[0].film == film


def test_a_title_of_another_year_is_published_as_a_film_of_that_year(house: Engine) -> None:
    publish_sheet(house, row(title="Red Rocket (1953)"))
    report = check_sheet(house, row(title="Red Rocket (1953)"), row(title="Red Rocket", time="22:00"))
    assert codes(report) == []
    assert [change.film for change in report.changes] == ["red-rocket"]


def test_a_title_that_several_films_have_is_reported(house: Engine) -> None:
    add_film(house, "Dune", year=1984, slug="dune-1984")
    add_film(house, "Dune", year=2021)
    report = check_sheet(house, row(title="Dune"))
    assert codes(report) == ["title-ambiguous"]
    assert report.changes[0].film == "dune"


@pytest.mark.parametrize(
    ("word", "status"),
    [("", "scheduled"), ("ausverkauft", "sold-out"), ("Sold out", "sold-out"), ("fällt aus", "cancelled")],
)
def test_a_status_is_understood(house: Engine, word: str, status: str) -> None:
    publish_sheet(house, row(status=word))
    assert stored(house)[0].status == status


def test_a_status_that_is_not_known_is_reported_and_left_open(house: Engine) -> None:
    assert codes(publish_sheet(house, row(status="vielleicht"))) == ["status-unknown"]
    assert stored(house)[0].status == "scheduled"


def test_accents_in_two_characters_are_no_hidden_characters(house: Engine) -> None:
    add_film(house, "Amélie")
    assert codes(check_sheet(house, row(title="Ame\u0301lie"))) == []


def test_a_cinema_in_another_zone_means_its_own_clock(house: Engine) -> None:
    add_cinema(house, "film-forum", country="US", time_zone="America/New_York", lat=40.73, lon=-74.0)
    report = check_sheet(house, row(), cinema="film-forum")
    assert report.changes[0].starts_at.isoformat() == "2026-11-26T20:00:00-05:00"
