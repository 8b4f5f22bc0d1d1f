"""A file held against what is published: the whole plan of a publish, made without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session

from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope, fill_auditorium
from data.schedules.check import Checked, House, check
from data.schedules.cinema_names import names_of
from data.schedules.clash import clashes
from data.schedules.closed_days import changes_of_closing, known_closed
from data.schedules.closing import Closing, closing, evenings_shown, speaks_of_house
from data.schedules.diff import Diff, Scope, compare, only_add
from data.schedules.hour_off import hour_off
from data.schedules.moved_by_hand import hand_moved
from data.schedules.much_removed import much_removed
from data.schedules.other_auditoriums import other_auditoriums
from data.schedules.own_rows import in_published_words, with_own_ids
from data.schedules.readers.recognise import read_schedule
from data.schedules.report import Report, changes_of, count, scope_facts
from data.schedules.sheet import Sheet
from data.schedules.showing import Published
from data.schedules.status import CANCELLED
from data.schedules.still_cancelled import still_cancelled
from data.schedules.stored import (
    cinema_names,
    cinema_of,
    coming_screenings,
    film_languages,
    film_minutes,
    title_book,
)
from data.schedules.taught import words_of_cinema
from data.schedules.titles.book import KnownFilm, TitleBook
from data.schedules.whose_ids import require_own_ids
from data.schedules.whose_rows import WhoseRows, may_name_houses, whose_rows, with_houses
from data.sentence import word
from data.tables.cinema import Cinema
from data.times.programme_day import programme_on


class Mode(StrEnum):
    """`replace`: the file is all that the cinema shows in its scope; `add`: it shows this besides."""

    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as it came. `origin` is `file` or `demo`."""

    name: str
    content: bytes
    origin: str = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What publishing a file would do; everything that is needed to do it."""

    cinema_id: int
    house: House
    mode: Mode
    asked: AskedScope
    document: Document
    sheet: Sheet
    checked: Checked
    scope: Scope | None
    difference: Diff
    closing: Closing
    new_films: tuple[KnownFilm, ...]
    learned_titles: tuple[tuple[str, KnownFilm], ...]
    in_scope: int

    @property
    def is_empty(self) -> bool:
        """Say whether publishing would change no screening, and no closed day."""
        difference = self.difference
        changes_screenings = difference.added or difference.moved or difference.changed or difference.removed
        return not (changes_screenings or self.closing.closed or self.closing.opened)

    def report(self, *, state: str, schedule_id: int | None = None) -> Report:
        """Write the plan down as the report that the API answers."""
        return Report(
            id=None if schedule_id is None else str(schedule_id),
            cinema=self.house.slug,
            state=state,
            reader=self.sheet.reader,
            mode=self.mode,
            scope=scope_facts(self.scope),
            counts=count(self.checked, self.difference),
            problems=[one.plain() for one in sorted(self.checked.problems, key=lambda problem: problem.row or 0)],
            changes=changes_of(self.difference, self.house.zone, self.house.country),
            ignored_columns=list(map(str, self.sheet.ignored_columns)),
            columns={field: str(column) for field, column in self.sheet.columns.items()},
            elsewhere=dict(self.checked.others),
            closed_days=changes_of_closing(self.closing),
        )


def plan_schedule(
    session: Session,
    cinema_slug: str,
    document: Document,
    *,
    now: datetime,
    mode: Mode = Mode.REPLACE,
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> Plan:
    """Read a file, understand its rows, and compare it with what the cinema has published.

    Raises UnknownCinemaError, and FileUnreadableError where the file as a whole is none that we can read, or is another
    cinema's.
    """
    cinema = cinema_of(session, cinema_slug)
    sheet = read_schedule(document.content, now.astimezone(ZoneInfo(cinema.time_zone)).date())
    # What all cinemas are called takes longer to read than all the rest, and most sheets are of one and name none.
    names = cinema_names(session) if may_name_houses(sheet) else names_of(())
    sheet = with_houses(sheet, names)
    whose = whose_rows(sheet, names, cinema.slug)
    whose.require(cinema.name, cinema.slug)
    if not whose.rows:
        require_own_ids(session, sheet, cinema)
    return plan_sheet(session, cinema, document, sheet, whose, title_book(session), now=now, mode=mode, asked=asked)


def plan_sheet(
    session: Session,
    cinema: Cinema,
    document: Document,
    sheet: Sheet,
    whose: WhoseRows,
    book: TitleBook,
    *,
    now: datetime,
    mode: Mode = Mode.REPLACE,
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> Plan:
    """Compare what a sheet says of one cinema with what that has published. New films go into the book."""
    sheet = fill_auditorium(sheet, asked)
    house = House(cinema.slug, cinema.name, ZoneInfo(cinema.time_zone), cinema.country, whose.written_as(cinema.slug))
    checked = check(sheet, house, book, words_of_cinema(session, cinema), now, asked)
    auditorium = sheet.columns.get("auditorium") or word("auditorium")
    checked.problems += clashes(checked.entries, film_minutes(session), auditorium, house.zone)
    scope = checked.scope
    published = with_own_ids(coming_screenings(session, cinema.id, now))
    checked.entries = in_published_words(checked.entries, published, film_languages(session), house.country)
    if scope is None or mode is Mode.ADD:
        difference = only_add(checked.entries, published)
    else:
        difference = compare(checked.entries, published, scope, checked.unreadable, house.zone)
    in_scope = _count_alive(published, scope)
    doubts = (
        hour_off(difference),
        much_removed(difference, in_scope),
        still_cancelled(difference, house.zone),
        *hand_moved(difference.stayed, difference.removed, house.zone),
        other_auditoriums(published, difference, scope) if mode is Mode.REPLACE else None,
    )
    checked.problems += [doubt for doubt in doubts if doubt]
    known = known_closed(session, cinema.id, programme_on(now, house.zone))
    shown, is_whole = evenings_shown(published, difference), speaks_of_house(checked, published, cinema.screens)
    closes = closing(checked, known, shown, scope if mode is Mode.REPLACE else None, is_whole=is_whole)
    checked.problems += closes.problems
    return Plan(
        cinema_id=cinema.id,
        house=house,
        mode=mode,
        asked=asked,
        document=document,
        sheet=sheet,
        checked=checked,
        scope=scope,
        difference=difference,
        closing=closes,
        new_films=tuple(book.new),
        learned_titles=tuple(book.learned),
        in_scope=in_scope,
    )


def _count_alive(published: Sequence[Published], scope: Scope | None) -> int:
    alive = [old.showing for old in published if old.showing.status != CANCELLED]
    return sum(scope.holds(showing) for showing in alive) if scope else 0
