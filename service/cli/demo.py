"""`kinonah demo`: the demo city."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.progress import Progress

from data.demo.city import fill_demo_city, is_used
from data.tables.database import reading, writing
from service.cli.opened import opened_database


def demo(
    *,
    unless_used: Annotated[
        bool, typer.Option("--unless-used", help="Leave a database alone that holds other cinemas.")
    ] = False,
) -> None:
    """Fill in the demo city, Berlin, with two invented weeks around today; harmless when repeated."""
    with opened_database() as engine:
        if unless_used:
            with reading(engine) as session:
                if is_used(session):
                    typer.echo("The database is in use: the demo city is left out.")
                    return
        # Without a terminal rich shows no moving bar, and we ask for no still one either.
        with Progress(transient=True, disable=not typer.get_text_stream("stdout").isatty()) as progress:
            task = progress.add_task("Berlin")
            with writing(engine) as session:
                count = fill_demo_city(
                    session,
                    datetime.now(UTC),
                    lambda done, total: progress.update(task, completed=done, total=total),
                )
    typer.echo(f"The demo city stands: {count} invented screenings in the two weeks around today.")
