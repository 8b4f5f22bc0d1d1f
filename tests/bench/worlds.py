"""Seeded synthetic worlds: cinemas around cities, films by popularity, screenings; numpy columns and nothing else."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

# A Sunday evening in Europe: the moment of all questions.
NOW = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
DAYS = 14
LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "ko", "tr")
LABELS = ("DF", "OmU", "OV", "OmeU", "DE")
KM_PER_DEGREE = 111.2

_LANGUAGE_SHARES = (0.5, 0.2, 0.1, 0.06, 0.05, 0.04, 0.03, 0.02)
_LABEL_SHARES = (0.5, 0.22, 0.14, 0.09, 0.05)
_HOUSEMATES = 50
_FORMAT_BITS, _FORMAT_SHARES = (0, 1, 2, 4, 8, 3), (0.8, 0.1, 0.04, 0.03, 0.01, 0.02)
_ZONES_BY_HOUR = {
    -11: "Pacific/Pago_Pago", -10: "Pacific/Honolulu", -9: "America/Anchorage", -8: "America/Los_Angeles",
    -7: "America/Denver", -6: "America/Chicago", -5: "America/New_York", -4: "America/Halifax",
    -3: "America/Sao_Paulo", -2: "America/Noronha", -1: "Atlantic/Azores", 0: "Europe/London", 1: "Europe/Berlin",
    2: "Europe/Athens", 3: "Europe/Istanbul", 4: "Asia/Dubai", 5: "Asia/Karachi", 6: "Asia/Dhaka",
    7: "Asia/Bangkok", 8: "Asia/Shanghai", 9: "Asia/Tokyo", 10: "Australia/Brisbane", 11: "Pacific/Guadalcanal",
    12: "Pacific/Fiji",
}  # fmt: skip

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a world is, and where: `box` is south, west, north, east; cities are `spread_km` wide."""

    cinemas: int
    screenings: int
    films: int
    cities: int
    box: tuple[float, float, float, float]
    spread_km: float
    is_one_zone: bool = True


SIZES = {
    "city": Size(
        cinemas=60, screenings=12_000, films=120, cities=1, box=(52.45, 13.3, 52.55, 13.5), spread_km=7
    ),
    "country": Size(
        cinemas=1_700, screenings=400_000, films=600, cities=500, box=(47.5, 6.5, 54.5, 14.5), spread_km=4
    ),
    "world": Size(
        cinemas=120_000, screenings=10_000_000, films=3_000, cities=5_000, box=(-50, -179, 65, 179), spread_km=8,
        is_one_zone=False,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Cities (lat, lon, share of people), cinemas, films, and screenings sorted by cinema and start.

    `zone` is a position in `zones`; `language` one in LANGUAGES; `label` one in LABELS; `second` is a double feature's
    other film, -1 for none; `evening` an ordinal date; `formats` a set of bits; a screening's id is its row + 1.
    """

    name: str
    spread_km: float
    zones: tuple[str, ...]
    city_lats: NDArray[np.float64]
    city_lons: NDArray[np.float64]
    city_shares: NDArray[np.float64]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    zone: Ints
    language: Ints
    film_shares: NDArray[np.float64]
    cinema: Ints
    minute: NDArray[np.int64]
    evening: Ints
    film: Ints
    second: Ints
    label: Ints
    formats: Ints
    auditorium: Ints
    is_booked: NDArray[np.bool_]
    is_sold_out: NDArray[np.bool_]


def make_world(name: str) -> World:
    """Make the world of a name in SIZES, the same one every time."""
    return world_of(name, SIZES[name])


def world_of(name: str, size: Size) -> World:
    """Make a world of a size, the same one every time."""
    chance = np.random.default_rng(20261122)
    south, west, north, east = size.box
    city_lats, city_lons = chance.uniform(south, north, size.cities), chance.uniform(west, east, size.cities)
    city_shares = _zipf(size.cities)
    city = chance.choice(size.cities, size.cinemas, p=city_shares)
    lats, lons = scatter(chance, city_lats[city], city_lons[city], size.spread_km)
    # Two cinemas in one house: equally far from everywhere.
    for degrees in (lats, lons):
        degrees[1::_HOUSEMATES] = degrees[:-1:_HOUSEMATES]
    hours = np.full(size.cinemas, 1) if size.is_one_zone else np.clip(np.round(lons / 15), -11, 12).astype(int)
    film_shares = _zipf(size.films)
    n = size.screenings
    cinema = np.sort(chance.integers(0, size.cinemas, n, dtype=np.int32))
    day = chance.integers(0, DAYS, n)
    local = _local_minutes(chance, n)
    ahead = np.array([_minutes_ahead(zone) for zone in _ZONES_BY_HOUR.values()])
    zone = np.searchsorted(list(_ZONES_BY_HOUR), hours).astype(np.int32)
    minute = (int(NOW.timestamp()) // 86_400 + day) * 1_440 + local - ahead[zone[cinema]]
    order = np.lexsort((minute, cinema))
    second = np.where(chance.random(n) < 0.01, chance.choice(size.films, n, p=film_shares), -1).astype(np.int32)
    film = chance.choice(size.films, n, p=film_shares).astype(np.int32)
    return World(
        name=name,
        spread_km=size.spread_km,
        zones=tuple(_ZONES_BY_HOUR.values()),
        city_lats=city_lats,
        city_lons=city_lons,
        city_shares=city_shares,
        lats=lats,
        lons=lons,
        zone=zone,
        language=_draw(chance, range(len(LANGUAGES)), _LANGUAGE_SHARES, size.films),
        film_shares=film_shares,
        cinema=cinema,
        minute=minute[order],
        evening=(NOW.toordinal() + day[order]).astype(np.int32),
        film=film,
        second=np.where(second == film, -1, second),
        label=_draw(chance, range(len(LABELS)), _LABEL_SHARES, n),
        formats=_draw(chance, _FORMAT_BITS, _FORMAT_SHARES, n),
        auditorium=chance.integers(0, 9, n, dtype=np.int32),
        is_booked=chance.random(n) < 0.7,
        is_sold_out=chance.random(n) < 0.02,
    )


def scatter(
    chance: np.random.Generator, lats: NDArray[np.float64], lons: NDArray[np.float64], spread_km: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Move positions about, normally distributed; to six decimals, as catalogues write them."""
    north, east = chance.normal(0, spread_km / KM_PER_DEGREE, (2, lats.size))
    moved = lons + east / np.cos(np.radians(lats))
    return np.round(lats + north, 6), np.round((moved + 180) % 360 - 180, 6)


def _zipf(n: int) -> NDArray[np.float64]:
    weights = 1 / np.arange(1, n + 1)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _draw(chance: np.random.Generator, values: range | tuple[int, ...], shares: tuple[float, ...], n: int) -> Ints:
    return chance.choice(np.array(values, dtype=np.int32), n, p=shares)


def _local_minutes(chance: np.random.Generator, n: int) -> NDArray[np.int64]:
    """Draw starts of a day: most in the evening, in steps of five minutes, from 10:00 until after midnight."""
    drawn = np.clip(chance.normal(19 * 60, 150, n), 10 * 60, 24 * 60 + 60)
    return np.asarray(drawn // 5 * 5, dtype=np.int64)


def _minutes_ahead(zone: str) -> int:
    offset = NOW.astimezone(ZoneInfo(zone)).utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)
