"""The part of a programme that somebody asks a file to be taken for, instead of what the file itself speaks of."""

from dataclasses import dataclass, replace
from datetime import date

from data.errors import QuestionError
from data.schedules.sheet import Sheet
from data.sentence import Sentence
from data.text import folded, plain_text


@dataclass(frozen=True, slots=True)
class AskedScope:
    """Programme dates, both included, and names of auditoriums; null: as the file says.

    What a file has beyond it is left aside; what it lacks of it is replaced by nothing. Raises QuestionError for days
    in the wrong order.
    """

    from_on: date | None = None
    until_on: date | None = None
    auditoriums: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.from_on and self.until_on and self.from_on > self.until_on:
            raise QuestionError(
                "from",
                Sentence(
                    "{first} is after {last}. Swap the first and the last day.", first=self.from_on, last=self.until_on
                ),
            )

    @property
    def is_nothing(self) -> bool:
        """Say whether nothing was asked."""
        return self == AS_THE_FILE_SAYS

    def has_day(self, day: date) -> bool:
        """Say whether a programme date lies in it."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)

    def has_auditorium(self, name: str) -> bool:
        """Say whether it speaks of an auditorium, however its name is spelled."""
        return self.auditoriums is None or _key(name) in map(_key, self.auditoriums)


AS_THE_FILE_SAYS = AskedScope()


def fill_auditorium(sheet: Sheet, asked: AskedScope) -> Sheet:
    """Where one auditorium is asked for, a file that names none is of that one."""
    if asked.auditoriums is None or len(asked.auditoriums) != 1 or any(row.auditorium for row in sheet.rows):
        return sheet
    (name,) = asked.auditoriums
    return replace(sheet, rows=tuple(replace(row, auditorium=name) for row in sheet.rows))


def _key(name: str) -> str:
    return folded(plain_text(name))
