"""The programme is kept up to date: the change log says when it is old; then a new one takes its place."""

from collections.abc import Callable

from sqlalchemy import Engine, func
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from data.errors import DatabaseUnavailableError
from data.programme.load import load_programme
from data.programme.programme import Programme
from data.programme.touched import Touched
from data.tables.change import Change
from data.tables.database import reading

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

    @property
    def programme(self) -> Programme:
        """The current programme. Raises DatabaseUnavailableError before the first one is loaded."""
        if self._programme is None:
            raise DatabaseUnavailableError("The programme is not loaded yet. Try again in a moment.")
        return self._programme

    def load(self) -> None:
        """Read the programme anew. Raises DatabaseUnavailableError."""
        try:
            with reading(self.engine) as session:
                programme = load_programme(session, language=self.language)
        except DatabaseError as error:
            raise DatabaseUnavailableError("The database does not answer.") from error
        self._programme = programme
        for listener in self.listeners:
            listener(programme, None)

    def refresh(self) -> bool:
        """Read the programme anew if the change log has grown; say whether it had. Raises DatabaseUnavailableError."""
        try:
            with reading(self.engine) as session:
                newest = session.exec(select(func.max(Change.id))).one() or 0
        except DatabaseError as error:
            raise DatabaseUnavailableError("The database does not answer.") from error
        if self._programme is not None and newest == self._programme.change_id:
            return False
        self.load()
        return True
