"""The law of exports: whatever a cinema has published, what goes out comes in again and changes nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from sqlalchemy import Engine

from data.exports.calendar import write_calendar
from data.exports.sheet_csv import write_csv
from data.exports.sheet_rows import HEADINGS, sheet_rows
from data.exports.sheet_xlsx import write_xlsx
from data.programme.answer import CinemaShowtimes, encode
from data.programme.load import load_programme
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.screenings import END_OF_TIME, CinemaScreenings, Listing, screenings_of
from data.tables.database import reading
from tests.data.factories import NOW, add_cinema, add_film, check_sheet, clear, publish_sheet
from tests.data.schedules.test_laws import FEW, USUAL_ROWS

Export = Callable[[Programme, CinemaScreenings], bytes]


def as_csv(programme: Programme, listed: CinemaScreenings) -> bytes:
    rows = (row.cells for row in sheet_rows(programme, listed, "en"))
    return write_csv(HEADINGS["en"], rows, "en")


def as_xlsx(programme: Programme, listed: CinemaScreenings) -> bytes:
    return write_xlsx([HEADINGS["de"], *(row.cells for row in sheet_rows(programme, listed, "de"))])


def as_calendar(programme: Programme, listed: CinemaScreenings) -> bytes:
    shown = CinemaShowtimes(listed.cinema, None, listed.screenings)
    return write_calendar(programme, Listing([shown], listed.films, listed.versions, listed.as_of), "Moviemento")


def as_json(_programme: Programme, listed: CinemaScreenings) -> bytes:
    return encode(listed)


def exported(engine: Engine, export: Export) -> tuple[int, bytes]:
    """Give the number of coming screenings, and the file that holds them."""
    with reading(engine) as session:
        programme = load_programme(session, language="de")
    listed = screenings_of(programme, "moviemento", Question(window=Window(NOW, END_OF_TIME)))
    return len(listed.screenings), export(programme, listed)


def comes_in_unchanged(engine: Engine, export: Export) -> None:
    number, content = exported(engine, export)
    if not number:
        return
    report = check_sheet(engine, content=content)
    counts = report.counts
    assert "status-unknown" not in [problem.code for problem in report.problems]
    assert (counts.rows, counts.screenings, counts.unchanged) == (number, number, number), content.decode()
    assert (counts.removed, counts.kept, counts.errors) == (0, 0, 0)


@pytest.mark.parametrize("export", [as_csv, as_xlsx, as_calendar, as_json])
def test_an_export_comes_in_unchanged(engine: Engine, export: Export) -> None:
    @FEW
    @given(USUAL_ROWS)
    def holds(rows: list[dict[str, str]]) -> None:
        clear(engine)
        add_cinema(engine)
        add_film(engine)
        add_film(engine, "Dune", slug="dune-1984", year=1984)
        add_film(engine, "Dune", slug="dune-2021", year=2021, original_languages=["de", "en"])
        publish_sheet(engine, *rows)
        comes_in_unchanged(engine, export)

    holds()
