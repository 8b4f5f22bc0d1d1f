"""What a file would make of the programme, laid out as the week that it is: an evening a column, a screening a card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.problem import Problem, Severity
from data.schedules.closed_days import changes_of_closing
from data.schedules.diff import Diff
from data.schedules.plan import Plan
from data.schedules.showing import Showing
from data.versions.label import label_of

# Whose cards come first where two start at once: what is new before what was there.
_ORDER = ("added", "moved", "changed", "unchanged", "kept", "removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One screening. `kind` is as in a report, or `unchanged`; `was_at` is when it was, where it moves."""

    kind: str
    programme_on: date
    starts_at: datetime
    was_at: datetime | None
    title: str
    label: str
    auditorium: str | None
    status: str | None
    row: int | None
    doubts: tuple[Problem, ...]

    @property
    def is_after_midnight(self) -> bool:
        """Say whether it stands under the evening before its calendar date."""
        return self.starts_at.date() > self.programme_on


@dataclass(frozen=True, slots=True)
class Evening:
    """The screenings of one programme date, and whether the house would be `closed` then, or `opened` again."""

    programme_on: date
    cards: tuple[Card, ...]
    closing: str = ""
    note: str | None = None


def week_of(plan: Plan) -> list[Evening]:
    """Lay a plan out, by evening and start."""
    by_evening: dict[date, list[Card]] = defaultdict(list)
    rows, doubts = _rows(plan), _doubts(plan.checked.problems)
    for kind, old, showing in _shown(plan.difference):
        row = rows.get(_place(showing)) if kind not in ("removed", "kept") else None
        by_evening[showing.programme_on].append(_card(kind, old, showing, row, doubts, plan))
    closed = {one.on: one for one in changes_of_closing(plan.closing)}
    return [
        Evening(day, _in_order(by_evening[day]), *((closed[day].kind, closed[day].note) if day in closed else ()))
        for day in sorted(by_evening.keys() | closed.keys())
    ]


def _in_order(cards: Sequence[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (card.starts_at, _ORDER.index(card.kind), card.title)))


def _shown(difference: Diff) -> Iterator[tuple[str, Showing | None, Showing]]:
    for kind, pairs in (("added", difference.added), ("moved", difference.moved), ("changed", difference.changed)):
        yield from ((kind, old.showing if old else None, new) for old, new in pairs)
    for kind, alone in (
        ("unchanged", difference.unchanged),
        ("removed", difference.removed),
        ("kept", difference.kept),
    ):
        yield from ((kind, None, one.showing) for one in alone)


def _card(
    kind: str,
    old: Showing | None,
    showing: Showing,
    row: int | None,
    doubts: Mapping[int, Sequence[Problem]],
    plan: Plan,
) -> Card:
    zone: ZoneInfo = plan.house.zone
    return Card(
        kind=kind,
        programme_on=showing.programme_on,
        starts_at=showing.starts_at.astimezone(zone),
        was_at=old.starts_at.astimezone(zone) if old and kind == "moved" else None,
        title=showing.title,
        label=label_of(showing.version, plan.house.country),
        auditorium=showing.auditorium,
        status=showing.status,
        row=row,
        doubts=tuple(doubts.get(row, ())) if row is not None else (),
    )


def _place(showing: Showing) -> tuple[object, ...]:
    return showing.starts_at, showing.work, showing.room, showing.version


def _rows(plan: Plan) -> dict[tuple[object, ...], int]:
    return {_place(entry.showing): entry.row for entry in plan.checked.entries}


def _doubts(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.row is not None and problem.severity is Severity.WARNING:
            found[problem.row].append(problem)
    return found
