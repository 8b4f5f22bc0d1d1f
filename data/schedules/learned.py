"""What a file teaches of a film of which only a title that is cut off was known: its whole title becomes its name."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from data.schedules.titles.book import KnownFilm
from data.schedules.titles.parts import is_marked_cut
from data.tables.change_log import log_change
from data.tables.film import Film, FilmTitle
from data.text import folded


def keep_learned(session: Session, learned: Iterable[tuple[str, KnownFilm]], now: datetime) -> None:
    """Name films by their whole titles. The log says so: they are called anew wherever they run."""
    named = []
    for title, known in learned:
        film = session.exec(select(Film).where(Film.slug == known.slug, col(Film.is_provisional).is_(True))).first()
        # Another sheet of the same file, or the catalogue, may have named it meanwhile.
        if film and is_marked_cut(film.original_title):
            film.original_title = title
            session.add(FilmTitle(film_id=film.id, language="und", title=title, folded=folded(title)))
            named.append(film.id)
    if named:
        log_change(session, now=now, kind="films", film_ids=named)
