"""What a schedule's life does not allow, each as a sentence that says what to do instead."""

from collections.abc import Sequence

from data.errors import DataError, UnknownError
from data.sentence import Sentence


class UnknownScheduleError(UnknownError):
    """No schedule of this id at this cinema; it may be another cinema's, which is nobody's business here."""

    def __init__(self, cinema: str, schedule_id: int) -> None:
        super().__init__(
            Sentence(
                "{cinema} has no schedule {number}. Its history lists those that it has.",
                cinema=cinema,
                number=schedule_id,
            )
        )


class FileForgottenError(UnknownError):
    """The file was kept for as long as files are kept; what it published stays."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(
                "{file} is no longer kept; its report and what it published are. Upload it again if need be.", file=name
            )
        )


class UnknownScreeningError(UnknownError):
    """No screening of this id at this cinema."""

    def __init__(self, cinema: str, screening_id: int) -> None:
        super().__init__(
            Sentence(
                "{cinema} has no screening {number}. Its programme lists those that it has.",
                cinema=cinema,
                number=screening_id,
            )
        )


class ScheduleRefusedError(DataError):
    """The base of what the state of a schedule, or of a screening, does not allow."""


class ScheduleUndoneError(ScheduleRefusedError):
    """It was undone before."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(
            Sentence("Schedule {number} is undone already. Publish it again to bring it back.", number=schedule_id)
        )


class ScheduleNotPublishedError(ScheduleRefusedError):
    """It was only checked: there is nothing to take back."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(
            Sentence("Schedule {number} was never published: there is nothing to undo.", number=schedule_id)
        )


class ScheduleNotLatestError(ScheduleRefusedError):
    """Another one was published after it."""

    def __init__(self, schedule_id: int, latest_id: int) -> None:
        super().__init__(
            Sentence(
                "Schedule {number} is not the latest one: schedule {latest} was published after it. "
                "Undo {latest} first.",
                number=schedule_id,
                latest=latest_id,
            )
        )


class NothingToUndoError(ScheduleRefusedError):
    """The cinema has published nothing, or all of it is undone."""

    def __init__(self, cinema: str) -> None:
        super().__init__(Sentence("{cinema} has no published schedule that could be undone.", cinema=cinema))


class ChangesUnknownError(ScheduleRefusedError):
    """It was published before what a publish changes was kept."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(
            Sentence(
                "Schedule {number} was published by a Kinonah that did not keep what it changed. "
                "Publish the file of the programme that you want instead.",
                number=schedule_id,
            )
        )


class MergedSinceError(ScheduleRefusedError):
    """Screenings that it changed have become one with others: what was before cannot be put back."""

    def __init__(self, schedule_id: int, merges: Sequence[str]) -> None:
        undone = ", then ".join(merges)
        super().__init__(
            Sentence(
                "Screenings of schedule {number} have become one with others' since it was published, by a merge. "
                "Publish the file of the programme that you want instead, or part them first: {merges}",
                number=schedule_id,
                merges=undone,
            )
        )


class ScreeningBegunError(ScheduleRefusedError):
    """The past is not changed."""

    def __init__(self, screening_id: int) -> None:
        super().__init__(Sentence("Screening {number} has begun: it stays as it is.", number=screening_id))


class UploadKeyReusedError(ScheduleRefusedError):
    """An idempotency key came with something else than the first time."""

    def __init__(self, key: str) -> None:
        super().__init__(
            Sentence(
                "The Idempotency-Key {key!r} was used for another upload within the last day. "
                "Send a new key with each new upload, and the same key only to repeat one.",
                key=key,
            )
        )


class MoveRefusedError(ScheduleRefusedError):
    """A screening cannot be moved there."""
