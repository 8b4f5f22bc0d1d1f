"""Why a screening cannot be moved there, each as a sentence that says what to do instead."""

from enum import StrEnum

from data.schedules.errors import ScheduleRefusedError


class MoveRefusal(StrEnum):
    """The reasons."""

    UNREADABLE = "unreadable"
    PAST = "past"
    FAR = "far"
    MISSING = "missing"
    TAKEN = "taken"
    CANCELLED = "cancelled"


MOVE_REFUSALS = {
    MoveRefusal.UNREADABLE: "Write the day as 2026-11-26 and the time as 20:15.",
    MoveRefusal.PAST: "{start} is over. Choose a start that is to come.",
    MoveRefusal.FAR: "{start} is more than a year away. Is the year a slip?",
    MoveRefusal.MISSING: "The clocks are put forward that night: {start} does not exist. Write what the "
    "clock will show.",
    MoveRefusal.TAKEN: "{auditorium} is taken then: {title}, {span}. Choose another time or auditorium, or move that "
    "one first.",
    MoveRefusal.CANCELLED: "It is cancelled. Say first that it takes place, then move it.",
}


class MoveRefusedError(ScheduleRefusedError):
    """A screening cannot be moved there. `said` are the words that the sentence needs, in any language."""

    def __init__(self, refusal: MoveRefusal, **said: str) -> None:
        super().__init__(MOVE_REFUSALS[refusal].format(**said))
        self.refusal = refusal
        self.said = said
