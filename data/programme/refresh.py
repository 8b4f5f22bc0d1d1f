"""The programme is kept up to date: the change log says what is old; then a new programme takes its place."""

from collections.abc import Callable

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from data.errors import DatabaseUnavailableError
from data.programme.assembly.assembly import Assembly
from data.programme.load import cut_programme, load_assembly, load_cinemas
from data.programme.programme import Programme
from data.programme.stored.closed_days import load_closed_days
from data.programme.stored.films import load_films
from data.programme.stored.published import load_published_at
from data.programme.stored.stored import read_stored
from data.programme.touched import Touched
from data.tables.change import Change
from data.tables.database import reading
from geo.point import Point

# As many at once are read as quickly with all the rest.
MOST_CINEMAS = 1_000

Listener = Callable[[Programme, Touched | None], None]


class ProgrammeKeeper:
    """Holds the current programme of a database. Questions under way keep the value that they began with.

    Each of the `listeners` is called after a new programme took the old one's place, in the thread that loaded it, with
    what the change touched; null means that anything may have changed.
    """

    def __init__(self, engine: Engine, *, language: str) -> None:
        self.engine = engine
        self.language = language
        self.listeners: list[Listener] = []
        self._programme: Programme | None = None
        self._assembly: Assembly | None = None

    @property
    def programme(self) -> Programme:
        """The current programme. Raises DatabaseUnavailableError before the first one is loaded."""
        if self._programme is None:
            raise DatabaseUnavailableError("The programme is not loaded yet. Try again in a moment.")
        return self._programme

    def load(self) -> None:
        """Read the programme anew. Raises DatabaseUnavailableError."""
        film_lookup = self._programme.film_lookup if self._programme else None
        with reading(self.engine) as session:
            assembly = load_assembly(session, language=self.language, film_lookup=film_lookup)
            programme = cut_programme(session, assembly)
        self._assembly = assembly
        self._swap(programme, None)

    def refresh(self) -> bool:
        """Read anew what changed since; say whether anything had. Raises DatabaseUnavailableError.

        The cost of a published schedule follows its cinema's rows; typed places are none of the programme's. Anything
        else that changed is read with all.
        """
        if self._programme is None:
            self.load()
            return True
        with reading(self.engine) as session:
            if _newest(session) == self._programme.change_id:
                return False
            cinema_ids = self._published_since(session, self._programme.change_id)
            if cinema_ids is not None and self._assembly is not None:
                self._replace(session, self._assembly, cinema_ids)
                return True
        self.load()
        return True

    def _published_since(self, session: Session, change_id: int) -> list[int] | None:
        """Give the cinemas that published since a change; null where more than that happened, or it is time to tidy."""
        changes = session.exec(select(Change).where(col(Change.id) > change_id)).all()
        cinema_ids = {change.cinema_id for change in changes if change.kind == "schedule"}
        if self._assembly is None or self._assembly.is_worn or len(cinema_ids) > MOST_CINEMAS:
            return None
        if not changes or any(change.kind not in ("schedule", "places") for change in changes):
            return None
        known = [cinema_id for cinema_id in cinema_ids if cinema_id is not None and self._assembly.knows(cinema_id)]
        return known if len(known) == len(cinema_ids) else None

    def _replace(self, session: Session, assembly: Assembly, cinema_ids: list[int]) -> None:
        stored = read_stored(session, cinema_ids)
        unknown = {film for bill in stored.bills for film in bill.film_ids if not assembly.knows_film(film)}
        films = load_films(session, self.language, unknown) if unknown else []
        cinemas = load_cinemas(session, assembly.areas, cinema_ids)
        closed, published_at = load_closed_days(session, cinema_ids), load_published_at(session, cinema_ids)
        # Should anything fail between here and the end, the next refresh begins anew.
        self._assembly = None
        before = {cinema_id: assembly.films_of(cinema_id) for cinema_id in cinema_ids}
        assembly.add_films(films)
        assembly.describe_cinemas(cinemas)
        assembly.close(closed, cinema_ids)
        assembly.note_published(published_at, cinema_ids)
        assembly.put_rows(stored, cinema_ids)
        programme = cut_programme(session, assembly)
        self._assembly = assembly
        touched = (
            (Point(facts.lat, facts.lon), before[cinema_id] | assembly.films_of(cinema_id))
            for cinema_id, facts in cinemas
        )
        self._swap(programme, Touched(tuple(touched)))

    def _swap(self, programme: Programme, touched: Touched | None) -> None:
        self._programme = programme
        for listener in self.listeners:
            listener(programme, touched)


def _newest(session: Session) -> int:
    return session.exec(select(func.max(Change.id))).one() or 0
