"""What a merge or its undoing cannot do, each as a sentence that says what to do instead."""

from data.errors import DataError


class MergeRefusedError(DataError):
    """The base of this family."""


class MergeWithItselfError(MergeRefusedError):
    """One and the same was named twice."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug} cannot be merged with itself. Name two.")


class MergedBeforeError(MergeRefusedError):
    """One of the two is no row of its own any more."""

    def __init__(self, kind: str, slug: str, now_slug: str) -> None:
        super().__init__(
            f"{slug} was merged into {now_slug} before. Name {now_slug} instead, or part the two first: "
            f"kinonah {kind}s unmerge {slug}"
        )


class NotMergedError(MergeRefusedError):
    """There is nothing to undo."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(
            f"No {kind} of the slug {slug} is merged into another. kinonah {kind}s unmerge takes the slug that went."
        )


class MergeOvertakenError(MergeRefusedError):
    """A later merge stands on this one."""

    def __init__(self, slug: str, later_kind: str, later_slug: str, later_kept: str) -> None:
        super().__init__(
            f"Since {slug} was merged, {later_slug} was merged into {later_kept}, which stands on it. Undo that first: "
            f"kinonah {later_kind}s unmerge {later_slug}"
        )


class SlugTakenError(MergeRefusedError):
    """Its name in the address bar was given to another meanwhile."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(f"The slug {slug} is another {kind}'s by now: give that one another first.")
