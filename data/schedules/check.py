"""Rows are understood one by one: each becomes an entry, or a problem with its address; none is lost in silence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from data.links import is_web_link
from data.problem import Problem, Severity
from data.schedules.match import TitleBook
from data.schedules.row_version import RowVersion, row_version
from data.schedules.sheet import Row, Sheet
from data.schedules.showing import Entry, Showing, Unreadable
from data.schedules.status import read_status
from data.text import folded, has_hidden_characters, plain_text
from data.times.cells import read_date, read_time
from data.times.programme_day import evening_of, programme_on
from data.times.wall import Doubt, Instant, instant_of
from data.versions.notation import Notation, read_notation
from data.versions.written_title import WrittenTitle, read_title


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
    calendar_days: set[date] = field(default_factory=set)
    evenings: set[date] = field(default_factory=set)
    auditoriums: set[str] = field(default_factory=set)


def check(sheet: Sheet, house: House, book: TitleBook, now: datetime) -> Checked:
    """Understand a sheet's rows as the programme of one house, at a moment."""
    checking = _Checking(sheet, house, book, now)
    for row in sheet.rows:
        checking.take(row)
    return checking.result


class _Checking:
    """The state of one check: what was seen so far."""

    def __init__(self, sheet: Sheet, house: House, book: TitleBook, now: datetime) -> None:
        self.columns = sheet.columns
        self.barred = {problem.row for problem in sheet.problems}
        self.house, self.book, self.now = house, book, now
        self.result = Checked(rows=len(sheet.rows), problems=list(sheet.problems))
        self.first_rows: dict[Showing, int] = {}

    def take(self, written: Row) -> None:
        row = self._plain(written)
        if row.cinema and folded(row.cinema) not in (folded(self.house.name), self.house.slug):
            self.result.elsewhere += 1
            return
        self.result.auditoriums.add(row.auditorium)
        instant = self._start(row)
        if instant is None:
            return
        self.result.evenings.add(programme_on(instant.at, self.house.zone))
        if instant.at < self.now:
            self.result.past += 1
            return
        showing = self._showing(row, instant)
        first = self.first_rows.setdefault(replace(showing, booking_url=None, label_raw=""), row.number)
        if first != row.number:
            self.result.duplicates += 1
            self._warn(row, "duplicate-row", None, None, f"This row says the same as row {first}; it counts once.")
            return
        self.result.entries.append(Entry(row.number, showing))

    def _start(self, row: Row) -> Instant | None:
        """Give the start of a row without errors; null after noting what is wrong with it."""
        on, clock = read_date(row.date), read_time(row.time)
        if on:
            self.result.calendar_days.add(on)
        errors = [*self._cell_errors(row, on, clock)]
        instant = instant_of(on, clock, self.house.zone) if on and clock else None
        if instant and instant.doubt is Doubt.MISSING:
            errors.append(
                self._error(
                    row, "time-missing", "time", "The clocks are put forward that night: this time does not exist."
                )
            )
        if instant is None or errors or row.number in self.barred:
            self.result.problems += errors
            self.result.unreadable.append(Unreadable(on, clock, self._known_work(row)))
            # Without its time, a row may belong to the evening before: it must not stretch what the file replaces.
            self.result.evenings |= {evening_of(on, clock)} if on and clock else set()
            return None
        return instant

    def _showing(self, row: Row, instant: Instant) -> Showing:
        if instant.doubt is Doubt.TWICE:
            self._warn(
                row, "time-twice", "time", row.time, "The clocks are put back that night: the first of two is meant."
            )
        said = self._version(row)
        return Showing(
            starts_at=instant.at,
            programme_on=programme_on(instant.at, self.house.zone),
            films=self._films(row),
            title=row.title,
            version=said.version,
            label_raw=said.label_raw,
            formats=said.formats,
            auditorium=row.auditorium or None,
            booking_url=self._safe_link(row),
            status=self._status(row),
            source_id=row.source_id or None,
        )

    def _cell_errors(self, row: Row, on: date | None, clock: time | None) -> Iterator[Problem]:
        if on is None:
            yield self._error(
                row,
                "date-unreadable",
                "date",
                "This is no day of the calendar that we can read. Write it as 2026-11-26.",
            )
        if clock is None:
            yield self._error(
                row,
                "time-unreadable",
                "time",
                "This is no time of day. Write it as 20:15, and after midnight as 00:30.",
            )
        if not row.title:
            yield self._error(row, "title-missing", "title", "The film is missing. Write its title, or tba.")

    def _known_work(self, row: Row) -> tuple[str, ...] | None:
        """Say what an unreadable row shows, without making a film of it."""
        known = self.book.by_title.get(folded(self._written(row.title).title), ())
        return tuple(film.slug for film in known) or None

    def _films(self, row: Row) -> tuple[str, ...]:
        known = len(self.book.new)
        match = self.book.match(self._written(row.title).title)
        if len(self.book.new) > known:
            self._warn(row, "film-new", "title", row.title, _new_film(self.book.close_titles(row.title)))
        if match.is_ambiguous:
            sentence = f"Several films have this title: the newest, {match.films[0].slug}, is taken."
            self._warn(row, "title-ambiguous", "title", row.title, sentence)
        return tuple(film.slug for film in match.films)

    def _version(self, row: Row) -> RowVersion:
        said = row_version(row, self._notation, self._written(row.title).notation)
        for remark in said.remarks:
            self._warn(row, remark.code, remark.field, remark.value, remark.message)
        return said

    def _notation(self, text: str) -> Notation:
        return read_notation(text, self.house.country)

    def _written(self, title: str) -> WrittenTitle:
        """Take a title apart, unless all of it is a film's title."""
        is_title = folded(title) in self.book.by_title
        return WrittenTitle(title, self._notation("")) if is_title else read_title(title, self.house.country)

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

    def _plain(self, row: Row) -> Row:
        cells = {cell.name: getattr(row, cell.name) for cell in fields(row) if cell.name != "number"}
        plain = {name: plain_text(text) for name, text in cells.items()}
        for name, text in cells.items():
            if has_hidden_characters(text):
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


def _new_film(close: Sequence[str]) -> str:
    sentence = "No film of this title is known: it is added as a new one."
    return f"{sentence} Did you mean {' or '.join(close)}?" if close else sentence
