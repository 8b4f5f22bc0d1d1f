"""`kinonah schedule history`: what a cinema uploaded, published and took back, by whom and when."""

from datetime import datetime
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
    what, at, by = _last(one)
    line = f"{'*' if one.is_latest else ' '} {one.id}  {what} {at.astimezone(zone):%Y-%m-%d %H:%M} by {plain_text(by)}"
    line += f"  {plain_text(one.file)}"
    if one.scope:
        line += f", {one.scope.from_on} to {one.scope.until_on}"
    if one.counts:
        counts = one.counts
        line += f": {counts.added} added, {counts.moved} moved, {counts.changed} changed, {counts.removed} removed"
    return line


def _last(one: PastSchedule) -> tuple[str, datetime, str]:
    """Give what happened to it last, when, and by whom."""
    if one.undone_at and one.undone_by:
        return "undone", one.undone_at, one.undone_by
    if one.published_at and one.published_by:
        return "published", one.published_at, one.published_by
    return "uploaded", one.uploaded_at, one.uploaded_by
