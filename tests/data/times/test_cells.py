"""Dates and times are read from cells in the spellings of cinemas, and what is none is none."""

from datetime import date, time

import pytest
from babel.dates import format_date, format_time
from hypothesis import given
from hypothesis import strategies as st

from data.times.calendar_words import LANGUAGES
from data.times.cells import read_date_cell, read_time_cell
from data.times.date_column import date_column
from data.times.written import WrittenTime

# The country in which a language's way to write is that of the sheets.
COUNTRIES = {"de": "DE", "en": "US", "fr": "FR", "it": "IT", "es": "ES", "nl": "NL", "pl": "PL", "cs": "CZ"}
SHEET_YEARS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
IN_LANGUAGES = st.sampled_from(LANGUAGES)
WIDTHS = st.sampled_from(["full", "long", "medium", "short"])


def day(text: str, country: str = "DE", today: date = date(2026, 7, 1)) -> date | None:
    """Read a date as the only one of its column."""
    cell = read_date_cell(text)
    return date_column([cell], country, today).day_of(cell.date) if cell.date else None


def clock(text: str) -> time | None:
    read = read_time_cell(text).time
    return read.clock if read else None


@pytest.mark.parametrize(
    "text",
    [
        *("2026-07-24", "2026/07/24", "20260724", "24.07.2026", "24.7.26", "24. 7. 2026", "24/07/2026", "24-07-2026"),
        *("24.07.", "24.7", "24. 7.", "Fr 24.07.", "Fr., 24.07.", "FR, 24.7.", "24.07. (Fr)", "Freitag, den 24.07."),
        *("Fr, 24. Juli", "24. JUL", "24 Juli 2026", "Friday 24 July", "Fri, July 24th", "July 24, 2026", "24-Jul-26"),
        *("ven. 24 juillet", "vendredi 24 juillet 2026", "venerdì 24 luglio", "viernes, 24 de julio de 2026"),
        *("vrijdag 24 juli", "piątek, 24 lipca", "pátek 24. července", "24. čvc", "on Friday, the 24th of July '26"),
        *("7/24/2026", "7/24", "46227", "Fr 24–07–2026", "２４．０７．２０２６"),
    ],
)
def test_a_date_is_read_in_the_spellings_of_cinemas(text: str) -> None:
    assert day(text) == date(2026, 7, 24)


@pytest.mark.parametrize("text", ["1899-12-30 20:15:00", "1899-12-30T20:15", "30.12.1899 20:15", "12/30/1899 8:15 PM"])
def test_a_time_that_a_spreadsheet_counts_from_its_first_day_is_a_time(text: str) -> None:
    assert (day(text), clock(text)) == (None, time(20, 15))


@pytest.mark.parametrize(
    "text",
    [
        *("MO 11.06. 21:30", "Mo, 11.06., 21.30 Uhr", "11.06.2018 21:30", "11.06.18 um 21:30", "2018-06-11T21:30"),
        *("2018-06-11 21:30:00", "20180611T213000", "11 juin 2018 à 21h30", "June 11, 2018 at 9:30 PM", "43262.89583"),
        *("43262,8958333333", "11.06.2018 - 21:30", "11.06. (Mo) 21h30", "2018-06-11T21:30:00.000"),
    ],
)
def test_a_cell_may_hold_date_and_time(text: str) -> None:
    assert day(text, today=date(2018, 6, 1)) == date(2018, 6, 11)
    assert read_date_cell(text).time == WrittenTime(time(21, 30))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "?",
            "2026-02-30",
            "31.11.",
            "30.02.",
            "26.13.",
            "32.07.2026",
            "Donnerstag",
            "Juli",
            "24",
            "24. Jul 20:15 x",
        ),
        *("Änderungen vorbehalten!", "24.07.-26.07.", "24.07. + 25.07.", "20:15", "2o.07.2026", "24.07.2026 ganztags"),
        *(
            "12345",
            "99999",
            "1.2.3.4",
            "13/13/2026",
            "01.01.0026",
            "Fr 24. Ju",
            "24 24 24",
            "-1",
            "46227.84375 5",
            "١٢٣٤٥",
        ),
    ],
)
def test_a_text_that_is_no_date_is_none(text: str) -> None:
    assert read_date_cell(text).date is None


@pytest.mark.parametrize("text", ["0001-01-01", "01.01.0026", "9999-12-31", "1899-12-31", "2200-01-01"])
def test_a_year_in_which_no_cinema_plays_is_no_date(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "20:15",
            "20.15",
            "20,15",
            "20h15",
            "20 h 15",
            "20u15",
            "20 Uhr 15",
            "2015",
            "20:15 Uhr",
            "20.15 uhr",
            "20:15h",
        ),
        *("20:15:00", "20:15:00.000", "8:15PM", "8:15 pm", "8:15 p.m.", "8:15\u202fPM", "20:15 PM", "um 20:15 Uhr"),
        *("ore 20.15", "0.84375", "0,84375", "46227.84375", "2026-07-24 20:15", "2026-07-24T20:15:00+02:00", "2０:15"),
    ],
)
def test_a_time_is_read_in_the_spellings_of_cinemas(text: str) -> None:
    assert clock(text) == time(20, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("0:00", time(0)), ("9:05", time(9, 5)), ("23:59", time(23, 59)), ("20h", time(20)), ("20 Uhr", time(20))),
        *(("8pm", time(20)), ("12 PM", time(12)), ("12:30 AM", time(0, 30)), ("0.5", time(12)), ("0.75", time(18))),
    ],
)
def test_a_time_may_stand_anywhere_in_the_day(text: str, expected: time) -> None:
    assert clock(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("24:00", time(0)), ("24:30", time(0, 30)), ("28.59", time(4, 59))])
