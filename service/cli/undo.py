"""`kinonah schedule undo`: a cinema's latest schedule, taken back."""

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.schedules.publish import COMMAND_LINE
from data.schedules.stored import cinema_of
from data.schedules.undo import undo as take_back
from data.tables.database import writing
from service.cli.now import NowOption, read_now
from service.cli.opened import opened_database
from service.cli.schedule_report import show_report
from service.staff.audit import note_at
from service.staff.deeds import Deed


def undo(
    *,
    cinema: Annotated[str, typer.Option("--cinema", metavar="SLUG", help="Whose latest schedule is taken back.")],
    now: NowOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as the API would answer it.")] = False,
) -> None:
    """Take the latest published schedule back: the future is as it was before, and what has begun stays."""
    with opened_database() as engine, writing(engine) as session:
        zone = ZoneInfo(cinema_of(session, cinema).time_zone)
        moment = read_now(now, zone)
        report = take_back(session, cinema, now=moment, by=COMMAND_LINE)
        note_at(session, cinema, Deed.UNDID, report.named, by=COMMAND_LINE, now=moment)
    show_report(report, as_json=as_json)
