"""`python -m data.migrations "what changes"`: write the revision that takes the tables from the last one to today's."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from data.tables.database import migrate, open_database


def write_revision(what_changes: str) -> None:
    """Compare the tables with an empty database of the last revision, and write down the difference."""
    configuration = Config(toml_file=Path("pyproject.toml"))
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/empty.db")
        migrate(engine)
        with engine.connect() as connection:
            configuration.attributes["connection"] = connection
            command.revision(configuration, what_changes, autogenerate=True)
        engine.dispose()


if __name__ == "__main__":
    write_revision(sys.argv[1])
