"""What can be wrong with one value of a catalogue file; a Problem is made of it, so it never leaves the package."""

from data.errors import DataError


class ValueUnreadableError(DataError):
    """A value that cannot be read; `code` names the kind of problem, the sentence says what to write instead."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
