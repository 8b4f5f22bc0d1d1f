"""The pieces of JSON that a programme's answers are put together from, made as cinemas, films and kinds come in."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from data.programme.assembly.arena import Arena
from data.programme.bill import Bill
from data.programme.facts import CinemaFacts, FilmDetails
from data.programme.kernel.wording import Phrases, Wording

# What runs before a film where its cinema says nothing else, an estimate (minutes).
USUAL_ADVERTISING_MINUTES = 20


class Phrasebook:
    """Grows with the programme; a Wording taken from it stays as it was."""

    def __init__(self) -> None:
        self._text = Arena(np.uint8)
        self._cinemas, self._bills, self._kinds = (Phrases(self._text) for _ in range(3))
        self._auditoriums, self._statuses = (Phrases(self._text) for _ in range(2))
        self._bill_minutes, self._advertising_minutes = (np.empty(0, dtype=np.int64) for _ in range(2))

    def add_cinemas(self, cinemas: Iterable[CinemaFacts]) -> None:
        """Take in cinemas by place."""
        known = list(cinemas)
        self._cinemas.extend(map(_cinema, known))
        minutes = np.array([advertising_minutes_of(facts) for facts in known], dtype=np.int64)
        self._advertising_minutes = np.concatenate([self._advertising_minutes, minutes])

    def replace_cinema(self, place: int, facts: CinemaFacts) -> None:
        """Take in what is new about a cinema."""
        self._cinemas.replace([place], [_cinema(facts)])
        # Programmes cut before go on with what they were told.
        self._advertising_minutes = self._advertising_minutes.copy()
        self._advertising_minutes[place] = advertising_minutes_of(facts)

    def add_bills(self, bills: Sequence[Bill], films: Sequence[FilmDetails]) -> None:
        """Take in the next bills; `films` are all of the programme."""
        self._bills.extend(_bill(bill, films) for bill in bills)
        minutes = np.array([minutes_of([films[film] for film in bill.films]) for bill in bills], dtype=np.int64)
        self._bill_minutes = np.concatenate([self._bill_minutes, minutes])

    def add_kinds(self, kinds: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Take in the next kinds, as keys of versions and formats."""
        self._kinds.extend(
            b'","version":' + _json(version) + b',"formats":' + _json(formats) + b',"auditorium":'
            for version, formats in kinds
        )

    def add_auditoriums(self, names: Iterable[str | None]) -> None:
        """Take in the next auditoriums."""
        self._auditoriums.extend(_json(name) + b',"booking_url":' for name in names)

    def add_statuses(self, statuses: Iterable[str]) -> None:
        """Take in the next statuses."""
        self._statuses.extend(b',"status":' + _json(status) + b"}" for status in statuses)

    def wording(self) -> Wording:
        """Give all that is known now."""
        return Wording(
            self._text.view(),
            *(self._cinemas.begin, self._cinemas.end),
            *(self._bills.begin, self._bills.end),
            *(self._kinds.begin, self._kinds.end),
            *(self._auditoriums.begin, self._auditoriums.end),
            *(self._statuses.begin, self._statuses.end),
            self._bill_minutes,
            self._advertising_minutes,
        )


def minutes_of(films: Sequence[FilmDetails]) -> int:
    """Say how long films take one after the other; 0 where a length is unknown, or all films."""
    lengths = [film.minutes for film in films]
    return sum(length or 0 for length in lengths) if all(lengths) else 0


def advertising_minutes_of(cinema: CinemaFacts) -> int:
    """Estimate what runs before a film at a cinema."""
    said = cinema.advertising_minutes
    return USUAL_ADVERTISING_MINUTES if said is None else said


def _cinema(facts: CinemaFacts) -> bytes:
    return b'{"cinema":' + _json(facts) + b',"distance_m":'


def _bill(bill: Bill, films: Sequence[FilmDetails]) -> bytes:
    slugs = [films[film].slug for film in bill.films]
    return b'","films":' + _json(slugs) + b',"title":' + _json(bill.title) + b',"starts_at":"'


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
