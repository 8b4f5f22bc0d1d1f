"""A whole programme an hour off: a program that exports it has a wrong idea of the cinema's clocks."""

from datetime import timedelta

from data.problem import Problem, Severity
from data.schedules.diff import Diff
from data.sentence import Sentence

AN_HOUR = timedelta(hours=1)
# Fewer may well move together.
FEWEST = 5


def hour_off(difference: Diff) -> Problem | None:
    """Warn where all that was published and comes again has moved by one hour, the same way; null where it has not."""
    moves = {new.starts_at - old.showing.starts_at for old, new in difference.moved}
    stays = difference.unchanged or difference.changed
    if len(difference.moved) < FEWEST or stays or moves not in ({AN_HOUR}, {-AN_HOUR}):
        return None
    way = Sentence("later") if moves == {AN_HOUR} else Sentence("earlier")
    return Problem(
        code="hour-off",
        severity=Severity.WARNING,
        message=Sentence(
            "{number} screenings move, all of them exactly an hour {way}, and none stays: is this "
            "file in the time of another zone, or without daylight saving? If so, export it in the time of your "
            "clocks.",
            number=len(difference.moved),
            way=way,
        ),
    )
