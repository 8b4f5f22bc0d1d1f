"""The days on which a file says that the house is closed: what of that is entered, what is taken back, and why not."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.problem import Problem, Severity
from data.schedules.check import Checked
from data.schedules.diff import Diff, Scope
from data.schedules.row_closed import SaidClosed
from data.schedules.showing import Published
from data.schedules.status import CANCELLED
from data.sentence import Sentence, word
from data.text import folded


@dataclass(frozen=True, slots=True)
class KnownClosed:
    """A day that is entered as closed: by a schedule, or by hand (null)."""

    programme_on: date
    note: str | None
    schedule_id: int | None


@dataclass(frozen=True, slots=True)
class Closing:
    """What publishing would do to the closed days; `problems` say what it would not, and why."""

    closed: tuple[SaidClosed, ...] = ()
    opened: tuple[KnownClosed, ...] = ()
    problems: tuple[Problem, ...] = ()


def closing(
    checked: Checked, known: Sequence[KnownClosed], shown: Collection[date], scope: Scope | None, *, is_whole: bool
) -> Closing:
    """Compare what a file says with the days that are entered; `shown` are the evenings that it leaves with something.

    A day is closed where nothing is shown. What an earlier schedule entered is taken back where this one replaces it
    (`scope`, null: nothing), or shows something; what was entered by hand stays. `is_whole`: it speaks of the house.
    """
    said = {one.programme_on: one for one in reversed(checked.closed)}
    refused = {day: one for day, one in said.items() if day in shown or (one.auditorium and not is_whole)}
    closed = {day: one for day, one in said.items() if day not in refused}
    replaced = scope if is_whole and scope and not scope.is_only_a_night else None
    entered = {one.programme_on for one in known}
    return Closing(
        closed=tuple(one for day, one in sorted(closed.items()) if day not in entered),
        opened=tuple(
            one
            for one in known
            if one.schedule_id is not None
            and (one.programme_on in shown or (replaced and replaced.has_day(one.programme_on)))
            and one.programme_on not in closed
        ),
        problems=(*_refusals(refused.values(), shown), *_by_hand(checked, known)),
    )


def evenings_shown(published: Iterable[Published], difference: Diff) -> set[date]:
    """Give the evenings that have a screening once a difference is carried out."""
    pairs = [*difference.added, *difference.moved, *difference.changed]
    gone = {old.id for old, _ in pairs if old} | {old.id for old in difference.removed}
    shown = [new for _, new in pairs] + [old.showing for old in published if old.id not in gone]
    return {showing.programme_on for showing in shown if showing.status != CANCELLED}


def speaks_of_house(checked: Checked, published: Iterable[Published], screens: int | None) -> bool:
    """Say whether a file speaks of a whole house, not of one auditorium of several, or of those that were asked for."""
    names = checked.scope.auditoriums if checked.scope else None
    if names is None or (len(names) > 1 and checked.asked.auditoriums is None):
        return True
    own = {"", *map(folded, names)}
    has_others = any(old.showing.room not in own for old in published)
    return checked.asked.auditoriums is None and not has_others and (screens or 1) == 1


def _refusals(refused: Iterable[SaidClosed], shown: Collection[date]) -> Iterator[Problem]:
    for one in refused:
        if one.programme_on in shown:
            sentence = Sentence(
                "This says that the house is closed on {day}, but something is shown then: that counts, and no closed "
                "day is entered. Take out the one that is wrong.",
                day=_words(one.programme_on),
            )
            yield _warning("closed-but-shown", one, sentence)
        else:
            sentence = Sentence(
                "Of {auditorium} alone it is said that it is closed on {day}: no closed day is entered. If the house "
                "is closed, enter the day at its page, or with kinonah cinemas close.",
                auditorium=one.auditorium,
                day=_words(one.programme_on),
            )
            yield _warning("closed-auditorium", one, sentence)


def _by_hand(checked: Checked, known: Iterable[KnownClosed]) -> Iterator[Problem]:
    by_hand = {one.programme_on for one in known if one.schedule_id is None}
    shown = {entry.showing.programme_on for entry in checked.entries if entry.showing.status != CANCELLED}
    for day in sorted(by_hand & shown):
        sentence = Sentence(
            "{day} is entered as closed, and the file shows something then: that counts. If it is right, take the "
            "closed day back at the house's page, or with kinonah cinemas open.",
            day=_words(day),
        )
        yield Problem(code="shown-but-closed", severity=Severity.WARNING, message=sentence)


def _warning(code: str, one: SaidClosed, sentence: Sentence) -> Problem:
    return Problem(
        code=code, severity=Severity.WARNING, row=one.row, column=one.column, value=one.written, message=sentence
    )


def _words(day: date) -> Sentence:
    return Sentence("{weekday} {number} {month}", weekday=word(f"{day:%A}"), number=day.day, month=word(f"{day:%B}"))
