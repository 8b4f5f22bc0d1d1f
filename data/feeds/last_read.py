"""When the feeds of cinemas were last read, as far as everybody may know: no address, nothing of what went wrong."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from data.feeds.registered import awaits_a_person
from data.tables.cinema import Cinema
from data.tables.database import reading
from data.tables.feed import Feed
from data.tables.schedule import Schedule


class LastRead:
    """Holds what was known at the last look, for the database may be away when somebody asks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._by_cinema: Mapping[str, datetime] = {}

    def of(self, cinema_slug: str) -> datetime | None:
        """Say when the programme of a cinema was last read (UTC); null where no feed gives it."""
        return self._by_cinema.get(cinema_slug)

    def refresh(self) -> None:
        """Look anew. Raises DatabaseUnavailableError."""
        with reading(self._engine) as session:
            self._by_cinema = load_last_read(session)


def load_last_read(session: Session) -> dict[str, datetime]:
    """Read when the feeds of each cinema were last read, of several the one for which it is longest ago.

    Of a cinema one of whose feeds waits for a person, nothing is said: what was read is not what is shown.
    """
    query = (
        select(Cinema.slug, Feed, Schedule.state)
        .join(Cinema, col(Cinema.id) == Feed.cinema_id)
        .join(Schedule, col(Schedule.id) == Feed.schedule_id, isouter=True)
        .where(col(Feed.is_paused).is_(False), col(Feed.read_at).is_not(None))
    )
    read: dict[str, list[datetime]] = defaultdict(list)
    waiting: set[str] = set()
    for slug, feed, schedule_state in session.exec(query):
        if feed.read_at is not None:
            read[slug].append(feed.read_at)
        if awaits_a_person(feed, schedule_state):
            waiting.add(slug)
    return {slug: min(moments) for slug, moments in read.items() if slug not in waiting}
