"""What a person moved stays there while a file has it where it was; whoever sends the file is told.

As with what is sold out by hand: a file that knows nothing of it does not undo it, for many files come with nobody
looking, from feeds and tills. A file that has the screening at a third place, or not at all, knows better.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from data.problem import Problem, Severity
from data.schedules.showing import Published, Showing, Slot
from data.sentence import Sentence
from data.text import folded

# What a sentence names before it becomes a list.
_MOST_NAMED = 5


def as_it_was(old: Published) -> Published:
    """Give a screening where it was before a person moved it."""
    if old.moved_from is None:
        return old
    slot = old.moved_from
    return replace(old, showing=replace(old.showing, starts_at=slot.starts_at, auditorium=slot.auditorium))


def is_where_it_was(new: Showing, old: Published) -> bool:
    """Say whether a file has a screening where it was before a person moved it; it need not name the auditorium."""
    if old.moved_from is None or new.starts_at != old.moved_from.starts_at:
        return False
    was_in = folded(old.moved_from.auditorium or "")
    return new.room == was_in or not new.room


def where_it_is(new: Showing, old: Published) -> Showing:
    """Give what a file says of a screening, but where a person put it."""
    is_at = old.showing
    return replace(new, starts_at=is_at.starts_at, programme_on=is_at.programme_on, auditorium=is_at.auditorium)


def hand_moved(stayed: Sequence[Published], removed: Sequence[Published], zone: ZoneInfo) -> Iterator[Problem]:
    """Tell of screenings that a person moved: those that stay there against the file, and those that go with it."""
    if stayed:
        yield _problem(
            "moved-by-hand",
            stayed,
            zone,
            Sentence(
                "Screenings that were moved by hand ({count}) are in this file where they were before. They stay where "
                "they are now; if the file is right, move them back by hand.",
                count=len(stayed),
            ),
        )
    gone = [old for old in removed if old.moved_from]
    if gone:
        yield _problem(
            "moved-by-hand-removed",
            gone,
            zone,
            Sentence(
                "Screenings that were moved by hand ({count}) are not in this file, neither there nor where they were "
                "before: they go. If they take place, write them into the file.",
                count=len(gone),
            ),
        )


def _problem(code: str, moved: Sequence[Published], zone: ZoneInfo, message: Sentence) -> Problem:
    named = "; ".join(_named(old, zone) for old in moved[:_MOST_NAMED])
    more = f"; and {len(moved) - _MOST_NAMED} more" if len(moved) > _MOST_NAMED else ""
    return Problem(code=code, severity=Severity.WARNING, value=named + more, message=message)


def _named(old: Published, zone: ZoneInfo) -> str:
    now = Slot(old.showing.starts_at, old.showing.auditorium)
    before = _slot(old.moved_from, zone) if old.moved_from else ""
    return f"{old.showing.title}, {before} → {_slot(now, zone)}"


def _slot(slot: Slot, zone: ZoneInfo) -> str:
    return " ".join(filter(None, (f"{slot.starts_at.astimezone(zone):%Y-%m-%d %H:%M}", slot.auditorium)))
