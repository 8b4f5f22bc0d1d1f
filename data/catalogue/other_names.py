"""Other names that a list gives its cinemas are kept: schedules are matched by them."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, select

from data.catalogue.cinema_match import name_key
from data.catalogue.cinema_rows import LONGEST
from data.tables.alias import CinemaAlias
from data.tables.cinema import Cinema

# No house has more names; a cell may.
MOST_NAMES = 20


def add_other_names(session: Session, told: Sequence[tuple[Cinema, Iterable[str]]]) -> set[str]:
    """Keep the names that are new; give the slugs of the cinemas that have got one."""
    if not any(names for _, names in told):
        return set()
    # Now the new cinemas have their numbers.
    session.flush()
    known = {(alias.cinema_id, name_key(alias.name)) for alias in session.exec(select(CinemaAlias))}
    renamed: set[str] = set()
    for cinema, names in told:
        for name in list(names)[:MOST_NAMES]:
            key = (cinema.id, name_key(name))
            if len(name) <= LONGEST and key not in known and name_key(name) != name_key(cinema.name):
                known.add(key)
                session.add(CinemaAlias(cinema_id=cinema.id, name=name))
                renamed.add(cinema.slug)
    return renamed
