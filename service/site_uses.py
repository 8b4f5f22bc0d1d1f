"""How often each site's pages load the widget and ask: numbers by site and day, of no person and from no address."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from threading import Event, Lock

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from data.errors import DatabaseUnavailableError
from data.tables.database import writing
from data.tables.site_use import SiteUse

WRITE_SECONDS = 60.0
# Anybody can name any site: beyond so many, in a minute and on a day, they are counted together.
MOST_SITES = 500
MOST_SITES_A_DAY = 2_000
OTHERS = "others"

_log = logging.getLogger(__name__)


class SiteUses:
    """What was counted since it was last written down."""

    def __init__(self) -> None:
        self._counted: Counter[tuple[str, str]] = Counter()
        self._lock = Lock()

    def note(self, site: str, what: str) -> None:
        """Count one of `loads` or `questions`."""
        with self._lock:
            is_new = (site, what) not in self._counted
            self._counted[OTHERS if is_new and len(self._counted) >= MOST_SITES else site, what] += 1

    def take(self) -> Counter[tuple[str, str]]:
        """Give what was counted, and begin anew."""
        with self._lock:
            counted, self._counted = self._counted, Counter()
            return counted

    def give_back(self, counted: Counter[tuple[str, str]]) -> None:
        """Take back what could not be written down."""
        with self._lock:
            self._counted.update(counted)


def keep_counting(uses: SiteUses, engine: Engine, clock: Callable[[], datetime], stopping: Event) -> None:
    """Write the numbers down each minute and at the end; meant for a thread of its own."""
    is_over = False
    while not is_over:
        is_over = stopping.wait(WRITE_SECONDS)
        write_down(uses, engine, clock())


def write_down(uses: SiteUses, engine: Engine, now: datetime) -> None:
    """Add what was counted to the day's numbers; in an outage it is counted on."""
    counted = uses.take()
    if not counted:
        return
    try:
        with writing(engine) as session:
            _add(session, counted, now)
    except DatabaseUnavailableError as error:
        uses.give_back(counted)
        _log.warning("The uses of sites were not written down: %s", error)


def _add(session: Session, counted: Counter[tuple[str, str]], now: datetime) -> None:
    today = now.date()
    known = {row.site: row for row in session.exec(select(SiteUse).where(col(SiteUse.used_on) == today))}
    for (named, what), count in counted.items():
        site = named if named in known or len(known) < MOST_SITES_A_DAY else OTHERS
        row = known.setdefault(site, SiteUse(used_on=today, site=site))
        setattr(row, what, getattr(row, what) + count)
        session.add(row)
