"""`kinonah schedule undo`: a cinema's latest schedule, taken back."""

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.errors import QuestionError
from data.schedules.publish import COMMAND_LINE
from data.schedules.stored import cinema_of
from data.schedules.undo import undo as take_back
from data.tables.database import writing
from data.times.moment import read_moment
from service.cli.opened import opened_database
from service.cli.schedule_report import show_report


def undo(
    *,
    cinema: Annotated[str, typer.Option("--cinema", metavar="SLUG", help="Whose latest schedule is taken back.")],
    now: Annotated[
        str | None, typer.Option("--now", metavar="T", help="Take this as now, for tests; ISO 8601.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as the API would answer it.")] = False,
) -> None:
    """Take the latest published schedule back: the future is as it was before, and what has begun stays."""
    with opened_database() as engine, writing(engine) as session:
        zone = ZoneInfo(cinema_of(session, cinema).time_zone)
        moment = datetime.now(UTC) if now is None else read_moment(now, zone)
        if moment is None:
            raise QuestionError("now", "--now is no moment. Write it as 2026-07-24T00:00.")
        report = take_back(session, cinema, now=moment.astimezone(UTC), by=COMMAND_LINE)
    show_report(report, as_json=as_json)
