"""What a file is and would do: counts, problems and changes, as the API answers it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from data.problem import Problem, Severity
from data.schedules.check import Checked
from data.schedules.closed_days import ClosedDayChange
from data.schedules.diff import Diff, Scope
from data.schedules.showing import Published, Showing
from data.versions.label import label_of


class Counts(msgspec.Struct, frozen=True):
    """rows = screenings + duplicates + past + elsewhere + errors; screenings = added + moved + changed + unchanged.

    Undoing reads no rows: there, all these of the file are 0.
    """

    rows: int
    screenings: int
    duplicates: int
    past: int
    elsewhere: int
    errors: int
    added: int
    moved: int
    changed: int
    removed: int
    kept: int
    unchanged: int
    warnings: int


class ScopeFacts(msgspec.Struct, frozen=True, rename={"from_on": "from", "until_on": "until"}):
    """The programme dates that the file speaks of, both included, and its auditoriums (null: all)."""

    from_on: date
    until_on: date
    auditoriums: list[str] | None


class ScheduleChange(msgspec.Struct, frozen=True, rename={"from_at": "from"}, omit_defaults=True):
    """One line of the diff: `added`, `moved` (from where), `changed`, `removed` or `kept`; local times.

    `film` is the slug of the film, of a double feature the first; absent where the sheet names none.
    """

    kind: str
    title: str
    starts_at: datetime
    version: str
    film: str | None = None
    auditorium: str | None = None
    id: str | None = None
    from_at: datetime | None = None


class Report(msgspec.Struct, frozen=True):
    """The whole report. `state` is `checked`, `published`, or `unchanged` where publishing had nothing to do.

    `columns` gives the file's own word for each of our fields; `elsewhere` counts the rows of other cinemas by the name
    that the file gives them. `closed_days` are those that it closes, and those that it opens again.
    """

    id: str | None
    cinema: str
    state: str
    reader: str
    mode: str
    scope: ScopeFacts | None
    counts: Counts
    problems: list[Problem]
    changes: list[ScheduleChange]
    ignored_columns: list[str]
    # What an older Kinonah has kept does not say these.
    columns: dict[str, str] = {}
    elsewhere: dict[str, int] = {}
    closed_days: list[ClosedDayChange] = []

    @property
    def named(self) -> str:
        """Name the schedule for people: by its number and its days."""
        days = f", {days_named(self.scope.from_on, self.scope.until_on)}" if self.scope else ""
        return f"{self.id}{days}"

    def plain(self) -> dict[str, Any]:
        """Give the report as plain JSON values, for keeping."""
        values: dict[str, Any] = msgspec.to_builtins(self)
        return values


def days_named(first_on: date, last_on: date) -> str:
    """Name days from the first to the last."""
    return f"{first_on}" if first_on == last_on else f"{first_on} – {last_on}"


def count(checked: Checked, difference: Diff) -> Counts:
    """Count what became of the rows and what would become of the programme."""
    return Counts(
        rows=checked.rows,
        screenings=len(checked.entries),
        duplicates=checked.duplicates,
        past=checked.past,
        elsewhere=checked.elsewhere,
        errors=len(checked.unreadable),
        added=len(difference.added),
        moved=len(difference.moved),
        changed=len(difference.changed),
        removed=len(difference.removed),
        kept=len(difference.kept),
        unchanged=len(difference.unchanged),
        warnings=sum(problem.severity is Severity.WARNING for problem in checked.problems),
    )


def count_undone(difference: Diff, problems: Sequence[Problem]) -> Counts:
    """Count what undoing has changed of the programme."""
    return Counts(
        rows=0,
        screenings=0,
        duplicates=0,
        past=0,
        elsewhere=0,
        errors=0,
        added=len(difference.added),
        moved=len(difference.moved),
        changed=len(difference.changed),
        removed=len(difference.removed),
        kept=len(difference.kept),
        unchanged=0,
        warnings=len(problems),
    )


def scope_facts(scope: Scope | None) -> ScopeFacts | None:
    """Write a scope down."""
    if scope is None:
        return None
    return ScopeFacts(scope.from_on, scope.until_on, list(scope.auditoriums) if scope.auditoriums else None)


def changes_of(difference: Diff, zone: ZoneInfo, country: str) -> list[ScheduleChange]:
    """Write a diff down, in the order of the starts, with the labels of the cinema's country."""
    changes = [_change("added", old, new, zone, country) for old, new in difference.added]
    changes += [_change("moved", old, new, zone, country) for old, new in difference.moved]
    changes += [_change("changed", old, new, zone, country) for old, new in difference.changed]
    changes += [_change("removed", old, old.showing, zone, country) for old in difference.removed]
    changes += [_change("kept", old, old.showing, zone, country) for old in difference.kept]
    return sorted(changes, key=lambda change: (change.starts_at, change.title, change.kind))


def _change(kind: str, old: Published | None, new: Showing, zone: ZoneInfo, country: str) -> ScheduleChange:
    return ScheduleChange(
        kind=kind,
        id=str(old.id) if old else None,
        film=new.films[0] if new.films else None,
        title=new.title,
        starts_at=new.starts_at.astimezone(zone),
        from_at=old.showing.starts_at.astimezone(zone) if kind == "moved" and old else None,
        version=label_of(new.version, country),
        auditorium=new.auditorium,
    )
