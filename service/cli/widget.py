"""`kinonah widget …`: which sites show the programme on their pages."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, NamedTuple

import typer
from sqlmodel import col, func, select

from data.tables.database import reading
from data.tables.site_use import SiteUse
from service.cli.opened import opened_database
from service.cli.printing import print_json

widget = typer.Typer(help="The widget on other sites' pages.", no_args_is_help=True)


class SiteUsed(NamedTuple):
    """A site, and how often its pages loaded the widget and asked."""

    site: str
    loads: int
    questions: int
    last_on: date


@widget.callback()
def _group() -> None:
    """Keep the name of the one command."""


@widget.command("sites")
def sites(
    *,
    days: Annotated[int, typer.Option(min=1, max=3660, help="Of so many days, today among them.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the sites whose pages used the widget, by site and number only: nothing is known of persons."""
    since = datetime.now(UTC).date() - timedelta(days=days - 1)
    used = _used(since)
    if as_json:
        print_json([one._asdict() for one in used])
        return
    for one in used:
        typer.echo(f"{one.site}: loaded {one.loads} times, asked {one.questions} times, last on {one.last_on}")
    if not used:
        typer.echo("No site has used the widget in these days.")


def _used(since: date) -> list[SiteUsed]:
    questions = func.sum(SiteUse.questions)
    asked = (
        select(SiteUse.site, func.sum(SiteUse.loads), questions, func.max(SiteUse.used_on))
        .where(col(SiteUse.used_on) >= since)
        .group_by(col(SiteUse.site))
        .order_by(questions.desc(), col(SiteUse.site))
    )
    with opened_database() as engine, reading(engine) as session:
        return [SiteUsed(*row) for row in session.exec(asked)]
