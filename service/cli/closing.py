"""`kinonah cinemas close` and `kinonah cinemas open`: the days on which a cinema is closed."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from data.catalogue.closed_days import close_days, open_days
from data.errors import QuestionError
from data.tables.database import writing
from service.cli.opened import opened_database

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The cinema.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day, such as 2026-12-24; the first of several.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day, included.")]


def close(
    slug: Slug,
    *,
    on: On,
    until: Until = None,
    note: Annotated[str | None, typer.Option("--note", help="What people may read about it.")] = None,
) -> None:
    """Say that a cinema is closed on some days: then "nothing" is known, not unheard of."""
    first_on, last_on = _days(on, until)
    with opened_database() as engine, writing(engine) as session:
        shown = close_days(session, slug, first_on, last_on, note=note, now=datetime.now(UTC))
    typer.echo(f"{slug} is closed {_words(first_on, last_on)}.")
    if shown:
        typer.echo(f"{shown} screenings are published for that time and stay: publish a schedule without them.")


def open_again(slug: Slug, *, on: On, until: Until = None) -> None:
    """Take back that a cinema is closed on some days."""
    first_on, last_on = _days(on, until)
    with opened_database() as engine, writing(engine) as session:
        open_days(session, slug, first_on, last_on, now=datetime.now(UTC))
    typer.echo(f"{slug} is not closed {_words(first_on, last_on)}.")


def _days(on: str, until: str | None) -> tuple[date, date]:
    first_on = _day("on", on)
    return first_on, first_on if until is None else _day("until", until)


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise QuestionError(option, f"--{option}: This is no day. Write it as 2026-12-24.") from None


def _words(first_on: date, last_on: date) -> str:
    return f"on {first_on}" if first_on == last_on else f"from {first_on} until {last_on}"
