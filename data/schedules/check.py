"""Rows are understood one by one: each becomes an entry, or a problem with its address; none is lost in silence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from data.links import is_web_link
from data.problem import Problem, Severity
from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope
from data.schedules.closed_words import closed_note, is_closed, says_closed
from data.schedules.diff import Scope
from data.schedules.row_closed import SaidClosed
from data.schedules.row_films import RowFilms
from data.schedules.row_length import too_long
from data.schedules.row_start import RowStart, Start, row_start
from data.schedules.row_times import on_the_wall, sheet_dates
from data.schedules.row_version import RowVersion, row_version
from data.schedules.sheet import FILM_UNKNOWN, TOO_MANY_CELLS, Row, Sheet, column_of
from data.schedules.showing import Entry, Showing, Unreadable
from data.schedules.spoken_days import SpokenDays
from data.schedules.status import read_status
from data.schedules.time_problems import Finding, TimeProblem, problem_of
from data.schedules.titles.book import TitleBook
from data.schedules.words import Words
from data.sentence import Sentence, word
from data.text import has_hidden_characters, plain_text
from data.times.programme_day import programme_on
from data.versions.notation import Notation, read_notation

_CELLS = tuple(cell.name for cell in fields(Row) if cell.type is str)
_cells_of = attrgetter(*_CELLS)
_MOST_SHOWN = 200
# What is no fault of a row that names a day alone.
_OF_THE_TIME = (TimeProblem.TIME_ABSENT, TimeProblem.TIME_UNREADABLE)


@dataclass(frozen=True, slots=True)
class House:
    """Whose sheet it is: its zone, its country (ISO 3166), and what the sheet's cinema column calls it."""

    slug: str
    name: str
    zone: ZoneInfo
    country: str
    written_as: frozenset[str] = frozenset()


