"""`kinonah serve` and `kinonah migrate`: the database brought to today's form, and the service run over it."""

from typing import Annotated

import typer
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from data.programme.warm_up import forget_stale
from data.tables.database import migrate as migrate_tables
from data.tables.database import open_database
from service.at_once import AtOnce
from service.cli.listening import listen, url_of
from service.log_setup import configure_logging
from service.settings import read_settings

_FOR_STOPPING_SECONDS = 10
# A worker that loads a large programme on a busy machine says for a while not even that it lives: that is no reason to
# end it.
_FOR_STARTING_SECONDS = 120


def migrate() -> None:
    """Bring the database to today's tables; harmless when they are."""
    _migrate(read_settings().database_url)
    typer.echo("The database has today's tables.")


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen at.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=256, help="How many processes answer.")] = None,
) -> None:
    """Serve until stopped. What is not said here is taken from the settings."""
    settings = read_settings()
    configure_logging(settings.log_level)
    forget_stale()
    asked_host = settings.host if host is None else host
    listening = listen(asked_host, settings.port if port is None else port)
    with listening:
        _migrate(settings.database_url)
        typer.echo(f"Kinonah serves on {url_of(asked_host, listening)}")
        config = Config(
            "service.app:app_from_environment",
            factory=True,
            workers=settings.workers if workers is None else workers,
            http=AtOnce,
            log_config=None,
            # Theirs would write the query string, and with it positions.
            access_log=False,
            server_header=False,
            # The app itself believes those proxies that the settings name; uvicorn would believe whoever is local.
            proxy_headers=False,
            timeout_graceful_shutdown=_FOR_STOPPING_SECONDS,
            timeout_worker_healthcheck=_FOR_STARTING_SECONDS,
        )
        try:
            if config.workers > 1:
                Multiprocess(config, sockets=[listening]).run()
            else:
                Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            # Ctrl+C is how one stops it: no failure.
            return


def _migrate(url: str) -> None:
    engine = open_database(url)
    try:
        migrate_tables(engine)
    finally:
        engine.dispose()
