"""Opponent: Redis: a geo set a film, a sorted set a film and cinema, in one pipeline; the exact order by pyproj."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
import redis

from data.programme.question import Question
from geo.distance import distances_m
from tests.bench.entries import Entry, FoundCinema, film_places, write_entries
from tests.bench.facts import Facts
from tests.bench.opponent import MissingError, Opponent, find_program, writing_opponent
from tests.bench.refine import nearest_of
from tests.bench.wanted import Wanted, read_question
from tests.bench.worlds import World

_WHOLE_EARTH_M = 20_100_000.0
# It orders on a sphere, and some cinemas show nothing in the window: more than asked for, and again where too few.
_FIRST_COUNT, _GROWTH = 40, 4
# Tens of milliseconds a question without a radius: so slow that it is asked only some of them.
_EVERY = {"world": 4}
# Distances on the sphere are up to 0.6 % off, the last one's and those of what comes after it.
_SPHERE = 0.985
_PORTION = 5_000
_read, _write = msgspec.msgpack.Decoder(Entry).decode, msgspec.msgpack.Encoder().encode


class _Store:
    """The open connection."""

    def __init__(self, client: redis.Redis, world: World, facts: Facts) -> None:
        self.client, self.world, self.facts = client, world, facts
        films, cinemas = film_places(world)
        with client.pipeline(transaction=False) as pipe:
            places = zip(films.tolist(), cinemas.tolist(), strict=True)
            for number, (film, cinema) in enumerate(places, start=1):
                pipe.geoadd(f"f:{film}", (float(world.lons[cinema]), float(world.lats[cinema]), cinema))
                if number % _PORTION == 0:
                    pipe.execute()
            groups = groupby(write_entries(world, facts), key=lambda entry: (entry.film, entry.cinema))
            for number, ((film, cinema), entries) in enumerate(groups, start=1):
                pipe.zadd(f"s:{film}:{cinema}", {_write(entry): entry.minute for entry in entries})
                if number % _PORTION == 0:
                    pipe.execute()
            pipe.execute()

    def find(self, question: Question) -> list[FoundCinema]:
        wanted = read_question(self.facts, question)
        reach_m = wanted.within_m or _WHOLE_EARTH_M
        count = _FIRST_COUNT
        while True:
            near = self._near(wanted, reach_m * 1.006, count)
            shown = self._shown(wanted, near)
            cinemas, metres = nearest_of(self.world, wanted, np.array(sorted(shown), dtype=np.int32), reach_m)
            if len(near) < count or (cinemas.size == wanted.limit and metres[-1] <= self._surely_m(wanted, near[-1])):
                nearest = zip(cinemas.tolist(), metres.tolist(), strict=True)
                return [FoundCinema(cinema, far, shown[cinema]) for cinema, far in nearest]
            count *= _GROWTH

    def _surely_m(self, wanted: Wanted, last: bytes) -> float:
        """Give a distance within which lies nothing beyond the last one by Redis' order."""
        cinema = np.array([int(last)])
        metres = distances_m(wanted.here, self.world.lats[cinema], self.world.lons[cinema])
        return float(metres[0]) * _SPHERE

    def _near(self, wanted: Wanted, reach_m: float, count: int) -> list[bytes]:
        here = wanted.here
        found: list[bytes] = self.client.geosearch(
            f"f:{wanted.film}", longitude=here.lon, latitude=here.lat, radius=reach_m, sort="ASC", count=count
        )
        return found

    def _shown(self, wanted: Wanted, near: list[bytes]) -> dict[int, list[Entry]]:
        with self.client.pipeline(transaction=False) as pipe:
            for cinema in near:
                key = f"s:{wanted.film}:{cinema.decode()}"
                pipe.zrange(key, wanted.from_minute, wanted.until_minute - 1, byscore=True)
            answers = pipe.execute()
        shown = {}
        for cinema, blobs in zip(near, answers, strict=True):
            entries = [_read(blob) for blob in blobs]
            entries = [entry for entry in entries if not wanted.versions or entry.version in wanted.versions]
            if entries:
                shown[int(cinema)] = sorted(entries, key=lambda entry: (entry.minute, entry.id))
        return shown


@contextmanager
def open_redis(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:
    """Start a server on a socket in the folder, fill it, end it. Raises MissingError."""
    program = find_program("redis-server", "redis-server")
    socket = folder / "redis.sock"
    settings = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(folder)]
    server = subprocess.Popen([program, *settings], stdout=subprocess.DEVNULL)
    try:
        with redis.Redis(unix_socket_path=str(socket)) as client:
            _wait_for(socket)
            find = _Store(client, world, facts).find
            yield writing_opponent("Redis GEOSEARCH + pipeline", facts, find, every=_EVERY.get(world.name, 1))
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for(socket: Path) -> None:
    ends = time.monotonic() + 20
    while not socket.exists():
        if time.monotonic() > ends:
            raise MissingError("Redis did not start.")
        time.sleep(0.05)
