"""What a person cancelled and the file shows all the same: it stays cancelled, and whoever sends the file is told."""

from zoneinfo import ZoneInfo

from data.problem import Problem, Severity
from data.schedules.diff import Diff
from data.schedules.status import CANCELLED
from data.sentence import Sentence

# What a sentence names before it becomes a list.
_MOST_NAMED = 5


def still_cancelled(difference: Diff, zone: ZoneInfo) -> Problem | None:
    """Warn of the screenings that the file shows and that stay cancelled by hand; null where there are none."""
    held = [old.showing for old in difference.held if old.status_by_hand == CANCELLED]
    if not held:
        return None
    named = [f"{one.title}, {one.starts_at.astimezone(zone):%Y-%m-%d %H:%M}" for one in held[:_MOST_NAMED]]
    more = len(held) - _MOST_NAMED
    return Problem(
        code="cancelled-by-hand",
        severity=Severity.WARNING,
        value=Sentence("{screenings}; and {more} more", screenings="; ".join(named), more=more)
        if more > 0
        else "; ".join(named),
        message=Sentence(
            "Screenings of this file ({number}) were cancelled by hand, and stay so. If they take place, set "
            "them to scheduled by hand.",
            number=len(held),
        ),
    )
