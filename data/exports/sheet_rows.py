"""The programme of a cinema as the rows of a sheet, headed in the words of the house."""

from dataclasses import astuple, dataclass
from datetime import date, time

from data.exports.titles import Titles
from data.own_id import own_id_of
from data.programme.answer import ScreeningFacts
from data.programme.programme import Programme
from data.programme.screenings import CinemaScreenings
from data.times.programme_day import evening_of

# In the order of SheetRow's fields; the tall sheet's reader knows them all.
HEADINGS = {
    "de": ("Datum", "Beginn", "Spieltag", "Saal", "Titel", "Fassung", "Format", "Status", "Tickets", "Id"),
    "en": ("Date", "Time", "Business date", "Screen", "Title", "Version", "Format", "Status", "Tickets", "Id"),
}
_STATUSES = {
    "de": {"sold-out": "ausverkauft", "cancelled": "abgesagt"},
    "en": {"sold-out": "sold out", "cancelled": "cancelled"},
}

Cell = str | date | time


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A screening as its cinema's clock and words have it; `evening_on` is empty where the clock says it already."""

    on: date
    clock: time
    evening_on: date | str
    auditorium: str
    title: str
    version: str
    formats: str
    status: str
    booking_url: str
    own_id: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Give the cells in the order of HEADINGS."""
        cells: tuple[Cell, ...] = astuple(self)
        return cells


def sheet_rows(programme: Programme, listed: CinemaScreenings, language: str) -> list[SheetRow]:
    """Write down what was listed, one row a screening."""
    titles = Titles(programme)
    return [_row(screening, listed, titles, language) for screening in listed.screenings]


def _row(screening: ScreeningFacts, listed: CinemaScreenings, titles: Titles, language: str) -> SheetRow:
    local = screening.starts_at
    evening_on = screening.programme_on
    return SheetRow(
        on=local.date(),
        clock=local.time(),
        evening_on="" if evening_of(local.date(), local.time()) == evening_on else evening_on,
        auditorium=screening.auditorium or "",
        title=titles.of(screening, listed.films),
        version=listed.versions[screening.version].label,
        formats=", ".join(screening.formats),
        status=_STATUSES[language].get(screening.status, ""),
        booking_url=screening.booking_url or "",
        own_id=own_id_of(screening.id),
    )
