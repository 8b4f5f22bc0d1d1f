"""How far clocks of a zone are ahead of UTC and since when: as numbers, for compiled code."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2199, 12, 25, tzinfo=UTC)
# No zone changes its clocks and back within a week.
_STEP = timedelta(days=7)


class Offsets(NamedTuple):
    """From minute since[i] on (since 1970, UTC; ascending), clocks are ahead[i] minutes ahead of UTC; shape (n,)."""

    since: NDArray[np.int64]
    ahead: NDArray[np.int64]


@lru_cache(maxsize=1000)
def offsets_of(zone: ZoneInfo) -> Offsets:
    """Give a zone's offsets from 1970 to 2199; what lies before is taken to have the first."""
    since, ahead = [0], [_ahead(zone, _FIRST)]
    moment = _FIRST
    while moment < _LAST:
        if _ahead(zone, moment + _STEP) != ahead[-1]:
            change = _change_between(zone, moment, moment + _STEP)
            since.append(int(change.timestamp()) // 60)
            ahead.append(_ahead(zone, change))
        moment += _STEP
    return Offsets(np.array(since, dtype=np.int64), np.array(ahead, dtype=np.int64))


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Find the minute of the change by halving."""
    old = _ahead(zone, before)
    while after - before > timedelta(minutes=1):
        middle = (before + (after - before) / 2).replace(second=0, microsecond=0)
        before, after = (middle, after) if _ahead(zone, middle) == old else (before, middle)
    return after


def _ahead(zone: ZoneInfo, moment: datetime) -> int:
    offset = moment.astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds()) // 60
