"""What can be wrong or doubtful about the times of a row, and what a cinema's staff can do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.problem import Problem, Severity
from data.schedules.sheet import Row, column_of
from data.sentence import Sentence


class TimeProblem(StrEnum):
    """The codes of these problems."""

    DATE_ABSENT = "date-absent"
    DATE_UNREADABLE = "date-unreadable"
    DATE_FAR = "date-far"
    DATE_ALONE = "date-alone"
    DATE_AMBIGUOUS = "date-ambiguous"
    WEEKDAY_WRONG = "weekday-wrong"
    TIME_UNREADABLE = "time-unreadable"
    TIME_ABSENT = "time-absent"
    TIME_MISSING = "time-missing"
    TIME_TWICE = "time-twice"
    TIMES_DIFFER = "times-differ"
    OFFSET_WRONG = "offset-wrong"
    NIGHT_START = "night-start"
    BUSINESS_DATE_WRONG = "business-date-wrong"
    FEATURE_EARLY = "feature-early"


@dataclass(frozen=True, slots=True)
class Saying:
    """How much a problem matters, and its sentence."""

    severity: Severity
    message: Sentence


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

SAYINGS = {
    TimeProblem.DATE_ABSENT: Saying(
        _ERROR,
        Sentence("The day is missing. Write it in this row too, such as 2026-11-26: the one above need not be meant."),
    ),
    TimeProblem.DATE_UNREADABLE: Saying(
        _ERROR, Sentence("This is no day of the calendar that we can read. Write it as 2026-11-26.")
    ),
    TimeProblem.DATE_FAR: Saying(
        _ERROR,
        Sentence("This day is more than a year away: is the year a slip? A day so far off cannot be published yet."),
    ),
    TimeProblem.DATE_ALONE: Saying(
        _WARNING,
        Sentence(
            "This day lies half a year or more from all others in the file: is it a slip? The row counts as it is "
            "written, but the days between are left alone."
        ),
    ),
    TimeProblem.DATE_AMBIGUOUS: Saying(
        _WARNING,
        Sentence(
            "Which number is the day and which the month? The first is taken for the day. Write it as 2026-11-26."
        ),
    ),
    TimeProblem.WEEKDAY_WRONG: Saying(
        _WARNING, Sentence("Weekday and date are not of the same day: the date counts. Correct the one that is wrong.")
    ),
    TimeProblem.TIME_UNREADABLE: Saying(
        _ERROR, Sentence("This is no time of day. Write it as 20:15, and after midnight as 00:30.")
    ),
    TimeProblem.TIME_ABSENT: Saying(
        _ERROR,
        Sentence(
            "There is no time of day, and what lasts all day cannot be shown. Write when it begins, such as 20:15."
        ),
    ),
    TimeProblem.TIME_MISSING: Saying(
        _ERROR,
        Sentence("The clocks are put forward that night: this time does not exist. Write what the clock will show."),
    ),
    TimeProblem.TIME_TWICE: Saying(
        _WARNING, Sentence("The clocks are put back that night: the first of two is meant.")
    ),
    TimeProblem.TIMES_DIFFER: Saying(
        _WARNING,
        Sentence(
            "This row says day or time twice, and not the same: the day counts that stands in the column of days, the "
            "time that stands in the column of times. Correct the one that is wrong."
        ),
    ),
    TimeProblem.OFFSET_WRONG: Saying(
        _WARNING,
        Sentence(
            "Your clocks are not set like that on this day (Z and +00:00 are the time of Greenwich). The time counts "
            "as your clock shows it; if another is meant, write that, without Z or +01:00 behind it."
        ),
    ),
    TimeProblem.NIGHT_START: Saying(
        _WARNING,
        Sentence("A film that begins in the middle of the night? If the afternoon is meant, write 16:00 for 4 PM."),
    ),
    TimeProblem.BUSINESS_DATE_WRONG: Saying(
        _WARNING,
        Sentence(
            "This evening cannot be the one of that start: the date and the time count. Correct the one that is wrong."
        ),
    ),
    TimeProblem.FEATURE_EARLY: Saying(
        _WARNING, Sentence("The film would begin before its programme does: are the columns swapped? The time counts.")
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a row, and our name of the column in which it shows."""

    problem: TimeProblem
    field: str

    @property
    def is_error(self) -> bool:
        """Say whether it keeps its row out."""
        return SAYINGS[self.problem].severity is Severity.ERROR


def problem_of(finding: Finding, row: Row, columns: Mapping[str, str]) -> Problem:
    """Write a finding down, in the sheet's own words for its columns."""
    saying = SAYINGS[finding.problem]
    return Problem(
        code=finding.problem,
        severity=saying.severity,
        row=row.number,
        column=column_of(row, finding.field, columns),
        value=getattr(row, finding.field),
        message=saying.message,
    )
