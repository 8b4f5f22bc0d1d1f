"""`python -m tests.bench.publisher DATABASE_URL`: cinemas publish their weeks, two a second, until ended."""

import sys
import time
from datetime import timedelta
from itertools import count
from random import Random

from sqlalchemy import Engine, func
from sqlmodel import Session, select

from data.schedules.plan import Document, plan_schedule
from data.schedules.publish import Consent, publish
from data.tables.cinema import Cinema
from data.tables.database import open_database, writing
from tests.bench.worlds import NOW

_A_SECOND = 2
_DAYS, _SHOWS = 6, 10
_TITLES = 100


def publish_week(engine: Engine, cinema: str, edition: int) -> str:
    """Publish 60 screenings of a cinema through the product's own door; give what its new booking links begin with.

    Each edition has links of its own, so that all its screenings change.
    """
    links = f"https://tickets.example/edition-{edition}/"
    with writing(engine) as session:
        document = Document(name=f"{cinema}.csv", content=_sheet(links))
        plan = plan_schedule(session, cinema, document, now=NOW)
        publish(session, plan, now=NOW + timedelta(seconds=edition), accept=frozenset(Consent))
    return links


def _sheet(links: str) -> bytes:
    lines = ["date;time;title;version;tickets"]
    for day in range(_DAYS):
        on = NOW.date() + timedelta(days=day + 1)
        for show in range(_SHOWS):
            title = f"The Long Way to Town {(day * _SHOWS + show) % _TITLES}"
            lines.append(f"{on};{10 + show}:15;{title};OmU;{links}{day}-{show}")
    return "\n".join(lines).encode()


def cinema_slugs(engine: Engine) -> list[str]:
    """Give all cinemas."""
    with Session(engine) as session:
        return list(session.exec(select(Cinema.slug).order_by(func.length(Cinema.slug), Cinema.slug)).all())


def main() -> None:
    """Publish until ended."""
    engine = open_database(sys.argv[1])
    slugs, chance = cinema_slugs(engine), Random(3)
    begun = time.monotonic()
    for edition in count(1):
        publish_week(engine, chance.choice(slugs), edition)
        time.sleep(max(0.0, begun + edition / _A_SECOND - time.monotonic()))


if __name__ == "__main__":
    main()
