"""A file of several cinemas: one takes what is its own, or each what is its own."""

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.all_cinemas import plan_all_cinemas
from data.schedules.plan import Document
from data.schedules.publish import publish
from data.schedules.report import Report
from data.tables.database import writing
from tests.data.factories import NOW, YES_TO_ALL, add_cinema, check_sheet, publish_sheet, row, sheet, starts


def publish_all(engine: Engine, *rows: dict[str, str]) -> list[Report]:
    document = Document(name="programme.csv", content=sheet(*rows))
    with writing(engine) as session:
        plans = plan_all_cinemas(session, document, now=NOW)
        return [publish(session, plan, now=NOW, accept=YES_TO_ALL) for plan in plans]


@pytest.mark.parametrize(
    "written",
    ["Moviemento", "MOVIEMENTO", " moviemento\u00a0", "Kino Moviemento", "Moviemento-Kino", "Moviemento (Berlin)"],
)
def test_a_cinema_is_known_by_its_name_in_its_variants(engine: Engine, written: str) -> None:
    add_cinema(engine, city="Berlin")
    add_cinema(engine, "odeon", city="Berlin")
    report = check_sheet(engine, row(cinema=written), row(cinema="Odeon"))
    assert (report.counts.screenings, report.elsewhere) == (1, {"Odeon": 1})


def test_a_variant_that_several_cinemas_share_is_nobodys(engine: Engine) -> None:
    add_cinema(engine, "passage-kino", name="Passage Kino")
    add_cinema(engine, "passage-neukoelln", name="Kino Passage")
    with pytest.raises(FileUnreadableError, match="it is of Passage, and has no row of Passage Kino"):
        check_sheet(engine, row(cinema="Passage"), cinema="passage-kino")
    assert check_sheet(engine, row(cinema="Kino Passage"), cinema="passage-neukoelln").counts.screenings == 1


def test_the_exact_name_of_another_cinema_is_no_variant(engine: Engine) -> None:
    add_cinema(engine, "kino-odeon", name="Kino Odeon")
    add_cinema(engine, "odeon")
    with pytest.raises(FileUnreadableError, match="another cinema"):
        check_sheet(engine, row(cinema="Odeon"), cinema="kino-odeon")


def test_of_two_cinemas_of_one_name_the_one_asked_for_is_meant(engine: Engine) -> None:
    add_cinema(engine, "odeon-berlin", name="Odeon")
    add_cinema(engine, "odeon-koeln", name="Odeon")
    assert check_sheet(engine, row(cinema="Odeon"), cinema="odeon-koeln").counts.screenings == 1


def test_a_row_of_nobody_amid_rows_of_others_is_an_error(house: Engine) -> None:
    report = check_sheet(house, row(cinema="Odeon"), row(), row(cinema="Moviemento", time="22:00"))
    assert [(problem.code, problem.row, problem.column) for problem in report.problems if problem.row == 3] == [
        ("cinema-missing", 3, "cinema")
    ]
    assert (report.counts.elsewhere, report.counts.errors, report.counts.screenings) == (1, 1, 1)


def test_each_known_cinema_of_a_file_gets_what_is_its_own(house: Engine) -> None:
    add_cinema(house, "odeon")
    reports = publish_all(
        house,
        row(cinema="Moviemento", title="Neu"),
        row(cinema="Odeon", title="Neu", time="22:00"),
        row(cinema="Odeon", title="Neu", time="2o:00"),
        row(cinema="Nirgendwo"),
    )
    assert [(report.cinema, report.elsewhere) for report in reports] == [
        ("moviemento", {"Odeon": 2, "Nirgendwo": 1}),
        ("odeon", {"Moviemento": 1, "Nirgendwo": 1}),
    ]
    counts = [report.counts for report in reports]
    assert [(one.rows, one.screenings, one.elsewhere, one.errors) for one in counts] == [(4, 1, 3, 0), (4, 1, 2, 1)]
    assert all(("cinema-unknown", "Nirgendwo") in [(one.code, one.value) for one in r.problems] for r in reports)
    assert starts(house) == ["26 20:00", "26 22:00"]


def test_all_cinemas_again_change_nothing(house: Engine) -> None:
    add_cinema(house, "odeon")
    rows = [row(cinema="Moviemento", title="Neu"), row(cinema="Odeon", title="Neu"), row(cinema="Odeon", title="Alt")]
    publish_all(house, *rows)
    assert [report.state for report in publish_all(house, *rows)] == ["unchanged", "unchanged"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [([row()], "does not say whose its rows are"), ([row(cinema="Odeon")], "No cinema of this file is known: Odeon")],
)
def test_a_file_of_no_known_cinema_is_refused(house: Engine, rows: list[dict[str, str]], sentence: str) -> None:
    with pytest.raises(FileUnreadableError, match=sentence):
        publish_all(house, *rows)


def test_a_file_without_a_column_of_cinemas_is_of_the_one_that_is_named(house: Engine) -> None:
    assert publish_sheet(house, row()).elsewhere == {}


def test_a_column_kino_that_names_cinemas_is_theirs(house: Engine) -> None:
    add_cinema(house, "odeon")
    lines = "Datum;Zeit;Titel;Kino\n2026-11-26;20:00;A;Odeon\n2026-11-26;22:00;A;Moviemento\n"
    report = check_sheet(house, content=lines.encode())
    assert (report.counts.screenings, report.elsewhere) == (1, {"Odeon": 1})


def test_a_column_kino_that_names_auditoriums_stays_theirs(house: Engine) -> None:
    lines = "Datum;Zeit;Titel;Kino\n2026-11-26;20:00;A;Kino 1\n2026-11-26;22:00;A;Kino 2\n"
    report = check_sheet(house, content=lines.encode())
    assert report.scope is not None
    assert report.scope.auditoriums == ["Kino 1", "Kino 2"]