def test_the_hours_after_midnight_may_be_counted_on(text: str, expected: time) -> None:
    assert read_time_cell(text).time == WrittenTime(expected, is_next_day=True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "29:00", "20:60", "2o:15", "20", "20:1", "20:15:30", "ganztags", "-1:00", "20:15-22:30", "20:15, 22:30"),
        *("20:15 AM", "0:15 pm", "13 am", "Uhr", "h", "20:15 x", "9999", "0.9999", "1.5", "20:15 + 22:30", "ab 12"),
    ],
)
def test_a_text_that_is_no_time_is_none(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize(
    ("text", "ahead_minutes"),
    [
        *(("2026-07-24T20:15Z", 0), ("2026-07-24 20:15:00+00:00", 0), ("20260724T201500Z", 0), ("20:15Z", 0)),
        *(("2026-07-24T20:15+02:00", 120), ("2026-07-24T20:15-0330", -210), ("2026-07-24T20:15+05", 300)),
        *(("2026-07-24T20:15", None), ("24.07.2026 20:15", None)),
    ],
)
def test_an_offset_stands_beside_the_time(text: str, ahead_minutes: int | None) -> None:
    assert read_time_cell(text).time == WrittenTime(time(20, 15), ahead_minutes=ahead_minutes)


@pytest.mark.parametrize("text", ["24.07.2026 20:15-22:30", "Fr 24.07. 20:15-22:30", "2026-07-24 20:15-22:30"])
def test_until_when_a_film_runs_is_no_offset(text: str) -> None:
    assert read_date_cell(text).time is None


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        *(("Fr 26.11.", {4}), ("thurs 26.11.", {3}), ("mar. 24 mars", {1}), ("mar 24.11.", {1}), ("24 mar", set())),
        # A Sunday in German and a Saturday in Czech, a Thursday in German and a Sunday in Spanish.
        *(("So 26.11.", {5, 6}), ("Do 26.11.", {3, 6}), ("26.11. dom", {6}), ("xyz 26.11.", set())),
    ],
)
def test_the_weekday_is_read_too(text: str, weekdays: set[int]) -> None:
    written = read_date_cell(text).date
    assert (set(written.weekdays) if written else set()) == weekdays


@given(SHEET_YEARS, IN_LANGUAGES, WIDTHS)
def test_every_date_printed_in_a_language_is_read_as_that_date(on: date, language: str, width: str) -> None:
    printed = format_date(on, width, locale=language)
    assert day(printed, COUNTRIES[language]) == on
    written = read_date_cell(printed).date
    assert written
    assert not written.weekdays or on.weekday() in written.weekdays


@given(SHEET_YEARS, IN_LANGUAGES, st.sampled_from(["EEE d MMM", "EEEE, d. MMMM", "d MMM", "EE d.M.", "d. LLL"]))
def test_every_date_printed_without_its_year_is_read_as_that_date(on: date, language: str, pattern: str) -> None:
    printed = format_date(on, pattern, locale=language)
    assert day(printed, today=on) == on


@given(SHEET_YEARS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%y"]))
def test_every_date_comes_back_as_it_was_written(on: date, form: str) -> None:
    assert day(on.strftime(form)) == on
    assert day(str((on - date(1899, 12, 30)).days)) == on


@given(st.times(), IN_LANGUAGES, st.sampled_from(["short", "HH:mm", "H.mm", "h:mm a", "h:mma", "HHmm", "H'h'mm"]))
def test_every_time_printed_in_a_language_is_read_as_that_time(at: time, language: str, form: str) -> None:
    minute = at.replace(second=0, microsecond=0)
    # Halves of the day are written in English, wherever they are.
    printed = format_time(minute, form, locale="en" if "a" in form else language)
    assert clock(printed) == minute


@given(SHEET_YEARS, st.times(), st.integers(5, 15))
def test_every_minute_comes_back_from_a_spreadsheets_number(on: date, at: time, digits: int) -> None:
    minutes = at.hour * 60 + at.minute
    number = f"{(on - date(1899, 12, 30)).days}{minutes / 1440:.{digits}f}"[:5] + f"{minutes / 1440:.{digits}f}"[1:]
    assert day(number) == on
    assert clock(number) == at.replace(second=0, microsecond=0)


PIECES = st.sampled_from(
    [
        *"0123456789.:/-, '+TZh",
        "2026",
        "24",
        "07",
        "46227",
        "Uhr",
        "am",
        "pm",
        "Fr",
        "juil.",
        "mars",
        "20",
        "15",
        "º",
        "\u202f",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=12).map("".join))
def test_any_text_can_be_asked_for_a_date_and_a_time(text: str) -> None:
    cells = [read_date_cell(text), read_time_cell(text)]
    column = date_column(cells, "DE", date(2026, 2, 28))
    for cell in cells:
        if cell.date:
            column.day_of(cell.date)
