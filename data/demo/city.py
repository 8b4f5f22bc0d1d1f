"""The demo city comes in through the doors that everybody uses: imports, and a sheet a house."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from data.catalogue.cinemas import import_cinemas
from data.catalogue.films import import_films
from data.demo.areas import import_demo_areas
from data.demo.cinemas import load_demo_cinemas
from data.demo.films import load_demo_films
from data.demo.places import import_demo_places
from data.demo.weeks import programme_sheet
from data.schedules.plan import Document, plan_schedule
from data.schedules.publish import Consent, publish
from data.tables.cinema import Cinema
from data.tables.schedule import Schedule
from data.times.programme_day import programme_day_begins_at, programme_on

ZONE = ZoneInfo("Europe/Berlin")
DAYS_BEFORE = 1
DAYS = 15
ORIGIN = "demo"


def fill_demo_city(session: Session, now: datetime, tell: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Import Berlin and publish two weeks around today; harmless when repeated. Gives the number of screenings.

    `tell` hears how many of all the houses are done.
    """
    folder = files("data.demo")
    import_cinemas(session, folder.joinpath("berlin", "cinemas.csv").read_bytes(), now=now)
    import_demo_areas(session, now)
    import_films(session, folder.joinpath("films.json").read_bytes(), now=now)
    import_demo_places(session, now)
    first_on = programme_on(now, ZONE) - timedelta(days=DAYS_BEFORE)
    # Yesterday's screenings come in too: to the sheet, its first morning is now.
    began_at = programme_day_begins_at(first_on, ZONE).astimezone(UTC)
    films, cinemas = load_demo_films(), load_demo_cinemas()
    count = 0
    for done, cinema in enumerate(cinemas, start=1):
        content = programme_sheet(cinema, films, first_on, DAYS).encode()
        _, *rows = content.splitlines()
        # In winter, open-air cinemas have no programme.
        if rows:
            document = Document(name=f"{cinema.slug}.csv", content=content, origin=ORIGIN)
            plan = plan_schedule(session, cinema.slug, document, now=began_at)
            publish(session, plan, now=now, accept=frozenset(Consent))
            count += len(plan.checked.entries)
        tell(done, len(cinemas))
    return count


def is_used(session: Session) -> bool:
    """Say whether the database holds anything but the demo city."""
    origins = set(session.exec(select(Schedule.origin).distinct()))
    has_cinemas = session.exec(select(Cinema.id).limit(1)).first() is not None
    return bool(origins - {ORIGIN}) or (has_cinemas and not origins)
