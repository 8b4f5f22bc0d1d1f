"""What a schedule's life does not allow, each as a sentence that says what to do instead."""

from collections.abc import Sequence

from data.errors import DataError, UnknownError


class UnknownScheduleError(UnknownError):
    """No schedule of this id at this cinema; it may be another cinema's, which is nobody's business here."""

    def __init__(self, cinema: str, schedule_id: int) -> None:
        super().__init__(f"{cinema} has no schedule {schedule_id}. Its history lists those that it has.")


class UnknownScreeningError(UnknownError):
    """No screening of this id at this cinema."""

    def __init__(self, cinema: str, screening_id: int) -> None:
        super().__init__(f"{cinema} has no screening {screening_id}. Its programme lists those that it has.")


class ScheduleRefusedError(DataError):
    """The base of what the state of a schedule, or of a screening, does not allow."""


class ScheduleUndoneError(ScheduleRefusedError):
    """It was undone before."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(f"Schedule {schedule_id} is undone already. Publish it again to bring it back.")


class ScheduleNotPublishedError(ScheduleRefusedError):
    """It was only checked: there is nothing to take back."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(f"Schedule {schedule_id} was never published: there is nothing to undo.")


class ScheduleNotLatestError(ScheduleRefusedError):
    """Another one was published after it."""

    def __init__(self, schedule_id: int, latest_id: int) -> None:
        super().__init__(
            f"Schedule {schedule_id} is not the latest one: schedule {latest_id} was published after it. "
            f"Undo {latest_id} first."
        )


class NothingToUndoError(ScheduleRefusedError):
    """The cinema has published nothing, or all of it is undone."""

    def __init__(self, cinema: str) -> None:
        super().__init__(f"{cinema} has no published schedule that could be undone.")


class ChangesUnknownError(ScheduleRefusedError):
    """It was published before what a publish changes was kept."""

    def __init__(self, schedule_id: int) -> None:
        super().__init__(
            f"Schedule {schedule_id} was published by a Kinonah that did not keep what it changed. "
            "Publish the file of the programme that you want instead."
        )


class MergedSinceError(ScheduleRefusedError):
    """Screenings that it changed have become one with others: what was before cannot be put back."""

    def __init__(self, schedule_id: int, merges: Sequence[str]) -> None:
        undone = ", then ".join(merges)
        super().__init__(
            f"Screenings of schedule {schedule_id} have become one with others' since it was published, by a merge. "
            f"Publish the file of the programme that you want instead, or part them first: {undone}"
        )


class ScreeningBegunError(ScheduleRefusedError):
    """The past is not changed."""

    def __init__(self, screening_id: int) -> None:
        super().__init__(f"Screening {screening_id} has begun: it stays as it is.")


class UploadKeyReusedError(ScheduleRefusedError):
    """An idempotency key came with something else than the first time."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The Idempotency-Key {key!r} was used for another upload within the last day. "
            "Send a new key with each new upload, and the same key only to repeat one."
        )
