"""The events of an iCalendar file (RFC 5545) with the lines that they begin in, however the file is folded."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from data.decoded import decode

_FOLD = re.compile(rb"\r?\n[ \t]")
# What of an event is read; other lines are not even taken apart.
_PLAIN = ("UID", "DTSTART", "SUMMARY", "LOCATION", "URL", "STATUS", "DTSTAMP", "LAST-MODIFIED")
# What our own calendars say besides, in words that need no guessing.
OWN = "X-KINONAH-"
_OWN = (f"{OWN}{field}" for field in ("TITLE", "VERSION", "FORMAT", "AUDITORIUM", "STATUS", "EVENING"))
READ = frozenset({*_PLAIN, *_OWN, "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
# No line of a programme is longer.
_LONGEST = 100_000
_LONGEST_NAME = 40
# When a screening ends does not matter; the last day of what lasts for days may.
_ENDS_ON = re.compile(r"DTEND(;VALUE=DATE)?:\d{8}\s*", re.IGNORECASE)
# What every event has, and no cinema's staff would miss.
_OF_NO_INTEREST = frozenset({"DTEND", "DURATION", "CREATED", "SEQUENCE", "TRANSP", "CLASS"})


@dataclass(frozen=True, slots=True)
class Property:
    """A line of an event: its value without escapes, and the zone that stands beside it, if one does."""

    value: str
    zone: str = ""


@dataclass(slots=True)
class Event:
    """An event and the line in which it begins; `unread` are lines that are broken, and why it may not end."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    ignored: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    def first(self, name: str) -> Property:
        """Give the first line of a name, or an empty one."""
        return self.properties.get(name, [Property("")])[0]


def events_of(content: bytes) -> Iterator[Event]:
    """Read the events. Raises FileUnreadableError for what is no text."""
    event: Event | None = None
    inside = 0
    for number, line in _lines(content):
        kind = line.strip().upper()
        if kind == "BEGIN:VEVENT":
            if event:
                event.unread.append("END:VEVENT")
                yield event
            event, inside = Event(number), 0
        elif event is None:
            continue
        elif kind == "END:VEVENT":
            yield event
            event = None
        elif kind.startswith(("BEGIN:", "END:")):
            # An alarm within, whose lines are not the event's.
            inside += 1 if kind.startswith("BEGIN:") else -1
        elif not inside and kind:
            _take(event, line)
    if event:
        event.unread.append("END:VEVENT")
        yield event


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Give the lines unfolded, each with the number of the line in which it begins."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = decode(content).encode()
    # Folds may cut a letter of several bytes in two, so they are undone before anything is decoded.
    lines = decode(_FOLD.sub(b"", content)).split("\n")
    starts = (
        number
        for number, raw in enumerate(content.split(b"\n"), start=1)
        if number == 1 or not raw.startswith((b" ", b"\t"))
    )
    return zip(starts, (line.rstrip("\r") for line in lines), strict=False)


def _take(event: Event, line: str) -> None:
    name = re.split("[;:]", line[:_LONGEST], maxsplit=1)[0].strip().upper()
    if name not in READ and not _ENDS_ON.fullmatch(line[:_LONGEST_NAME]):
        if name not in _OF_NO_INTEREST:
            event.ignored.add(name[:_LONGEST_NAME])
        return
    read = _property(line) if len(line) <= _LONGEST else None
    if read is None:
        event.unread.append(name)
    else:
        event.properties.setdefault(name, []).append(read)


def _property(line: str) -> Property | None:
    """Take a line apart; null where it is broken."""
    try:
        _, parameters, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    zone = parameters.get("TZID", "")
    return Property(value.strip(), zone if isinstance(zone, str) else "")
