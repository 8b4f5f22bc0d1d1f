"""The gazetteer is kept up to date: read anew when cinemas, areas or places changed, in its own time."""

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from data.errors import DatabaseUnavailableError
from data.places.load import load_gazetteer
from data.tables.change import Change
from data.tables.database import reading
from geo.gazetteer import Gazetteer

KINDS = ("cinemas", "areas", "places")


class GazetteerKeeper:
    """Holds the current gazetteer of a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._gazetteer: Gazetteer | None = None
        self._change_id = 0

    @property
    def gazetteer(self) -> Gazetteer:
        """The current gazetteer. Raises DatabaseUnavailableError before the first one is loaded."""
        if self._gazetteer is None:
            raise DatabaseUnavailableError("The places are not loaded yet. Try again in a moment.")
        return self._gazetteer

    def refresh(self) -> bool:
        """Read the places anew if any changed; say whether that was so. Raises DatabaseUnavailableError."""
        with reading(self._engine) as session:
            newest = _newest(session)
            if self._gazetteer is not None and newest == self._change_id:
                return False
            self._gazetteer = load_gazetteer(session)
        self._change_id = newest
        return True


def _newest(session: Session) -> int:
    return session.exec(select(func.max(Change.id)).where(col(Change.kind).in_(KINDS))).one() or 0
