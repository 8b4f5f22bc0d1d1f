"""What a merge or its undoing cannot do, each as a sentence that says what to do instead."""

from data.errors import DataError
from data.sentence import Sentence, word


class MergeRefusedError(DataError):
    """The base of this family."""


class MergeWithItselfError(MergeRefusedError):
    """One and the same was named twice."""

    def __init__(self, slug: str) -> None:
        super().__init__(Sentence("{slug} cannot be merged with itself. Name two.", slug=slug))


class MergedBeforeError(MergeRefusedError):
    """One of the two is no row of its own any more."""

    def __init__(self, kind: str, slug: str, now_slug: str) -> None:
        super().__init__(
            Sentence(
                "{slug} was merged into {now} before. Name {now} instead, or part the two first: "
                "kinonah {kind}s unmerge {slug}",
                slug=slug,
                now=now_slug,
                kind=kind,
            )
        )


class NotMergedError(MergeRefusedError):
    """There is nothing to undo."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(
            Sentence(
                "No {kind} of the slug {slug} is merged into another. kinonah {kind}s unmerge takes the slug "
                "that went.",
                kind=word(kind),
                slug=slug,
            )
        )


class MergeOvertakenError(MergeRefusedError):
    """A later merge stands on this one."""

    def __init__(self, slug: str, later_kind: str, later_slug: str, later_kept: str) -> None:
        super().__init__(
            Sentence(
                "Since {slug} was merged, {later} was merged into {kept}, which stands on it. Undo that first: "
                "kinonah {kind}s unmerge {later}",
                slug=slug,
                later=later_slug,
                kept=later_kept,
                kind=later_kind,
            )
        )


class SlugTakenError(MergeRefusedError):
    """Its name in the address bar was given to another meanwhile."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(
            Sentence(
                "The slug {slug} is another {kind}'s by now: give that one another first.", slug=slug, kind=word(kind)
            )
        )
