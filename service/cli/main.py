"""The command `kinonah`: its sub-commands registered, and its errors turned into a sentence and an exit code."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, NoReturn

import typer

from service.cli.catalogue import cinemas, films
from service.cli.demo import demo
from service.cli.exit_codes import EXIT_CODES, exit_code_of, sentence_of
from service.cli.feeds import feeds
from service.cli.near import near
from service.cli.notation import notation
from service.cli.places import places
from service.cli.schedule import schedule
from service.cli.serve import migrate, serve
from service.cli.settings import settings
from service.cli.staff import staff
from service.cli.sweep import sweep
from service.cli.widget import widget

_NAMED = tuple(EXIT_CODES)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process. Named errors become a sentence on stderr, never a traceback."""
    try:
        commands()(args=arguments)
    except _NAMED as error:
        typer.echo(sentence_of(error), err=True)
        sys.exit(exit_code_of(error))
    sys.exit(0)


def commands() -> typer.Typer:
    """Put the commands together; this is where a new one is registered."""
    # Typer's own tracebacks show local variables, which may hold positions and passwords.
    app = typer.Typer(name="kinonah", no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback()(_kinonah)
    app.command()(serve)
    app.command()(migrate)
    app.command()(settings)
    app.command()(sweep)
    app.command()(demo)
    # South of the equator a position begins with a minus sign, and is no option all the same.
    app.command(context_settings={"ignore_unknown_options": True})(near)
    app.command()(notation)
    app.add_typer(cinemas, name="cinemas")
    app.add_typer(films, name="films")
    app.add_typer(places, name="places")
    app.add_typer(schedule, name="schedule")
    app.add_typer(feeds, name="feeds")
    app.add_typer(staff, name="staff")
    app.add_typer(widget, name="widget")
    return app


def _print_version(*, is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"kinonah {version('kinonah')}")
        raise typer.Exit


def _kinonah(
    *,
    is_asked: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Tell a person in the street which cinema near them shows a film."""


if __name__ == "__main__":
    main()
