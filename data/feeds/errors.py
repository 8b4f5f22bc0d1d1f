"""What can go wrong with feeds, each as a sentence that a person can act on."""

from data.errors import DataError, QuestionError, UnknownError
from data.sentence import Sentence


class UnknownFeedError(UnknownError):
    """No feed of this id at this cinema."""

    def __init__(self, cinema: str, feed_id: int) -> None:
        super().__init__(
            Sentence(
                "{cinema} has no feed {number}. kinonah feeds list says which there are.", cinema=cinema, number=feed_id
            )
        )


class FeedAddressError(QuestionError):
    """An address that cannot be read on a timetable."""

    def __init__(self, sentence: str) -> None:
        super().__init__("url", sentence)


class FetchError(DataError):
    """What an address did instead of giving its document; the sentence says what to do."""
