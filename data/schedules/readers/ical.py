"""iCalendar (RFC 5545): an event a screening, and one that repeats a screening for each of its starts.

A start in UTC or in a zone by name is a moment; one without a zone is what the clock at the cinema shows.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.closed_words import says_closed
from data.schedules.readers.feed import MOST_SHOWS
from data.schedules.readers.hall import place_of
from data.schedules.readers.ical_events import OWN, Event, events_of
from data.schedules.readers.ical_times import When, stamp_of, whens_of, zone_named
from data.schedules.readers.repeats import days_of, rule_of
from data.schedules.sheet import Row, Sheet
from data.schedules.time_problems import Finding, TimeProblem, problem_of
from data.sentence import Sentence
from data.times.wall import Doubt

NAME = "icalendar"
COLUMNS = {
    "date": "DTSTART",
    "time": "DTSTART",
    "title": "SUMMARY",
    "auditorium": "LOCATION",
    "booking_url": "URL",
    "status": "STATUS",
    "source_id": "UID",
    "cinema": "LOCATION",
}
# Nobody plans farther ahead, and what repeats without end has to end somewhere.
LONGEST_REPEATED = timedelta(weeks=26)
# As many days are looked at for all that repeats in a file.
_MOST_DAYS = 2_000_000
_MOST_IGNORED = 40
MOST_DAYS_CLOSED = 366
_BEGINS = re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_STATUSES = {"CANCELLED": "cancelled", "CONFIRMED": "", "TENTATIVE": ""}
_DOUBTS = {Doubt.MISSING: TimeProblem.TIME_MISSING, Doubt.TWICE: TimeProblem.TIME_TWICE}


def is_ical(content: bytes) -> bool:
    """Say whether a file is a calendar."""
    head = content[:200].removeprefix(b"\xef\xbb\xbf")
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return bool(_BEGINS.match(head.decode("utf-16" if is_utf16 else "utf-8", errors="ignore")))


def read_ical(content: bytes) -> Sheet:
    """Read a calendar, or several in one file. Raises FileUnreadableError where it has no event, or far too many."""
    events: list[Event] = []
    for event in events_of(content):
        events.append(event)
        _refuse_many(len(events))
    if not events:
        raise FileUnreadableError(
            Sentence("The calendar has no events. Export it once more, for a period with a programme.")
        )
    reading = _Reading(_written_at(events), _replaced(events))
    for event in events:
        reading.take(event)
        _refuse_many(len(reading.rows))
    return Sheet(
        reader=NAME,
        columns=COLUMNS,
        ignored_columns=tuple(sorted(set().union(*(event.ignored for event in events)))[:_MOST_IGNORED]),
        rows=tuple(reading.rows),
        problems=tuple(reading.problems),
        counted="line",
    )


def _refuse_many(number: int) -> None:
    if number > MOST_SHOWS:
        raise FileUnreadableError(
            Sentence("The calendar has more than {most:,} starts. Export a shorter period.", most=MOST_SHOWS)
        )


def _written_at(events: Sequence[Event]) -> date | None:
    """Say when the calendar was written: what repeats is read from then on for half a year."""
    stamps = (stamp_of(event.first(name)) for event in events for name in ("DTSTAMP", "LAST-MODIFIED"))
    return max((stamp.date() for stamp in stamps if stamp), default=None)


def _replaced(events: Sequence[Event]) -> dict[str, list[When]]:
    """Gather the starts of repeated events in whose place another event stands, by UID."""
    replaced: dict[str, list[When]] = defaultdict(list)
    for event in events:
        replaced[event.first("UID").value] += whens_of(event.first("RECURRENCE-ID"))
    return replaced


@dataclass(slots=True)
class _Reading:
    """The rows so far."""

    written_on: date | None
    replaced: dict[str, list[When]]
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    days_left: int = _MOST_DAYS

    def take(self, event: Event) -> None:
        """Make the rows of an event: at least one, whatever is wrong with it."""
        row = _row(event)
        start = next(iter(whens_of(event.first("DTSTART"))), None)
        self._note_broken(event, row)
        if start is None:
            self.rows.append(row)
            return
        if start.zone is None and event.first("DTSTART").zone:
            self._warn(row, "zone-unknown", "DTSTART", event.first("DTSTART").zone, _ZONE_UNKNOWN)
        is_single = not {"RRULE", "RDATE", "EXDATE"} & event.properties.keys()
        whens = _days_closed(event, start, row) if is_single else self._repeated(event, start, row)
        is_alone = is_single and len(whens) == 1
        for when in whens:
            self._add(row if is_alone else _at(row, when, start.zone), when)

    def _add(self, row: Row, when: When) -> None:
        instant = when.instant
        if instant and instant.doubt:
            self.problems.append(problem_of(Finding(_DOUBTS[instant.doubt], "date"), row, COLUMNS))
        self.rows.append(replace(row, starts_at=instant.at) if instant else row)

    def _repeated(self, event: Event, start: When, row: Row) -> list[When]:
        """Give all starts in order, the first included, without those that are taken out or stand elsewhere."""
        zone = start.zone
        walls = {when.seen_from(zone) for when in chain(*map(whens_of, event.properties.get("RDATE", [])))}
        walls |= self._by_rule(event, start, row)
        out = list(chain(*map(whens_of, event.properties.get("EXDATE", []))))
        gone = {when.seen_from(zone) for when in out if not when.is_day}
        if "RECURRENCE-ID" not in event.properties:
            gone |= {when.seen_from(zone) for when in self.replaced[event.first("UID").value]}
        gone_days = {when.wall.date() for when in out if when.is_day}
        kept = sorted(wall for wall in walls - gone if wall.date() not in gone_days)
        return [When(wall, zone, start.is_day) for wall in kept]

    def _by_rule(self, event: Event, start: When, row: Row) -> set[datetime]:
        written = event.first("RRULE").value
        rule = rule_of(written) if written else None
        if rule is None:
            if written:
                self._warn(row, "repeat-unknown", "RRULE", written, _REPEAT_UNKNOWN)
            return {start.wall}
        first = start.wall.date()
        latest = max(first, self.written_on or first) + LONGEST_REPEATED
        until = next(iter(whens_of(replace(event.first("RRULE"), value=rule.until))), None)
        last = min(latest, until.seen_from(start.zone).date()) if until else latest
        self.days_left -= max(0, (last - first).days)
        if self.days_left < 0:
            raise FileUnreadableError(Sentence("The calendar repeats too much for a programme. Export single events."))
        days = list(days_of(rule, first, last))
        is_cut = last == latest and (rule.count is None or len(days) < rule.count)
        if is_cut:
            self._warn(row, "repeat-long", "RRULE", written, _repeat_long(latest))
        walls = {datetime.combine(day, start.wall.time()) for day in days}
        return {wall for wall in walls if not until or until.is_day or wall <= until.seen_from(start.zone)}

    def _note_broken(self, event: Event, row: Row) -> None:
        for name in event.unread:
            sentence = Sentence("The event has no such line, or a broken one. Export the calendar once more.")
            self.problems.append(_problem(row, Severity.ERROR, "event-broken", name, "", sentence))

    def _warn(self, row: Row, code: str, column: str, value: str, sentence: Sentence) -> None:
        self.problems.append(_problem(row, Severity.WARNING, code, column, value, sentence))


_ZONE_UNKNOWN = Sentence("Nobody knows a time zone of this name: the time counts as your clock shows it.")
_REPEAT_UNKNOWN = Sentence(
    "This way to repeat is not read: only the first start counts, and those that are named. Export single events."
)


def _repeat_long(latest: date) -> Sentence:
    return Sentence(
        "This repeats for a long time: it is read until {latest}. Upload the calendar again before then.", latest=latest
    )


def _problem(row: Row, severity: Severity, code: str, column: str, value: str, message: Sentence) -> Problem:
    return Problem(code=code, severity=severity, row=row.number, column=column, value=value[:100], message=message)


def _row(event: Event) -> Row:
    return _own_row(event) if f"{OWN}TITLE" in event.properties else _row_of_others(event)


def _own_row(event: Event) -> Row:
    """Read an event of a calendar of ours."""
    said = {name.removeprefix(OWN): event.first(name).value for name in event.properties}
    return Row(
        number=event.line,
        date=event.first("DTSTART").value,
        business_date=said.get("EVENING", ""),
        title=said["TITLE"],
        version=said.get("VERSION", ""),
        format=said.get("FORMAT", ""),
        auditorium=said.get("AUDITORIUM", ""),
        booking_url=event.first("URL").value,
        status=said.get("STATUS", "scheduled"),
        source_id=event.first("UID").value,
        cinema=event.first("UID").value.partition("@")[2],
    )


def _row_of_others(event: Event) -> Row:
    cinema, auditorium = place_of(event.first("LOCATION").value)
    status = event.first("STATUS").value
    uid, replaced = event.first("UID").value, whens_of(event.first("RECURRENCE-ID"))
    start = event.first("DTSTART")
    return Row(
        number=event.line,
        date=start.value,
        title=event.first("SUMMARY").value,
        auditorium=auditorium,
        booking_url=event.first("URL").value,
        status=_STATUSES.get(status.upper(), status),
        source_id=_source_id(uid, replaced[0].seen_from(zone_named(start.zone))) if replaced else uid,
        cinema=cinema,
    )


def _days_closed(event: Event, start: When, row: Row) -> list[When]:
    """Give the start, or each day of an event that says of several that they are closed (RFC 5545: but for DTEND)."""
    end = next(iter(whens_of(event.first("DTEND"))), None)
    if end is None or not (start.is_day and end.is_day and says_closed(row)):
        return [start]
    days = min((end.wall - start.wall).days, MOST_DAYS_CLOSED)
    return [replace(start, wall=start.wall + timedelta(days=day)) for day in range(max(days, 1))]


def _at(row: Row, when: When, zone: ZoneInfo | None) -> Row:
    """Give the row of one start of an event that repeats; its id has the start in it, for each is a screening."""
    written = f"{when.wall:%Y%m%d}" if when.is_day else f"{when.wall:%Y%m%dT%H%M%S}"
    return replace(
        row,
        date=written,
        source_id=_source_id(row.source_id, when.seen_from(zone)),
        place=when.wall.date().isoformat(),
    )


def _source_id(uid: str, start: datetime) -> str:
    return f"{uid}/{start:%Y%m%dT%H%M}" if uid else ""
