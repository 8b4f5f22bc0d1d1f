"""The weekly grid: films down, days across, the times in between; each time becomes a row with its address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.closed_words import is_closed
from data.schedules.readers.grid_cell import GridTime, is_of_times, read_grid_cell
from data.schedules.readers.grid_header import GridHeader, day_heads, grid_header, with_dates
from data.schedules.readers.named_week import NamedWeek, named_week
from data.schedules.readers.table import Record, Table, heading, warning
from data.schedules.sheet import Row, Sheet
from data.sentence import Sentence
from data.text import folded, plain_text

NAME = "weekly-grid"
MOST_ABOVE = 20
# A line of its own that says in which auditorium the films below it run.
_ROOMS = "kino|saal|screen|salle|sala|zaal|sal|leinwand|auditorium|studio|cinema"
_AUDITORIUM = re.compile(rf"({_ROOMS})\b.{{0,30}}|.{{1,30}}(saal|kino)")


def is_grid(table: Table) -> bool:
    """Say whether one of the first records heads the days of a week."""
    return any(day_heads(record) for record in table.records[:MOST_ABOVE])


def read_weekly_grid(table: Table, today: date) -> Sheet:
    """Read a table as one weekly grid or several, one below the other.

    The column of a day is an evening: 00:30 in it is after midnight. Raises FileUnreadableError where nothing says
    which days the columns are, or no cell holds a time.
    """
    reading = _Reading(today, above=[table.name])
    for record in with_dates(table.records):
        reading.take(record)
    if not reading.rows:
        raise FileUnreadableError(
            Sentence("The grid names films and days, but no times. Write them where film and day meet.")
        )
    return Sheet(
        reader=NAME,
        columns=reading.columns,
        ignored_columns=tuple(dict.fromkeys(reading.ignored)),
        rows=tuple(reading.rows),
        problems=(*table.problems, *reading.problems),
        named_days=(min(first for first, _ in reading.weeks), max(last for _, last in reading.weeks)),
        unspoken_on=_between(reading.weeks),
    )


def _between(weeks: Sequence[tuple[date, date]]) -> frozenset[date]:
    """Give the days between weeks, of which none of them speaks."""
    first, last = min(first for first, _ in weeks), max(last for _, last in weeks)
    days = (first + timedelta(days=days) for days in range((last - first).days))
    return frozenset(day for day in days if not any(begins <= day <= ends for begins, ends in weeks))


@dataclass(slots=True)
class _Reading:
    """What was read so far: the last header, and what the lines since then said."""

    today: date
    above: list[str] = field(default_factory=list)
    week: NamedWeek | None = None
    header: GridHeader | None = None
    auditorium: str = ""
    title: str = ""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    weeks: list[tuple[date, date]] = field(default_factory=list)

    def take(self, record: Record) -> None:
        """Read a record as a header, a line of its own, or a film with its times."""
        if heads := day_heads(record):
            # The week may stand in the header too, before its days.
            texts = [*self.above, *record.cells[: min(heads)]]
            self.week = named_week(texts, self.today) or self.week
            self._begin(record, grid_header(record, heads, self.week, self.today))
        elif self.header is None or len(record.filled()) == 1:
            self._take_line(record)
        else:
            self._take_film(record, self.header)

    def _begin(self, record: Record, header: GridHeader) -> None:
        self.header, self.title, self.above = header, "", []
        self.problems += header.problems
        self.weeks.append(header.week)
        self.columns |= {name: heading(record.cells, place) for place, name in header.fields.items()}
        places = range(len(record.cells))
        left = [place for place in places if place not in header.fields and place not in header.days]
        self.ignored += [heading(record.cells, place) for place in left if record.cells[place].strip()]

    def _take_line(self, record: Record) -> None:
        text = plain_text(record.filled()[0])
        if self.header and _says_when(record, self.header):
            self._take_film(record, self.header)
        elif _AUDITORIUM.fullmatch(folded(text)):
            self.auditorium = text
        else:
            self.above += record.filled()
            if self.header:
                sentence = Sentence("This line has no times and names no auditorium: it is left aside.")
                self.problems.append(warning("line-ignored", sentence, row=record.number, value=text[:100]))

    def _take_film(self, record: Record, header: GridHeader) -> None:
        _refuse_unclear(record, header)
        said = {name: _cell(record, place) for place, name in header.fields.items()}
        title = said.pop("title", "")
        found = list(self._times(record, header))
        is_shown = any(not is_closed(time.time) for _, _, time in found)
        if is_shown and not title and self.title:
            sentence = Sentence("The film's cell is empty: it is taken for the one above, {film}.", film=self.title)
            self.problems.append(warning("title-above", sentence, row=record.number))
        if not found and title:
            sentence = Sentence("There are no times in this row: nothing of it is shown.")
            self.problems.append(warning("no-times", sentence, row=record.number, value=title[:100]))
        self.title = title or self.title
        said["auditorium"] = said.get("auditorium") or self.auditorium
        self.rows += [_row(record.number, self.title, said, day, place, time) for day, place, time in found]

    def _times(self, record: Record, header: GridHeader) -> Iterator[tuple[date, str, GridTime]]:
        for place, days in header.days.items():
            for time in read_grid_cell(_cell(record, place)):
                yield from ((day, heading(header.cells, place), time) for day in days)


def _refuse_unclear(record: Record, header: GridHeader) -> None:
    for place in header.unclear:
        if is_of_times(_cell(record, place)):
            raise FileUnreadableError(
                Sentence(
                    "The column {column} has times, and we do not know of which days. Give each day "
                    "a column of its own, or head it like Do–So.",
                    column=heading(header.cells, place),
                )
            )


def _says_when(record: Record, header: GridHeader) -> bool:
    return any(read_grid_cell(_cell(record, place)) for place in header.days)


def _cell(record: Record, place: int) -> str:
    return record.cells[place].strip() if place < len(record.cells) else ""


def _row(number: int, title: str, said: dict[str, str], day: date, place: str, time: GridTime) -> Row:
    return Row(
        number=number,
        place=place,
        business_date=day.isoformat(),
        time=time.time,
        title=title,
        version=time.version or said.get("version", ""),
        format=" ".join(word for word in (said.get("format", ""), time.format) if word),
        auditorium=said["auditorium"],
        booking_url=said.get("booking_url", ""),
        status=time.status or said.get("status", ""),
        cinema=said.get("cinema", ""),
    )
