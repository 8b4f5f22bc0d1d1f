"""What becomes of each screening that a schedule had changed, when it is taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from data.problem import Problem, Severity
from data.schedules.snapshot import Snapshot
from data.schedules.status import CANCELLED
from data.sentence import Sentence, word


@dataclass(frozen=True, slots=True)
class Changed:
    """A screening before a publish (null: it was new), after it, and today."""

    screening_id: int
    before: Snapshot | None
    after: Snapshot
    today: Snapshot

    def with_films_of_today(self) -> "Changed":
        """Let undoing leave the films as they are."""
        if self.before is None:
            return self
        return replace(self, before=msgspec.structs.replace(self.before, film_ids=self.today.film_ids))

    def with_films(self, merged: Mapping[int, int]) -> "Changed":
        """Let the films of before be those that they are by now; `merged` says which became which."""
        if self.before is None:
            return self
        films = list(dict.fromkeys(merged.get(film_id, film_id) for film_id in self.before.film_ids))
        return replace(self, before=msgspec.structs.replace(self.before, film_ids=films))

    @property
    def was_shown(self) -> bool:
        """Say whether the programme showed it before."""
        return self.before is not None and self.before.status != CANCELLED

    @property
    def is_set_by_hand(self) -> bool:
        """Say whether somebody has set its status since."""
        return _status(self.today) != _status(self.after)

    @property
    def is_another(self) -> bool:
        """Say whether more than its status has changed since."""
        return _but_status_and_films(self.today) != _but_status_and_films(self.after)

    def has_begun(self, now: datetime) -> bool:
        """Say whether it has begun, or had if it were what it was before: the past is not changed."""
        began_before = self.before is not None and self.was_shown and self.before.starts_at < now
        return self.today.starts_at < now or began_before


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Screenings by id with what they are again; those that stay as they are; and what is to be said of both."""

    restored: list[tuple[int, Snapshot]] = field(default_factory=list)
    kept: list[tuple[int, Snapshot]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take_back(changes: Iterable[Changed], now: datetime, zone: ZoneInfo) -> TakenBack:
    """Decide for each screening: what has begun, or is another by now, stays; so does a status set by hand."""
    taken = TakenBack()
    for one in changes:
        remark = _remark(one, now)
        if remark:
            taken.problems.append(_problem(one, *remark, zone))
        if one.has_begun(now) or one.is_another:
            taken.kept.append((one.screening_id, one.today))
            continue
        restored = _restored(one)
        if restored != one.today:
            taken.restored.append((one.screening_id, restored))
    return taken


def _restored(one: Changed) -> Snapshot:
    if one.before is None or not one.was_shown:
        was = one.before or one.after
        return msgspec.structs.replace(was, status=CANCELLED, status_by_hand=one.today.status_by_hand)
    if not one.is_set_by_hand:
        return one.before
    return msgspec.structs.replace(one.before, status=one.today.status, status_by_hand=one.today.status_by_hand)


def _remark(one: Changed, now: datetime) -> tuple[str, Sentence] | None:
    if one.has_begun(now):
        return "undo-begun", Sentence("It has begun, or had before it was moved: it stays as it is.")
    if one.is_another:
        return "undo-changed-since", Sentence("It has changed since: it stays as it is. Look whether it is right.")
    if one.is_set_by_hand and one.was_shown:
        return "undo-set-by-hand", Sentence(
            "Its status was set by hand: it stays {status}.", status=word(one.today.status)
        )
    if one.is_set_by_hand and one.today.status != CANCELLED:
        return "undo-set-by-hand", Sentence(
            "It was set to {status} by hand, and is cancelled with what had added it.", status=word(one.today.status)
        )
    return None


def _problem(one: Changed, code: str, sentence: Sentence, zone: ZoneInfo) -> Problem:
    starts_at = one.today.starts_at.astimezone(zone)
    what = f"{one.today.title_raw}, {starts_at:%Y-%m-%d %H:%M}"
    return Problem(code=code, severity=Severity.WARNING, value=what, message=sentence)


def _but_status_and_films(snapshot: Snapshot) -> Snapshot:
    # Films become others where two entries of the catalogue turn out to be one: nobody has touched the screening.
    return msgspec.structs.replace(snapshot, status="", status_by_hand=None, film_ids=[])


def _status(snapshot: Snapshot) -> tuple[str, str | None]:
    return snapshot.status, snapshot.status_by_hand
