"""Much of what is published would go: a file that lacks most of the programme may be the wrong one."""

from data.problem import Problem, Severity
from data.schedules.diff import Diff
from data.sentence import Sentence

# More than this part of the published screenings in the scope needs a yes.
ONE_IN = 3


def removed_share(difference: Diff, in_scope: int) -> Sentence | None:
    """Say how many screenings would be removed where that needs a yes; null where it does not."""
    removed = len(difference.removed)
    if ONE_IN * removed <= in_scope:
        return None
    return Sentence(
        "{removed} of {published} published screenings would be removed.", removed=removed, published=in_scope
    )


def much_removed(difference: Diff, in_scope: int) -> Problem | None:
    """Warn where more than a third of what is published in the scope would be removed; null where it would not."""
    share = removed_share(difference, in_scope)
    if share is None:
        return None
    return Problem(
        code="much-removed",
        severity=Severity.WARNING,
        message=Sentence(
            "{share} Is the file all that is shown on these days? What only comes on top is published in the mode add.",
            share=share,
        ),
    )
