"""Cinemas in four zones whose nights are full: what is on at which hour of the night, told by the titles."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from data.tables.database import migrate, open_database
from tests.data.factories import add_cinema, publish_sheet, row

ZONES = {
    "berlin": ("DE", ZoneInfo("Europe/Berlin"), (52.5, 13.4)),
    "london": ("GB", ZoneInfo("Europe/London"), (51.5, -0.1)),
    "new-york": ("US", ZoneInfo("America/New_York"), (40.7, -74.0)),
    "kathmandu": ("NP", ZoneInfo("Asia/Kathmandu"), (27.7, 85.3)),
    "auckland": ("NZ", ZoneInfo("Pacific/Auckland"), (-36.8, 174.8)),
}
# The hours around which evenings begin and end, and one in the middle.
TIMES = ("04:59", "05:00", "20:00", "23:59", "00:30")


def build_evenings(url: str, first_on: date, days: int) -> None:
    """Fill a database: each cinema shows something at each of TIMES on each day of the calendar."""
    engine = open_database(url)
    migrate(engine)
    for slug, (country, zone, (lat, lon)) in ZONES.items():
        add_cinema(engine, slug, country=country, time_zone=zone.key, lat=lat, lon=lon)
        _publish(engine, slug, first_on, days)
    engine.dispose()


def _publish(engine: Engine, slug: str, first_on: date, days: int) -> None:
    dates = [first_on + timedelta(days=number) for number in range(days)]
    rows = [row(date=str(day), time=time, title=f"Film um {time}") for day in dates for time in TIMES]
    before = datetime(first_on.year, first_on.month, first_on.day, tzinfo=ZONES[slug][1]) - timedelta(days=3)
    publish_sheet(engine, *rows, now=before, cinema=slug)
