"""A town of two cinemas where the evening begins, whatever the hour of the test: a Korean film, till after midnight."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.tables.database import migrate, open_database
from tests.data.factories import add_cinema, add_film, publish_sheet, row

EVENING_HOUR = 17


class Town(NamedTuple):
    """Where it is served, its clock, and the evening that begins there."""

    server: str
    time_zone: str
    today: date

    def at(self, clock: str, *, days_later: int = 0) -> datetime:
        """Give the moment at which the town's clocks show a time, this evening or days later."""
        day = self.today + timedelta(days=days_later)
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZoneInfo(self.time_zone))


def evening_zone(now: datetime) -> tuple[str, timedelta]:
    """Find the zone in which the evening begins now, and what it adds; names of zones count hours west as positive."""
    hours = EVENING_HOUR - now.hour
    hours -= 24 if hours > 14 else 0
    return f"Etc/GMT{-hours:+}", timedelta(hours=hours)


def build_town(folder: Path, time_zone: str, now: datetime, today: date) -> None:
    """Fill the database of a folder."""
    engine = open_database(f"sqlite:///{folder / 'kinonah.db'}")
    migrate(engine)
    add_cinema(engine, "nahkino", lat=52.4991, lon=13.4181, time_zone=time_zone, wheelchair="yes")
    add_cinema(engine, "fernkino", lat=52.5201, lon=13.4302, time_zone=time_zone)
    add_film(engine, "Parasite", original_languages=["ko"])
    tonight, tomorrow = today.isoformat(), (today + timedelta(days=1)).isoformat()
    nearby = [
        row(tonight, "20:00", "Parasite", "OmeU"),
        row(tonight, "22:15", "Parasite", "DF"),
        row(tomorrow, "00:30", "Parasite", "OmeU"),
        row(tomorrow, "19:00", "Parasite", "OmU"),
    ]
    publish_sheet(engine, *nearby, now=now, cinema="nahkino")
    publish_sheet(engine, row(tonight, "21:00", "Parasite", "DF"), now=now, cinema="fernkino")
    engine.dispose()
