"""The programme under construction: cinemas' rows are put in, and immutable Programmes are cut from it."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.programme.access import what_cinemas_have
from data.programme.assembly.numbered import Numbered, distinct_of
from data.programme.assembly.phrasebook import Phrasebook
from data.programme.assembly.shelves import Rows, Shelves
from data.programme.bill import Bill
from data.programme.facts import CinemaFacts, FilmDetails, VersionFacts
from data.programme.film_lookup import FilmLookup
from data.programme.kernel.clocks import clocks_of
from data.programme.kernel.columns import NO_FILM, Kind, Places, from_their_first_row, some_of
from data.programme.kernel.matching import EPOCH_DAY, MINUTES_A_DAY
from data.programme.moved import Moved
from data.programme.programme import Programme
from data.programme.stored.stored import Stored
from data.versions.label import key_of, label_of
from data.versions.version import Version
from geo.area import Areas
from geo.atlas import make_atlas

Ints = NDArray[np.int64]
# Real programmes have some hundred kinds.
MOST_KINDS = 1 << 16
NOTHING_MOVED = Moved()
NOWHERE = from_their_first_row(np.empty(0, dtype=np.int32))


class Assembly:
    """Knows cinemas and films by their ids in the database, and gives everything its position."""

    def __init__(
        self,
        cinemas: Sequence[tuple[int, CinemaFacts]],
        films: Iterable[tuple[int, FilmDetails]],
        areas: Areas,
        moved: Moved = NOTHING_MOVED,
        film_lookup: FilmLookup | None = None,
    ) -> None:
        lats, lons = (np.array([getattr(facts, axis) for _, facts in cinemas]) for axis in ("lat", "lon"))
        order, self._atlas = make_atlas(lats, lons)
        self._lats, self._lons = lats[order], lons[order]
        self.areas = areas
        self._places_by_area = [areas.holding(area, self._lats, self._lons) for area in range(len(areas))]
        self._cinemas = [cinemas[i][1] for i in order]
        self._place_of = {cinemas[i][0]: place for place, i in enumerate(order)}
        self._cinema_by_slug = {facts.slug: place for place, facts in enumerate(self._cinemas)}
        self._zones = [ZoneInfo(facts.time_zone) for facts in self._cinemas]
        self._ranks = np.empty(len(cinemas), dtype=np.int64)
        self._ranks[[self._cinema_by_slug[slug] for slug in sorted(self._cinema_by_slug)]] = np.arange(len(cinemas))
        self._cinemas_have = what_cinemas_have(self._cinemas)
        self._closed_days: dict[int, Mapping[date, str | None]] = {}
        self._published_at: dict[int, datetime] = {}
        self._moved = moved
        self._films: list[FilmDetails] = []
        self._film_of: dict[int, int] = {}
        self._places_by_film: list[Places] = []
        self._bills, self._versions = Numbered[Bill](), Numbered[VersionFacts]()
        self._format_sets, self._auditoriums = Numbered[tuple[str, ...]](), Numbered[str | None]()
        self._statuses = Numbered[str]()
        self._kinds = Numbered[Kind]()
        self._phrasebook = Phrasebook()
        self._phrasebook.add_cinemas(self._cinemas)
        self._clocks = clocks_of(self._zones)
        self._film_pieces: list[bytes] = []
        self._film_ranks = np.empty(0, dtype=np.int64)
        self._film_lookup = film_lookup or FilmLookup()
        self._screening_counts = np.zeros(len(cinemas), dtype=np.int64)
        self._shelves = Shelves(len(cinemas))
        self.add_films(films)

    def add_films(self, films: Iterable[tuple[int, FilmDetails]]) -> None:
        """Take films in, by id; what is known of a film already is replaced."""
        self._films, self._film_pieces = list(self._films), list(self._film_pieces)
        for film_id, details in films:
            film = self._film_of.setdefault(film_id, len(self._films))
            if film == len(self._films):
                self._films.append(details)
                self._film_pieces.append(b"")
                self._places_by_film.append(NOWHERE)
            self._films[film] = details
            self._film_pieces[film] = _entry(details.slug, details.brief())
        by_slug = sorted(range(len(self._films)), key=lambda film: self._films[film].slug)
        self._film_ranks = np.empty(len(by_slug), dtype=np.int64)
        self._film_ranks[by_slug] = np.arange(len(by_slug))

    def put_rows(self, stored: Stored, cinema_ids: Collection[int]) -> None:
        """Put rows in place of all that the cinemas had. The films that they show have to be known."""
        places = np.array(sorted(self._place_of[cinema_id] for cinema_id in cinema_ids), dtype=np.int64)
        gone = {film for place in places.tolist() for film in self._shelves.films_at(place).tolist()}
        known = (self._bills.count, self._kinds.count, self._auditoriums.count, self._statuses.count)
        self._shelves.replace(places, self._rows_of(stored, cinema_ids), len(self._films))
        self._find_words(*known)
        self._list_places(places, gone)
        self._screening_counts = self._screening_counts.copy()
        self._screening_counts[places] = 0
        np.add.at(self._screening_counts, self._places_of(stored.cinema_id, cinema_ids), 1)

    def knows(self, cinema_id: int) -> bool:
        """Say whether a cinema has its place."""
        return cinema_id in self._place_of

    def knows_film(self, film_id: int) -> bool:
        """Say whether a film has its position."""
        return film_id in self._film_of

    def films_of(self, cinema_id: int) -> frozenset[int]:
        """Give the films that a cinema shows; -1 for a screening of none."""
        return frozenset(self._shelves.films_at(self._place_of[cinema_id]).tolist())

    def _find_words(self, bills: int, kinds: int, auditoriums: int, statuses: int) -> None:
        """Find words for what has come in since so many were known."""
        book = self._phrasebook
        book.add_bills(self._bills.values[bills:], self._films)
        book.add_kinds(
            (self._key_of(kind.version), self._format_sets.values[kind.format_set])
            for kind in self._kinds.values[kinds:]
        )
        book.add_auditoriums(self._auditoriums.values[auditoriums:])
        book.add_statuses(self._statuses.values[statuses:])

    def _key_of(self, number: int) -> str:
        facts = self._versions.values[number]
        return key_of(facts.version, facts.label)

    def _rows_of(self, stored: Stored, cinema_ids: Collection[int]) -> Rows:
        bills = self._bills.numbers(
            Bill(tuple(self._film_of[film_id] for film_id in one.film_ids), one.title) for one in stored.bills
        )
        places = self._places_of(stored.cinema_id, cinema_ids)
        kind = self._kinds_of(stored, bills, places)
        films = [tuple(dict.fromkeys(self._bills.values[bill].films)) or (NO_FILM,) for bill in bills.tolist()]
        starts = np.cumsum([0, *map(len, films)])
        flat = np.array([film for one in films for film in one], dtype=np.int64)
        sizes = np.diff(starts)[stored.bill]
        source = np.repeat(np.arange(stored.id.size), sizes)
        nth = np.arange(source.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return Rows(
            place=places[source],
            film=flat[starts[stored.bill[source]] + nth],
            minute=stored.minute[source],
            kind=kind[source],
            id=stored.id[source],
            bill=bills[stored.bill[source]],
            auditorium=self._auditoriums.numbers(stored.auditoriums)[stored.auditorium[source]],
            status=self._statuses.numbers(stored.statuses)[stored.status[source]],
            source=source,
            link_at=stored.link_at,
            links=stored.links,
        )

    def _places_of(self, ids: Ints, cinema_ids: Collection[int]) -> Ints:
        known = np.sort(np.array(list(cinema_ids), dtype=np.int64))
        places = np.array([self._place_of[cinema_id] for cinema_id in known.tolist()], dtype=np.int64)
        return places[np.searchsorted(known, ids)]

    def _kinds_of(self, stored: Stored, bills: Ints, places: Ints) -> Ints:
        """Number the kinds; a version is filled in with what follows from the languages of the films.

        Its label is that of the country: what stands at the door.
        """
        known = Numbered[str]()
        countries = np.zeros(len(self._cinemas), dtype=np.int64)
        shown_at = np.unique(places)
        countries[shown_at] = known.numbers(self._cinemas[place].country for place in shown_at.tolist())
        spoken = Numbered[tuple[str, ...]]()
        languages = spoken.numbers(self._languages(bill) for bill in bills.tolist())
        shift = stored.evening - EPOCH_DAY - stored.minute // MINUTES_A_DAY
        shape = (spoken.count, known.count, len(stored.versions), len(stored.format_sets), 1 << 8)
        parts = (languages[stored.bill], countries[places], stored.version, stored.format_set, shift + (1 << 7))
        distinct, positions = distinct_of(np.ravel_multi_index(parts, shape), math.prod(shape))
        format_sets = self._format_sets.numbers(stored.format_sets)
        numbers = [
            self._kinds.number(
                Kind(
                    self._versions.number(
                        _facts_of(stored.versions[version].for_film(spoken.values[language]), known.values[country])
                    ),
                    int(format_sets[format_set]),
                    int(shifted) - (1 << 7),
                )
            )
            for language, country, version, format_set, shifted in zip(*np.unravel_index(distinct, shape), strict=True)
        ]
        if self._kinds.count > MOST_KINDS:
            raise OverflowError(f"More than {MOST_KINDS} combinations of version and formats do not fit the columns.")
        return np.array(numbers, dtype=np.int64)[positions]

    def _languages(self, bill: int) -> tuple[str, ...]:
        films = (self._films[film] for film in self._bills.values[bill].films)
        return tuple(dict.fromkeys(language for film in films for language in film.original_languages))

    def _list_places(self, places: Ints, gone: set[int]) -> None:
        """Bring the films' lists up to date: what these places show now, and no more of what they did."""
        shown = self._shelves.runs(places)
        stays_there = np.ones(len(self._cinemas), dtype=np.bool_)
        stays_there[places] = False
        self._places_by_film = list(self._places_by_film)
        for film in (gone | shown.keys()) - {NO_FILM}:
            before, now = self._places_by_film[film], shown.get(film, NOWHERE)
            stays = some_of(before, stays_there[before.place])
            # Stable: what is two ascending runs is merged in one go.
            order = np.concatenate([stays.place, now.place]).argsort(kind="stable")
            self._places_by_film[film] = Places(
                np.concatenate([stays.place, now.place])[order],
                np.concatenate([stays.offset, now.offset])[order],
                np.concatenate([stays.days, now.days])[order],
            )

    def describe_cinemas(self, cinemas: Iterable[tuple[int, CinemaFacts]]) -> None:
        """Take in what is new about cinemas; they stay where they are and keep their slugs."""
        self._cinemas, self._cinemas_have = list(self._cinemas), self._cinemas_have.copy()
        for cinema_id, facts in cinemas:
            place = self._place_of[cinema_id]
            self._cinemas[place], self._cinemas_have[place] = facts, what_cinemas_have([facts])[0]
            self._phrasebook.replace_cinema(place, facts)

    def close(self, days: Mapping[int, Mapping[date, str | None]], cinema_ids: Collection[int]) -> None:
        """Put closed days, by cinema, in place of all that the cinemas had."""
        self._closed_days = dict(self._closed_days)
        for cinema_id in cinema_ids:
            self._closed_days.pop(self._place_of[cinema_id], None)
            if cinema_id in days:
                self._closed_days[self._place_of[cinema_id]] = days[cinema_id]

    def note_published(self, moments: Mapping[int, datetime], cinema_ids: Collection[int]) -> None:
        """Take in when cinemas last published, by cinema; who is not named has nothing published."""
        told = {self._place_of[cinema_id]: moments.get(cinema_id) for cinema_id in cinema_ids}
        self._published_at = {place: at for place, at in (self._published_at | told).items() if at}

    @property
    def is_worn(self) -> bool:
        """Say whether so much was replaced that beginning anew saves memory."""
        return self._shelves.is_worn

    def cut(self, *, as_of: datetime | None, change_id: int, is_demo: bool) -> Programme:
        """Give the programme as it stands now; what is put in later does not show in it."""
        versions = list(self._versions.values)
        keys = [key_of(facts.version, facts.label) for facts in versions]
        public = (
            (film, details)
            for film, details in enumerate(self._films)
            if not details.is_provisional or self._places_by_film[film].place.size
        )
        return Programme(
            cinemas=self._cinemas,
            cinema_by_slug=self._cinema_by_slug,
            closed_days=self._closed_days,
            published_at=self._published_at,
            zones=self._zones,
            lats=self._lats,
            lons=self._lons,
            atlas=self._atlas,
            areas=self.areas,
            places_by_area=self._places_by_area,
            ranks=self._ranks,
            cinemas_have=self._cinemas_have,
            films=self._films,
            film_by_slug={details.slug: film for film, details in public},
            places_by_film=self._places_by_film,
            versions=versions,
            version_keys=keys,
            format_sets=tuple(self._format_sets.values),
            auditoriums=tuple(self._auditoriums.values),
            statuses=tuple(self._statuses.values),
            bills=self._bills.values,
            kinds=tuple(self._kinds.values),
            version_of_kind=np.array([kind.version for kind in self._kinds.values], dtype=np.int64),
            format_set_of_kind=np.array([kind.format_set for kind in self._kinds.values], dtype=np.int64),
            columns=self._shelves.columns(np.array([kind.evening for kind in self._kinds.values], dtype=np.int8)),
            asides=self._shelves.asides(),
            wording=self._phrasebook.wording(),
            clocks=self._clocks,
            film_ranks=self._film_ranks,
            film_lookup=self._film_lookup,
            film_pieces=self._film_pieces,
            version_pieces=[_entry(key, facts) for key, facts in zip(keys, versions, strict=True)],
            all_places=from_their_first_row(np.arange(len(self._cinemas), dtype=np.int32)),
            all_films=np.ones(len(self._films) + 1, dtype=np.bool_),
            all_kinds=np.ones(len(self._kinds.values), dtype=np.bool_),
            screening_count=int(self._screening_counts.sum()),
            as_of=as_of,
            change_id=change_id,
            is_demo=is_demo,
            moved=self._moved,
        )


def _entry(key: str, value: object) -> bytes:
    """Write a member of a JSON object."""
    return msgspec.json.encode(key) + b":" + msgspec.json.encode(value)


def _facts_of(version: Version, country: str) -> VersionFacts:
    return VersionFacts.of(version, label_of(version, country))
