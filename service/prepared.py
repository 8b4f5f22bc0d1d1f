"""Questions without their place, prepared once for all who ask them from the same programme in the same minute."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.programme.prepared import PreparedQuestion
from data.programme.programme import Programme
from data.times.wall import is_within_minute, whole_minute

# A programme has so many films that are asked for, in a few ways each.
MOST = 5_000
# What asks for more at once is asked for seldom.
LONGEST = 300


class PreparedQuestions:
    """Prepared questions by what of a query string is not the place, and by zone. Not for use by several threads."""

    def __init__(self) -> None:
        self._programme: Programme | None = None
        self._minute: datetime | None = None
        self._questions: dict[tuple[bytes, ZoneInfo], PreparedQuestion] = {}

    def find(self, rest: bytes, zone: ZoneInfo, programme: Programme, now: datetime) -> PreparedQuestion | None:
        """Give the question that was prepared; null where there is none for this programme and minute."""
        if programme is not self._programme or not is_within_minute(now, self._minute):
            self._programme, self._minute, self._questions = programme, whole_minute(now), {}
        return self._questions.get((rest, zone))

    def keep(self, rest: bytes, zone: ZoneInfo, prepared: PreparedQuestion) -> None:
        """Keep a question for the programme and the minute that were last asked about; too many begin anew.

        One that takes much room is not kept.
        """
        if len(rest) > LONGEST or not prepared.is_light:
            return
        if len(self._questions) >= MOST:
            self._questions.clear()
        self._questions[rest, zone] = prepared
