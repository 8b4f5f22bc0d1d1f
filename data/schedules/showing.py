"""A screening while schedules are compared: as a row of a file means it, and as it is published already."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from data.text import folded
from data.versions.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What is shown, when and how. `films` are slugs; `starts_at` is UTC; `status` null: the file does not say.

    `own_id` is the screening's, where a file that we gave out names it; it does not count when two are compared.
    """

    starts_at: datetime
    programme_on: date
    films: tuple[str, ...]
    title: str
    version: Version
    label_raw: str = ""
    formats: tuple[str, ...] = ()
    auditorium: str | None = None
    booking_url: str | None = None
    status: str | None = None
    source_id: str | None = None
    own_id: int | None = field(default=None, compare=False)

    @property
    def work(self) -> tuple[str, ...]:
        """What it shows: its films, or the words on the sheet where it names none."""
        return self.films or (folded(self.title),)

    @property
    def room(self) -> str:
        """Its auditorium, however the name is spelled; empty where none is named."""
        return folded(self.auditorium or "")

    @property
    def itself(self) -> tuple[object, ...]:
        """All that two rows say alike which say the same twice: all but the link, and the words for the version."""
        shown = (self.starts_at, self.programme_on, self.films, self.title, self.version, self.formats)
        return (*shown, self.auditorium, self.status, self.source_id)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a screening stands in a programme: its start (UTC) and its auditorium."""

    starts_at: datetime
    auditorium: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a file that is understood."""

    row: int
    showing: Showing


@dataclass(frozen=True, slots=True)
class Published:
    """A screening that the database holds. `status_by_hand` is what a person made of it, if anybody did.

    `moved_from` is where it was before a person moved it, if anybody did.
    """

    id: int
    showing: Showing
    status_by_hand: str | None = None
    moved_from: Slot | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What could be read of a row that is an error: null where nothing could. `on` and `clock` are local.

    `evening_on` is its evening, where the row says that: then the night after it is meant too.
    """

    on: date | None
    clock: time | None
    work: tuple[str, ...] | None
    evening_on: date | None = None
