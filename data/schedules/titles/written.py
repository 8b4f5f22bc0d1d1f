"""A title that is looked for, with what the book has near it."""

from dataclasses import dataclass
from functools import cached_property

from data.schedules.titles.book import KnownTitle, TitleBook
from data.schedules.titles.key import TitleKey, key_of
from data.schedules.titles.slips import alike


@dataclass(frozen=True)
class Written:
    """A title as a cinema wrote it; what is near it is looked up when it is first asked for."""

    book: TitleBook
    title: str

    @cached_property
    def key(self) -> TitleKey:
        """Take the title apart."""
        return key_of(self.title)

    @cached_property
    def neighbours(self) -> list[KnownTitle]:
        """Find the titles with the same numbers that begin or end alike."""
        return self.book.neighbours(self.key)

    @cached_property
    def alike(self) -> list[tuple[KnownTitle, float]]:
        """Find those of them that are spelled much like it, the best first, with how much in percent."""
        return alike(self.key, self.neighbours)
