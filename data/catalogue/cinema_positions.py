"""What only the whole file shows of its positions: given to several houses, or rounded until nobody finds the door."""

from collections import defaultdict
from collections.abc import Iterable

from data.catalogue.cinema_rows import CinemaRow
from data.catalogue.report import Findings
from data.text import folded, slug_of
from geo.point import Point

MANY_HOUSES = 3
# Words that many houses have in their names.
_GENERIC = {
    *("kino", "kinos", "cinema", "cine", "filmtheater", "theater", "theatre", "freiluftkino", "open", "air"),
    *("im", "am", "an", "der", "die", "the"),
}
_NAMED = 8
_DUMMY = (
    "{count} cinemas of different names or addresses stand at exactly the same position: {names}. It is a placeholder, "
    "such as the middle of a city. Look each of them up."
)
_SHARED = (
    "{count} cinemas of like names stand at exactly the same position: {names}. If they are one house, merge them: "
    "kinonah cinemas duplicates."
)
_DECIMALS = 2


def warn_of_doubtful_positions(rows: list[CinemaRow], findings: Findings) -> None:
    """Warn of each row whose exact position other houses have, or that says no more than which part of a city."""
    together: dict[Point, list[CinemaRow]] = defaultdict(list)
    for row in rows:
        together[row.point].append(row)
    for point, houses in together.items():
        if len(houses) >= MANY_HOUSES or _addresses(houses) > 1:
            _warn_of_shared(houses, findings)
        elif _is_coarse(point):
            _warn_of_coarse(houses, findings)


def _warn_of_shared(houses: list[CinemaRow], findings: Findings) -> None:
    names = ", ".join(row.name for row in houses[:_NAMED])
    names += f" and {len(houses) - _NAMED} more" if len(houses) > _NAMED else ""
    code, message = "position-dummy", _DUMMY
    if _share_a_word(row.name for row in houses):
        code, message = "position-shared", _SHARED
    for row in houses:
        _warn(row, code, message.format(count=len(houses), names=names), findings)


def _warn_of_coarse(houses: list[CinemaRow], findings: Findings) -> None:
    message = (
        f"This position has {_DECIMALS} decimals or fewer: the house may stand a kilometre away. Look it up, to five "
        "decimals."
    )
    for row in houses:
        _warn(row, "position-coarse", message, findings)


def _warn(row: CinemaRow, code: str, message: str, findings: Findings) -> None:
    findings.warn(code, message, row=row.number, column="lat", value=f"{row.point.lat}, {row.point.lon}")


def _addresses(houses: Iterable[CinemaRow]) -> int:
    """Count the different addresses that are told."""
    return len({folded(row.facts.address) for row in houses if row.facts.address})


def _share_a_word(names: Iterable[str]) -> bool:
    words = [set(slug_of(name).split("-")) - _GENERIC for name in names]
    return bool(set.intersection(*words))


def _is_coarse(point: Point) -> bool:
    return round(point.lat, _DECIMALS) == point.lat and round(point.lon, _DECIMALS) == point.lon
