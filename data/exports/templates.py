"""Empty sheets to fill in, headed in German or English, with the days of a film week."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from babel.dates import format_date

from data.exports.sheet_csv import write_csv
from data.exports.sheet_rows import HEADINGS, Cell
from data.exports.sheet_xlsx import write_xlsx
from data.times.film_week import film_week_begins_on

# Of HEADINGS, without what a vendor or we ourselves would fill in.
_FILLED_BY_HAND = (0, 1, 3, 4, 5, 6, 7, 8)
_GRID_HEADINGS = {"de": ("Film", "Min", "Fassung", "Saal"), "en": ("Film", "Min", "Version", "Screen")}
_GRID_TITLES = {"de": "Programm vom {0:%d.%m.%Y} bis {1:%d.%m.%Y}", "en": "Programme from {0:%Y-%m-%d} to {1:%Y-%m-%d}"}
_DAY_FORMS = {"de": "dd.MM.", "en": "d MMM"}
_EMPTY_ROWS = 20


def coming_week(today: date, country: str) -> list[date]:
    """Give the seven days of the film week that comes next in a country (ISO 3166)."""
    first = film_week_begins_on(today + timedelta(days=7), country)
    return [first + timedelta(days=day) for day in range(7)]


def tall_template(days: Sequence[date], language: str) -> bytes:
    """Write a tall sheet (CSV): a row a screening, begun with the days."""
    headings = [HEADINGS[language][column] for column in _FILLED_BY_HAND]
    return write_csv(headings, ([day, *[""] * (len(headings) - 1)] for day in days), language)


def grid_template(days: Sequence[date], language: str) -> bytes:
    """Write a weekly grid (XLSX): a row a film, a column a day, the starts in the cells."""
    return write_xlsx(_grid(days, language), heading_row=2)


def _grid(days: Sequence[date], language: str) -> Iterator[list[Cell]]:
    yield [_GRID_TITLES[language].format(days[0], days[-1])]
    yield [*_GRID_HEADINGS[language], *(_heading(day, language) for day in days)]
    for _ in range(_EMPTY_ROWS):
        yield []


def _heading(day: date, language: str) -> str:
    weekday = format_date(day, "EEE", locale=language).rstrip(".")
    return f"{weekday} {format_date(day, _DAY_FORMS[language], locale=language)}"
