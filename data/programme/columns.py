"""The screenings as columns of numbers: all that finding looks at, 13 bytes a row."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Columns(NamedTuple):
    """The rows of place p (a cinema in spatial order) stand together from start[p] to stop[p], in order of time.

    `minute` counts from 1970 (UTC); the programme date is `evening` days after the date of the start in UTC. `bill`,
    `version` and `format_set` are positions in the programme's lists; bill b shows the films bill_films[bill_start[b]]
    to bill_films[bill_start[b + 1]], of which -1 stands for no film.
    """

    start: NDArray[np.int64]
    stop: NDArray[np.int64]
    minute: NDArray[np.int32]
    evening: NDArray[np.int8]
    bill: NDArray[np.int32]
    version: NDArray[np.uint16]
    format_set: NDArray[np.uint16]
    bill_start: NDArray[np.int32]
    bill_films: NDArray[np.int32]


class Wish(NamedTuple):
    """What a screening has to be: minutes from ≤ start < until, an evening (ordinal date; 0: any), and in each mask.

    The masks are over the programme's films, versions and sets of formats. The last entry of `films`, which -1 finds,
    is for screenings of no film.
    """

    from_minute: int
    until_minute: int
    evening: int
    films: NDArray[np.bool_]
    versions: NDArray[np.bool_]
    format_sets: NDArray[np.bool_]
