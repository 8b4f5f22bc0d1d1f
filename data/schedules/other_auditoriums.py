"""A file whose auditoriums are none of those in which the house shows anything: were they renamed, all stood twice."""

from collections.abc import Sequence
from dataclasses import replace

from data.problem import Problem, Severity
from data.schedules.diff import Diff, Scope
from data.schedules.showing import Published
from data.schedules.status import CANCELLED
from data.sentence import Sentence, listed, word

# What a value names before it becomes a list.
_MOST_NAMED = 10


def other_auditoriums(published: Sequence[Published], difference: Diff, scope: Scope | None) -> Problem | None:
    """Warn where screenings of a file's days stay, as they are in none of its auditoriums; null where that is plain.

    It is plain where the file speaks of some of the published auditoriums, and only of those.
    """
    if scope is None or scope.auditoriums is None:
        return None
    days = replace(scope, auditoriums=None)
    there = [old for old in published if old.showing.status != CANCELLED and days.holds(old.showing)]
    same = {*(old.id for old in difference.unchanged), *(old.id for old, _ in difference.moved + difference.changed)}
    aside = [old.showing for old in there if old.id not in same and not scope.holds(old.showing)]
    is_known = any(scope.holds(old.showing) for old in there)
    doubtful = [showing for showing in aside if not showing.auditorium or not is_known]
    if not doubtful:
        return None
    names = sorted({showing.auditorium or word("none named") for showing in doubtful})
    return Problem(
        code="auditoriums-other",
        severity=Severity.WARNING,
        value=listed(names[:_MOST_NAMED]),
        message=Sentence(
            "Screenings of these days ({number}) stay as they are: their auditoriums are none of this "
            "file's ({auditoriums}). If auditoriums are called otherwise now, they stand twice: "
            "cancel the old ones, or send the file once without its column of auditoriums.",
            number=len(doubtful),
            auditoriums=", ".join(scope.auditoriums)[:200],
        ),
    )
