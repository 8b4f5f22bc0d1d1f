"""`kinonah schedule history`: what a cinema uploaded, published and took back, by whom and when."""

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.schedules.history import PastSchedule, history_of
from data.schedules.stored import cinema_of
from data.tables.database import reading
from data.text import plain_text
from service.cli.opened import opened_database
from service.cli.printing import print_json


def history(
    *,
    cinema: Annotated[str, typer.Option("--cinema", metavar="SLUG", help="Whose schedules they are.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as the API would answer it.")] = False,
) -> None:
    """List a cinema's schedules, what happened last first; the one marked * can be undone."""
    with opened_database() as engine, reading(engine) as session:
        past = history_of(session, cinema)
        zone = ZoneInfo(cinema_of(session, cinema).time_zone)
    if as_json:
        print_json(past)
        return
    for one in past:
        typer.echo(_line(one, zone))
    if not past:
        typer.echo(f"{cinema} has no schedules yet. Publish one: kinonah schedule publish FILE --cinema {cinema}")


def _line(one: PastSchedule, zone: ZoneInfo) -> str:
    happened = [("uploaded", one.uploaded_at, one.uploaded_by)]
    if one.published_at:
        happened.append(("published", one.published_at, one.published_by or ""))
    if one.undone_at:
        happened.append(("undone", one.undone_at, one.undone_by or ""))
    what, at, by = happened[-1]
    scope = f", {one.scope.from_on} to {one.scope.until_on}" if one.scope else ""
    counts = one.counts
    changes = (
        f": {counts.added} added, {counts.moved} moved, {counts.changed} changed, {counts.removed} removed"
        if counts
        else ""
    )
    mark = "*" if one.is_latest else " "
    when = f"{what} {at.astimezone(zone):%Y-%m-%d %H:%M} by {plain_text(by)}"
    return f"{mark} {one.id}  {when}  {plain_text(one.file)}{scope}{changes}"
