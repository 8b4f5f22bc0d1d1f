"""Opponent: shapely's STRtree a film, windows by binary search in one sorted column, the exact order by pyproj."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from shapely import STRtree, box, points

from data.programme.question import Question
from tests.bench.entries import Entry, FoundCinema, entries_at, film_places, make_entries
from tests.bench.facts import Facts
from tests.bench.opponent import Opponent, writing_opponent
from tests.bench.refine import boxes_around, nearest_of, reaches_m
from tests.bench.wanted import Wanted, read_question
from tests.bench.worlds import World


class _Trees:
    """For each film, a tree over the cinemas that show it; all entries by film, cinema and minute."""

    def __init__(self, world: World, facts: Facts) -> None:
        self.world, self.facts = world, facts
        entries = make_entries(world)
        self.films, self.rows = entries.film, entries.row
        places, self.cinemas = film_places(world)
        first = world.film[self.rows]
        self.versions = facts.version_of[world.language[first], world.label[self.rows]]
        cinemas = world.cinema[self.rows]
        changes = (np.diff(self.films) != 0) | (np.diff(cinemas) != 0)
        self.keys = np.concatenate([[0], np.cumsum(changes)]) << 32 | world.minute[self.rows]
        self.starts = np.searchsorted(places, np.arange(world.film_shares.size + 1))
        self.trees = [
            STRtree(points(world.lons[self.cinemas[begin:end]], world.lats[self.cinemas[begin:end]]))
            for begin, end in zip(self.starts[:-1], self.starts[1:], strict=True)
        ]

    def find(self, question: Question) -> list[FoundCinema]:
        wanted = read_question(self.facts, question)
        for reach_m in reaches_m(wanted.within_m):
            places, spans = self._showing(wanted, reach_m)
            cinemas, metres = nearest_of(self.world, wanted, self.cinemas[places], reach_m)
            if cinemas.size == wanted.limit:
                break
        span_of = dict(zip(self.cinemas[places].tolist(), spans, strict=True))
        nearest = zip(cinemas.tolist(), metres.tolist(), strict=True)
        return [FoundCinema(cinema, far, self._entries(wanted, span_of[cinema])) for cinema, far in nearest]

    def _showing(self, wanted: Wanted, reach_m: float) -> tuple[NDArray[np.intp], list[NDArray[np.intp]]]:
        """Give the places within boxes that show the film in the window, by cinema, and their entries."""
        tree = self.trees[wanted.film]
        hits = [
            tree.query(box(west, south, east, north)) for south, west, north, east in boxes_around(wanted.here, reach_m)
        ]
        places = np.sort(np.concatenate(hits)) + self.starts[wanted.film]
        begins = np.searchsorted(self.keys, places << 32 | wanted.from_minute)
        ends = np.searchsorted(self.keys, places << 32 | wanted.until_minute)
        kept = ends > begins
        if not wanted.versions:
            return places[kept], [np.arange(b, e) for b, e in zip(begins[kept], ends[kept], strict=True)]
        spans = [np.arange(b, e) for b, e in zip(begins[kept], ends[kept], strict=True)]
        spans = [span[np.isin(self.versions[span], wanted.versions)] for span in spans]
        matching = np.array([span.size > 0 for span in spans], dtype=np.bool_)
        return places[kept][matching], [span for span in spans if span.size]

    def _entries(self, wanted: Wanted, span: NDArray[np.intp]) -> list[Entry]:
        films = np.full(span.size, wanted.film, dtype=np.int32)
        return list(entries_at(self.world, self.facts, films, self.rows[span]))


@contextmanager
def open_strtree(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:  # noqa: ARG001 (an Opening's)
    """Plant the trees."""
    yield writing_opponent("shapely STRtree + pyproj", facts, _Trees(world, facts).find)
