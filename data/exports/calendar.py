"""Screenings as a calendar (RFC 5545) that a person subscribes to, or a cinema gives to its website."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import chain

from icalendar import Calendar, Event, vGeo, vText, vUri

from data.exports.titles import Titles
from data.own_id import own_id_of
from data.programme.answer import ScreeningFacts
from data.programme.facts import CinemaFacts
from data.programme.programme import Programme
from data.programme.screenings import Listing

_STATUSES = {"scheduled": "CONFIRMED", "sold-out": "CONFIRMED", "cancelled": "CANCELLED"}
# What a calendar that has never changed says of when it did.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def write_calendar(programme: Programme, listing: Listing, name: str) -> bytes:
    """Write what was listed, an event a screening; the same programme gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kinonah//Showtimes//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    titles = Titles(programme)
    for one in listing.cinemas:
        for screening in one.screenings:
            calendar.add_component(_event(one.cinema, screening, titles.of(screening, listing.films), listing))
    _explain_zones(calendar, [screening.starts_at for one in listing.cinemas for screening in one.screenings])
    written: bytes = calendar.to_ical()
    return written


def _explain_zones(calendar: Calendar, starts: Sequence[datetime]) -> None:
    """Say how the clocks go in the zones that occur, in the years that occur."""
    if starts:
        first, last = min(starts), max(starts)
        calendar.add_missing_timezones(date(first.year, 1, 1), date(last.year + 1, 12, 31))


def _event(cinema: CinemaFacts, screening: ScreeningFacts, title: str, listing: Listing) -> Event:
    label = listing.versions[screening.version].label
    event = Event()
    # Unlike an address of ours, it stays the same wherever the calendar is served from.
    event.add("uid", f"{own_id_of(screening.id)}@{cinema.slug}")
    event.add("dtstamp", listing.as_of or _NEVER)
    event.add("dtstart", screening.starts_at)
    if screening.ends_at:
        event.add("dtend", screening.ends_at)
    event.add("summary", f"{title} ({label})" if label else title)
    event.add("location", vText(", ".join(_address(cinema))))
    event.add("geo", vGeo((cinema.lat, cinema.lon)))
    if screening.booking_url:
        event.add("url", vUri(screening.booking_url))
    event.add("status", _STATUSES[screening.status])
    for field, value in _besides(screening, title, label):
        event.add(f"x-kinonah-{field}", vText(value))
    return event


def _address(cinema: CinemaFacts) -> Iterable[str]:
    town = " ".join(part for part in (cinema.postcode, cinema.city) if part)
    return (part for part in (cinema.name, cinema.street, town) if part)


def _besides(screening: ScreeningFacts, title: str, label: str) -> Iterable[tuple[str, str]]:
    """Say in words of our own what the format has none for, so that our own reader need not guess."""
    said = (
        ("title", title),
        ("version", label),
        ("format", ", ".join(screening.formats)),
        ("auditorium", screening.auditorium or ""),
        ("status", screening.status if screening.status != "scheduled" else ""),
        ("evening", screening.programme_on.isoformat()),
    )
    return chain((field, value) for field, value in said if value)