@dataclass(slots=True)
class Checked:
    """What became of the rows: rows = entries + duplicates + past + elsewhere + errors, without those of `closed` days.

    `elsewhere` counts the rows of other cinemas, `outside` among them what is this one's but lies outside of what was
    asked for; `others` are the other cinemas by name.
    """

    rows: int = 0
    entries: list[Entry] = field(default_factory=list)
    closed: list[SaidClosed] = field(default_factory=list)
    duplicates: int = 0
    past: int = 0
    elsewhere: int = 0
    outside: int = 0
    others: Counter[str] = field(default_factory=Counter)
    unreadable: list[Unreadable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    days: SpokenDays = field(default_factory=SpokenDays)
    auditoriums: set[str] = field(default_factory=set)
    asked: AskedScope = AS_THE_FILE_SAYS

    @property
    def scope(self) -> Scope | None:
        """What is asked for, else what the rows speak of: their days, and their auditoriums where each names one."""
        speaks_of_all = "" in self.auditoriums or not self.auditoriums
        said = None if speaks_of_all else tuple(sorted(self.auditoriums))
        if self.asked.auditoriums is not None:
            said = tuple(sorted({*self.asked.auditoriums, *self.auditoriums}))
        return self.days.scope(said, self.asked)


def check(
    sheet: Sheet,
    house: House,
    book: TitleBook,
    words: Words,
    now: datetime,
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> Checked:
    """Understand a sheet's rows as the programme of one house with words of its own, at a moment."""
    checking = _Checking(sheet, house, RowFilms(book, words, sheet.columns, house.country), words, now, asked)
    plain = [on_the_wall(checking.plain(written), house.zone) for written in sheet.rows]
    own = [row for row in plain if checking.is_own(row)]
    dates = sheet_dates(own, house.zone, house.country, now)
    for row in own:
        checking.take(row, row_start(row, dates))
    checking.conclude()
    return checking.result


class _Checking:
    """The state of one check: what was seen so far."""

    def __init__(
        self, sheet: Sheet, house: House, films: RowFilms, words: Words, now: datetime, asked: AskedScope
    ) -> None:
        self.columns, self.counted = sheet.columns, sheet.counted
        self.barred = {problem.row for problem in sheet.problems if problem.severity is Severity.ERROR}
        # Of these, the reader has said already why they have no title.
        self.filmless = {problem.row for problem in sheet.problems if problem.code == FILM_UNKNOWN}
        self.shifted = {problem.row for problem in sheet.problems if problem.code == TOO_MANY_CELLS}
        self.today = programme_on(now, house.zone)
        self.house, self.films, self.words, self.now, self.asked = house, films, words, now, asked
        self.days = SpokenDays(sheet.named_days, sheet.unspoken_on)
        self.result = Checked(rows=len(sheet.rows), problems=list(sheet.problems), days=self.days, asked=asked)
        self.first_rows: dict[tuple[object, ...], Row] = {}

    def is_own(self, row: Row) -> bool:
        """Say whether a row is of this house, and count it if it is not."""
        is_own = not row.cinema or row.cinema in self.house.written_as
        if not is_own:
            self.result.elsewhere += 1
            self.result.others[row.cinema] += 1
        return is_own

    def conclude(self) -> None:
        """Say what can only be said of the whole, and once what is wrong in a cell that is of several days."""
        self.result.problems += self.films.problems()
        if self.result.outside:
            sentence = Sentence(
                "{rows} rows lie outside of the days and auditoriums asked for: left aside.", rows=self.result.outside
            )
            self.result.problems.append(Problem(code="outside-scope", severity=Severity.WARNING, message=sentence))
        self.result.problems = list(dict.fromkeys(self.result.problems))

    def take(self, row: Row, said: RowStart) -> None:
        """Make an entry of a row of this house, or say why it is none."""
        if self._is_outside(row, said):
            self.result.elsewhere += 1
            self.result.outside += 1
            return
        if says_closed(row):
            self._close(row, said)
            return
        if row.number not in self.shifted:
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
        first = self.first_rows.setdefault(showing.itself, row)
        if first is not row:
            self.result.duplicates += 1
            sentence = Sentence(
                "This {counted} says the same as {counted} {first}; it counts once.",
                counted=word(self.counted),
                first=first.number,
            )
            self._warn(row, "duplicate-row", None, None, sentence)
            return
        self.result.entries.append(Entry(row.number, showing))

    def _close(self, row: Row, said: RowStart) -> None:
        """Note a day on which the house is closed; of a row that leaves open which day that is, say so."""
        day = said.evening_on or said.on
        self._note(row, [finding for finding in said.findings if finding.problem not in _OF_THE_TIME])
        if day is None or not self._is_whose(row) or row.number in self.barred:
            self.result.unreadable.append(Unreadable(day, None, None))
        elif day < self.today:
            self.result.past += 1
        else:
            self.result.rows -= 1
            if not said.is_alone:
                self.days.closed.add(day)
            if row.auditorium:
                self.result.auditoriums.add(row.auditorium)
            self.result.closed.append(self._said_closed(row, day))

    def _said_closed(self, row: Row, day: date) -> SaidClosed:
        field = next(name for name in ("time", "title", "version", "status") if is_closed(getattr(row, name)))
        return SaidClosed(
            programme_on=day,
            row=row.number,
            column=column_of(row, field, self.columns),
            written=getattr(row, field),
            note=closed_note(getattr(row, field)),
            auditorium=row.auditorium,
        )

    def _is_outside(self, row: Row, said: RowStart) -> bool:
        """Say whether a row of this house lies outside of what was asked for, as far as its day can be read."""
        if self.asked.is_nothing:
            return False
        day = said.programme_on or said.on
        return not self.asked.has_auditorium(row.auditorium) or (day is not None and not self.asked.has_day(day))

    def _readable(self, row: Row, start: RowStart) -> Start | None:
        """Give the start of a row without errors; null after noting what is wrong with it."""
        is_fine = self._is_whose(row) & self._is_short(row)
        if start.start and row.title and is_fine and row.number not in self.barred:
            return start.start
        self._note(row, start.errors)
        if not row.title and row.number not in self.filmless:
            sentence = Sentence("The film is missing. Write its title, or tba.")
            self.result.problems.append(self._error(row, "title-missing", "title", sentence))
        work = None if row.number in self.shifted else self.films.known_films(row)
        self.result.unreadable.append(Unreadable(start.on, start.clock, work, start.evening_on))
        return None

    def _is_whose(self, row: Row) -> bool:
        """Say whether it is known whose a row is, and that it is not."""
        if row.cinema or not self.result.others:
            return True
        sentence = Sentence("The file has other cinemas too: whose is this row? Write the cinema in every row.")
        self.result.problems.append(self._error(row, "cinema-missing", "cinema", sentence))
        return False

    def _is_short(self, row: Row) -> bool:
        """Say whether title and auditorium can be such, and of one that is too long that it is."""
        found = list(too_long(row))
        self.result.problems += [self._error(row, f"{name}-too-long", name, sentence) for name, sentence in found]
        return not found

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
        sentence = Sentence("This is no web address: it is left out. Write the whole link, beginning with https://.")
        self._warn(row, "booking-url-unsafe", "booking_url", row.booking_url[:100], sentence)
        return None

    def _status(self, row: Row) -> str | None:
        status = read_status(row.status)
        if row.status and status is None:
            self._warn(row, "status-unknown", "status", row.status, Sentence("Write scheduled, sold out or cancelled."))
        return status

    def plain(self, row: Row) -> Row:
        """Make a row's cells safe to show."""
        cells = {name: text for name, text in zip(_CELLS, _cells_of(row), strict=True) if text}
        plain: dict[str, Any] = {name: plain_text(text) for name, text in cells.items()}
        if plain == cells:
            return row
        for name, text in cells.items():
            if not text.isprintable() and has_hidden_characters(text):
                sentence = Sentence("Invisible control characters were taken out of this cell.")
                self._warn(row, "hidden-characters", name, plain[name], sentence)
        return replace(row, **plain)

    def _error(self, row: Row, code: str, column: str, message: Sentence) -> Problem:
        return Problem(
            code=code,
            severity=Severity.ERROR,
            row=row.number,
            column=column_of(row, column, self.columns),
            value=getattr(row, column)[:_MOST_SHOWN],
            message=message,
        )

    def _warn(self, row: Row, code: str, column: str | None, value: str | None, message: Sentence) -> None:
        named = column_of(row, column, self.columns) if column else row.place or None
        warning = Problem(
            code=code, severity=Severity.WARNING, row=row.number, column=named, value=value, message=message
        )
        self.result.problems.append(warning)
