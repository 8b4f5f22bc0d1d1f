"""The database as commands open it: from the settings, with today's tables, closed at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from data.errors import DatabaseUnavailableError
from data.programme.load import load_programme
from data.programme.programme import Programme
from data.tables.database import migrate, open_database, reading
from service.settings import read_settings


@contextmanager
def opened_database() -> Iterator[Engine]:
    """Open the database that the settings name, and bring its tables up to date. Raises DatabaseUnavailableError."""
    engine = open_database(read_settings().database_url)
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


def loaded_programme() -> Programme:
    """Load the programme of that database. Raises DatabaseUnavailableError, also where it holds nothing."""
    with opened_database() as engine, reading(engine) as session:
        programme = load_programme(session, language=read_settings().language)
    if not programme.cinemas:
        raise DatabaseUnavailableError(
            "The database holds no cinemas. Fill it with kinonah demo or kinonah cinemas import, "
            "or say with KINONAH_DATABASE_URL where yours is."
        )
    return programme
