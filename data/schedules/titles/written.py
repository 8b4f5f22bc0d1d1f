"""A title that is looked for, with what the book has near it."""

from functools import cached_property

from data.schedules.titles.book import KnownTitle, TitleBook
from data.schedules.titles.key import TitleKey, key_of
from data.schedules.titles.parts import parts_of
from data.schedules.titles.slips import alike


class Written:
    """A title as a cinema wrote it, taken apart; what is near it is looked up when it is first asked for."""

    def __init__(self, book: TitleBook, title: str) -> None:
        self.book, self.title = book, title
        self.key: TitleKey = key_of(title)
        self.parts = parts_of(self.key.title)

    @cached_property
    def neighbours(self) -> list[KnownTitle]:
        """Find the titles with the same numbers that begin or end alike."""
        return self.book.neighbours(self.key)

    @cached_property
    def alike(self) -> list[tuple[KnownTitle, float]]:
        """Find those of them that are spelled much like it, the best first, with how much in percent."""
        return alike(self.key, self.neighbours)
