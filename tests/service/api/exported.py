"""What goes out, taken apart for tests; `FORMULAS` are titles that a spreadsheet must not compute."""

from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

CINEMA = "/api/v1/cinemas/moviemento"
SCREENINGS = f"{CINEMA}/screenings"


BERLIN = ZoneInfo("Europe/Berlin")
FORMULAS = [
    "=1+1",
    "+49 30",
    "-30 Grad",
    "@home",
    '=HYPERLINK("http://evil.example";"x")',
    "=cmd|' /C calc'!A0",
]


def events(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]
