"""PostgreSQL as our database: readers see one state and change nothing, writers come one after the other."""

from sqlalchemy import URL, Connection, Engine, create_engine, event

from data.errors import DatabaseUnavailableError
from data.tables.turn import take_turn

# As providers write it, and as it is written.
POSTGRESQL = frozenset({"postgres", "postgresql"})
_CONNECTING_SECONDS = 10


def open_postgresql(url: URL) -> Engine:
    """Open the database of a server, for psycopg 3 whatever driver the URL names; nothing is connected yet."""
    if "@" in (url.host or ""):
        raise DatabaseUnavailableError(
            "KINONAH_DATABASE_URL has more than one @ in it. Write the one in the user or the password as %40."
        )
    # None: the poolers of many providers give each transaction another session, which knows no statement of the last.
    options: dict[str, int | None] = {"prepare_threshold": None}
    if "connect_timeout" not in url.query:
        options |= {"connect_timeout": _CONNECTING_SECONDS}
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=options)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("is_writing", False):
            # Each statement of a writer sees what is committed: whoever had the turn before has committed all.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            take_turn(connection)
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine
