"""Rows are understood one by one: each becomes an entry, or a problem with its address; none is lost in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from data.links import is_web_link
from data.problem import Problem, Severity
from data.schedules.diff import Scope
from data.schedules.row_films import RowFilms
from data.schedules.row_start import RowStart, Start, row_start
from data.schedules.row_times import sheet_dates
from data.schedules.row_version import RowVersion, row_version
from data.schedules.sheet import Row, Sheet
from data.schedules.showing import Entry, Showing, Unreadable
from data.schedules.spoken_days import SpokenDays
from data.schedules.status import read_status
from data.schedules.time_problems import Finding, TimeProblem, problem_of
from data.schedules.titles.book import TitleBook
from data.schedules.words import Words
from data.text import folded, has_hidden_characters, plain_text
from data.versions.notation import Notation, read_notation

_CELLS = tuple(cell.name for cell in fields(Row) if cell.name != "number")
_cells_of = attrgetter(*_CELLS)


@dataclass(frozen=True, slots=True)
class House:
    """Whose sheet it is: the words that may stand in its cinema column, its zone, its country (ISO 3166)."""

    slug: str
    name: str
    zone: ZoneInfo
    country: str


@dataclass(slots=True)
class Checked:
    """What became of the rows: rows = entries + duplicates + past + elsewhere + errors."""

    rows: int = 0
    entries: list[Entry] = field(default_factory=list)
    duplicates: int = 0
    past: int = 0
    elsewhere: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    days: SpokenDays = field(default_factory=SpokenDays)
    auditoriums: set[str] = field(default_factory=set)

    @property
    def scope(self) -> Scope | None:
        """What the rows speak of: their days, and their auditoriums where each names one."""
        return self.days.scope(None if "" in self.auditoriums else tuple(sorted(self.auditoriums)))


def check(sheet: Sheet, house: House, book: TitleBook, words: Words, now: datetime) -> Checked:
    """Understand a sheet's rows as the programme of one house with words of its own, at a moment."""
    checking = _Checking(sheet, house, RowFilms(book, words, sheet.columns, house.country), words, now)
    own = [row for written in sheet.rows if checking.is_own(row := checking.plain(written))]
    dates = sheet_dates(own, house.zone, house.country, now)
    for row in own:
        checking.take(row, row_start(row, dates))
    checking.result.problems += checking.films.problems()
    return checking.result


class _Checking:
    """The state of one check: what was seen so far."""

    def __init__(self, sheet: Sheet, house: House, films: RowFilms, words: Words, now: datetime) -> None:
        self.columns = sheet.columns
        self.barred = {problem.row for problem in sheet.problems}
        self.house, self.films, self.words, self.now = house, films, words, now
        self.result = Checked(rows=len(sheet.rows), problems=list(sheet.problems))
        self.first_rows: dict[tuple[object, ...], int] = {}

    def is_own(self, row: Row) -> bool:
        """Say whether a row is of this house, and count it if it is not."""
        is_own = not row.cinema or folded(row.cinema) in (folded(self.house.name), self.house.slug)
        self.result.elsewhere += not is_own
        return is_own

    def take(self, row: Row, said: RowStart) -> None:
        """Make an entry of a row of this house, or say why it is none."""
        self.result.auditoriums.add(row.auditorium)
        self.result.days.add(said)
        start = self._readable(row, said)
        if start is None:
            return
        if start.at < self.now:
            self.result.past += 1
            self._note(row, [finding for finding in said.findings if finding.problem is TimeProblem.DATE_ALONE])
            return
        self._note(row, said.findings)
        showing = self._showing(row, start)
        first = self.first_rows.setdefault(showing.itself, row.number)
        if first != row.number:
            self.result.duplicates += 1
            self._warn(row, "duplicate-row", None, None, f"This row says the same as row {first}; it counts once.")
            return
        self.result.entries.append(Entry(row.number, showing))

    def _readable(self, row: Row, start: RowStart) -> Start | None:
        """Give the start of a row without errors; null after noting what is wrong with it."""
        if start.start and row.title and row.number not in self.barred:
            return start.start
        self._note(row, start.errors)
        if not row.title:
            sentence = "The film is missing. Write its title, or tba."
            self.result.problems.append(self._error(row, "title-missing", "title", sentence))
        self.result.unreadable.append(Unreadable(start.on, start.clock, self.films.known_films(row)))
        return None

    def _note(self, row: Row, findings: Iterable[Finding]) -> None:
        self.result.problems += [problem_of(finding, row, self.columns) for finding in findings]

    def _showing(self, row: Row, start: Start) -> Showing:
        said = self._version(row)
        return Showing(
            starts_at=start.at,
            programme_on=start.programme_on,
            films=self.films.films(row),
            title=row.title,
            version=said.version,
            label_raw=said.label_raw,
            formats=said.formats,
            auditorium=row.auditorium or None,
            booking_url=self._safe_link(row),
            status=self._status(row),
            source_id=row.source_id or None,
        )

    def _version(self, row: Row) -> RowVersion:
        said = row_version(row, self._notation, self.films.beside(row))
        for remark in said.remarks:
            self._warn(row, remark.code, remark.field, remark.value, remark.message)
        return said

    def _notation(self, text: str) -> Notation:
        return self.words.label(text) or read_notation(text, self.house.country)

    def _safe_link(self, row: Row) -> str | None:
        if not row.booking_url or is_web_link(row.booking_url):
            return row.booking_url or None
        sentence = "This is no web address: it is left out. Write the whole link, beginning with https://."
        self._warn(row, "booking-url-unsafe", "booking_url", row.booking_url[:100], sentence)
        return None

    def _status(self, row: Row) -> str | None:
        status = read_status(row.status)
        if row.status and status is None:
            self._warn(row, "status-unknown", "status", row.status, "Write scheduled, sold out or cancelled.")
        return status

    def plain(self, row: Row) -> Row:
        """Make a row's cells safe to show."""
        cells = {name: text for name, text in zip(_CELLS, _cells_of(row), strict=True) if text}
        plain = {name: plain_text(text) for name, text in cells.items()}
        if plain == cells:
            return row
        for name, text in cells.items():
            if not text.isprintable() and has_hidden_characters(text):
                sentence = "Invisible control characters were taken out of this cell."
                self._warn(row, "hidden-characters", name, plain[name], sentence)
        return Row(number=row.number, **plain)

    def _error(self, row: Row, code: str, column: str, message: str) -> Problem:
        return Problem(
            code=code,
            severity=Severity.ERROR,
            row=row.number,
            column=self.columns.get(column, column),
            value=getattr(row, column),
            message=message,
        )

    def _warn(self, row: Row, code: str, column: str | None, value: str | None, message: str) -> None:
        named = self.columns.get(column, column) if column else None
        warning = Problem(
            code=code, severity=Severity.WARNING, row=row.number, column=named, value=value, message=message
        )
        self.result.problems.append(warning)
