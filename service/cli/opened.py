"""The database as commands open it: from the settings, with today's tables, closed at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

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
    """Load the programme of that database."""
    with opened_database() as engine, reading(engine) as session:
        return load_programme(session, language=read_settings().language)
