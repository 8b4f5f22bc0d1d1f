"""What is wrong or doubtful in a file: a value in a report, never an exception, so that a bad row loses no good one."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much it matters: an error keeps its row out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding, with its address in the file.

    `row` counts as a spreadsheet does (the header is row 1); null speaks of the whole file. `message` says what to do.
    """

    code: str
    severity: Severity
    message: str
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def plain(self) -> "Problem":
        """Give the same with its sentences as plain texts, for what writes it down: no library knows ours."""
        return replace(self, message=str(self.message), column=_plain(self.column), value=_plain(self.value))


def _plain(text: str | None) -> str | None:
    return None if text is None else str(text)
