"""What clocks and calendars show at each place, as tables for compiled code."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.matching import EPOCH_DAY
from data.times.offsets import offsets_of
from data.times.years import YEARS

# A day more at both ends: a zone may be ahead, an evening behind.
FIRST_DAY = date(YEARS.start, 1, 1).toordinal() - EPOCH_DAY - 1
_LAST_DAY = date(YEARS.stop, 1, 1).toordinal() - EPOCH_DAY + 1

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


class Clocks(NamedTuple):
    """The zone of each place, and zones' offsets: those of zone z from first[z] to before first[z + 1] (Offsets).

    `dates` holds all days from FIRST_DAY on (days since 1970) in ten bytes each, `times` all minutes of a day in five.
    """

    zone: NDArray[np.int16]
    first: Ints
    since: Ints
    ahead: Ints
    dates: Bytes
    times: Bytes


def clocks_of(zones: Sequence[ZoneInfo]) -> Clocks:
    """Collect the offsets of the zones of all places."""
    distinct = list(dict.fromkeys(zones))
    offsets = [offsets_of(zone) for zone in distinct]
    number = {zone: position for position, zone in enumerate(distinct)}
    return Clocks(
        zone=np.array([number[zone] for zone in zones], dtype=np.int16),
        first=np.cumsum([0, *(one.since.size for one in offsets)], dtype=np.int64),
        since=np.concatenate([np.empty(0, dtype=np.int64), *(one.since for one in offsets)]),
        ahead=np.concatenate([np.empty(0, dtype=np.int64), *(one.ahead for one in offsets)]),
        dates=_dates(),
        times=_times(),
    )


@cache
def _dates() -> Bytes:
    days = np.arange(FIRST_DAY, _LAST_DAY + 1).astype("datetime64[D]")
    return np.frombuffer(b"".join(np.datetime_as_string(days).astype("S10").tolist()), dtype=np.uint8)


@cache
def _times() -> Bytes:
    return np.frombuffer(b"".join(b"%02d:%02d" % divmod(minute, 60) for minute in range(24 * 60)), dtype=np.uint8)
