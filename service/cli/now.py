"""The moment that a command takes as now."""

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.errors import QuestionError
from data.times.moment import read_moment

NowOption = Annotated[str | None, typer.Option("--now", metavar="T", help="Take this as now, for tests; ISO 8601.")]


def read_now(text: str | None, zone: ZoneInfo) -> datetime:
    """Give what `--now` says, without an offset on the clocks of a zone; without a text, the time. In UTC."""
    moment = datetime.now(UTC) if text is None else read_moment(text, zone)
    if moment is None:
        raise QuestionError("now", "--now is no moment. Write it as 2026-07-24T00:00.")
    return moment.astimezone(UTC)
