"""`python -m data.migrations "what changes"`: write the revision that takes the tables from the last one to today's."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from data.tables.database import migrate, open_database
from data.text import slug_of


def write_revision(what_changes: str) -> None:
    """Compare the tables with an empty database of the last revision, and write down the difference."""
    configuration = Config(toml_file=Path("pyproject.toml"))
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/empty.db")
        migrate(engine)
        with engine.connect() as connection:
            configuration.attributes["connection"] = connection
            command.revision(configuration, what_changes, autogenerate=True, rev_id=_revision_id(what_changes))
        engine.dispose()


def _revision_id(what_changes: str) -> str:
    """Name a revision by its day and its change, as its file is named."""
    return f"{datetime.now(UTC):%Y_%m_%d}_{slug_of(what_changes).replace('-', '_')}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('Say what changes: python -m data.migrations "what changes"')
    write_revision(sys.argv[1])
