"""The programme under construction: cinemas' rows are put in, and immutable Programmes are cut from it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from data.programme.arena import Arena
from data.programme.bill import Bill
from data.programme.facts import CinemaFacts, FilmDetails, VersionFacts
from data.programme.numbered import Numbered
from data.programme.programme import Programme
from data.programme.shelves import Shelves
from data.programme.stored import Stored
from data.versions.label import key_of, label_of
from data.versions.version import Version
from geo.atlas import make_atlas

Ints = NDArray[np.int64]
NO_FILM = -1


class Assembly:
    """Knows cinemas and films by their ids in the database, and gives everything its position."""

    def __init__(self, cinemas: Sequence[tuple[int, CinemaFacts]], films: Iterable[tuple[int, FilmDetails]]) -> None:
        lats, lons = (np.array([getattr(facts, axis) for _, facts in cinemas]) for axis in ("lat", "lon"))
        order, self._atlas = make_atlas(lats, lons)
        self._lats, self._lons = lats[order], lons[order]
        self._cinemas = [cinemas[i][1] for i in order]
        self._place_of = {cinemas[i][0]: place for place, i in enumerate(order)}
        self._cinema_by_slug = {facts.slug: place for place, facts in enumerate(self._cinemas)}
        self._zones = [ZoneInfo(facts.time_zone) for facts in self._cinemas]
        self._ranks = np.empty(len(cinemas), dtype=np.int64)
        self._ranks[[self._cinema_by_slug[slug] for slug in sorted(self._cinema_by_slug)]] = np.arange(len(cinemas))
        self._films: list[FilmDetails] = []
        self._film_of: dict[int, int] = {}
        self._places_by_film: list[NDArray[np.int32]] = []
        self._bills, self._versions = Numbered[Bill](), Numbered[Version]()
        self._format_sets, self._auditoriums = Numbered[tuple[str, ...]](), Numbered[str | None]()
        self._statuses = Numbered[str]()
        self._bill_start, self._bill_films = Arena(np.int32), Arena(np.int32)
        self._bill_start.append(np.zeros(1, dtype=np.int32))
        self._shelves = Shelves(len(cinemas))
        self.add_films(films)

    def add_films(self, films: Iterable[tuple[int, FilmDetails]]) -> None:
        """Take films in, by id; what is known of a film already is replaced."""
        self._films = list(self._films)
        for film_id, details in films:
            film = self._film_of.setdefault(film_id, len(self._films))
            if film == len(self._films):
                self._films.append(details)
                self._places_by_film.append(np.empty(0, dtype=np.int32))
            self._films[film] = details

    def put_rows(self, stored: Stored, cinema_ids: Collection[int]) -> None:
        """Put rows in place of all that the cinemas had. The films that they show have to be known."""
        places = np.array(sorted(self._place_of[cinema_id] for cinema_id in cinema_ids), dtype=np.int64)
        gone = {film for place in places.tolist() for film in self._films_at(place)}
        bill = self._numbers_of_bills(stored)[stored.bill]
        place = self._places_of_rows(stored, cinema_ids)
        self._shelves.replace(
            places,
            stored,
            place,
            bill=bill,
            version=self._numbers_of_versions(stored, bill),
            format_set=self._format_sets.numbers(stored.format_sets)[stored.format_set],
            auditorium=self._auditoriums.numbers(stored.auditoriums)[stored.auditorium],
            status=self._statuses.numbers(stored.statuses)[stored.status],
        )
        self._list_places(places, gone, self._places_by_shown_film(bill, place))

    def films_of(self, cinema_id: int) -> frozenset[int]:
        """Give the films that a cinema shows; -1 for a screening of none."""
        return frozenset(self._films_at(self._place_of[cinema_id]))

    def _films_at(self, place: int) -> list[int]:
        bills = self._shelves.bills_at(place)
        return [film for bill in set(bills.tolist()) for film in self._bills.values[bill].films or (NO_FILM,)]

    def _numbers_of_bills(self, stored: Stored) -> Ints:
        known = len(self._bills.values)
        numbers = self._bills.numbers(
            Bill(tuple(self._film_of[film_id] for film_id in one.film_ids), one.title) for one in stored.bills
        )
        films = [bill.films or (NO_FILM,) for bill in self._bills.values[known:]]
        ends = self._bill_films.size + np.cumsum([len(one) for one in films], dtype=np.int32)
        self._bill_start.append(ends.astype(np.int32))
        self._bill_films.append(np.array([film for one in films for film in one], dtype=np.int32))
        return numbers

    def _places_of_rows(self, stored: Stored, cinema_ids: Collection[int]) -> Ints:
        ids = np.sort(np.array(list(cinema_ids), dtype=np.int64))
        places = np.array([self._place_of[cinema_id] for cinema_id in ids.tolist()], dtype=np.int64)
        return places[np.searchsorted(ids, stored.cinema_id)]

    def _numbers_of_versions(self, stored: Stored, bill: Ints) -> Ints:
        """Fill in what follows from the languages of the films, once for each pair of bill and version."""
        pairs, pair = np.unique(bill * len(stored.versions) + stored.version, return_inverse=True)
        return self._versions.numbers(
            stored.versions[version].for_film(self._languages(bill))
            for bill, version in (divmod(one, len(stored.versions)) for one in pairs.tolist())
        )[pair]

    def _languages(self, bill: int) -> tuple[str, ...]:
        films = (self._films[film] for film in self._bills.values[bill].films)
        return tuple(dict.fromkeys(language for film in films for language in film.original_languages))

    def _places_by_shown_film(self, bill: Ints, place: Ints) -> dict[int, NDArray[np.int32]]:
        """Give the places, ascending, at which each film of these rows is shown."""
        width = max(1, len(self._cinemas))
        bills, places = np.divmod(np.unique(bill * width + place), width)
        starts, films = self._bill_start.view(), self._bill_films.view()
        sizes = starts[bills + 1] - starts[bills]
        at = np.repeat(starts[bills] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        shown, places = np.divmod(np.unique(films[at].astype(np.int64) * width + np.repeat(places, sizes)), width)
        found, firsts = np.unique(shown, return_index=True)
        runs = zip(found.tolist(), firsts.tolist(), [*firsts[1:].tolist(), shown.size], strict=False)
        return {film: places[begin:end].astype(np.int32) for film, begin, end in runs if film != NO_FILM}

    def _list_places(self, places: Ints, gone: set[int], shown: dict[int, NDArray[np.int32]]) -> None:
        """Bring the films' lists up to date: these places show these films now, and did show those that are gone."""
        none = np.empty(0, dtype=np.int32)
        self._places_by_film = list(self._places_by_film)
        for film in (gone | shown.keys()) - {NO_FILM}:
            before = self._places_by_film[film]
            kept = before[~np.isin(before, places)] if before.size else before
            self._places_by_film[film] = np.union1d(kept, shown.get(film, none)) if kept.size else shown.get(film, none)

    def describe_cinemas(self, cinemas: Iterable[tuple[int, CinemaFacts]]) -> None:
        """Take in what is new about cinemas; they stay where they are and keep their slugs."""
        self._cinemas = list(self._cinemas)
        for cinema_id, facts in cinemas:
            self._cinemas[self._place_of[cinema_id]] = facts

    @property
    def is_worn(self) -> bool:
        """Say whether so much was replaced that beginning anew saves memory."""
        return self._shelves.is_worn

    def cut(self, *, as_of: datetime | None, change_id: int, is_demo: bool) -> Programme:
        """Give the programme as it stands now; what is put in later does not show in it."""
        versions = [_facts_of(version) for version in self._versions.values]
        public = (
            (film, details)
            for film, details in enumerate(self._films)
            if not details.is_provisional or self._places_by_film[film].size
        )
        return Programme(
            cinemas=self._cinemas,
            cinema_by_slug=self._cinema_by_slug,
            zones=self._zones,
            lats=self._lats,
            lons=self._lons,
            atlas=self._atlas,
            ranks=self._ranks,
            films=self._films,
            film_by_slug={details.slug: film for film, details in public},
            places_by_film=self._places_by_film,
            versions=versions,
            version_keys=[
                key_of(version, facts.label) for version, facts in zip(self._versions.values, versions, strict=True)
            ],
            format_sets=tuple(self._format_sets.values),
            auditoriums=tuple(self._auditoriums.values),
            statuses=tuple(self._statuses.values),
            bills=self._bills.values,
            columns=self._shelves.columns(self._bill_start.view(), self._bill_films.view()),
            asides=self._shelves.asides(),
            all_places=np.arange(len(self._cinemas), dtype=np.int32),
            all_films=np.ones(len(self._films) + 1, dtype=np.bool_),
            all_versions=np.ones(len(versions), dtype=np.bool_),
            all_format_sets=np.ones(len(self._format_sets.values), dtype=np.bool_),
            as_of=as_of,
            change_id=change_id,
            is_demo=is_demo,
        )


def _facts_of(version: Version) -> VersionFacts:
    return VersionFacts(
        label=label_of(version),
        audio=version.audio,
        is_original=version.is_original,
        subtitles=version.subtitles,
        captions=version.captions,
        audio_description=version.audio_description,
    )
