"""Which of many positions are near each other: found by the cubes that they lie in, not by looking at all pairs."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from geo.earth_centred import spots_of

# Half of the cubes around one, so that each pair of neighbours is met once.
_HALF = [step for step in product((-1, 0, 1), repeat=3) if step > (0, 0, 0)]


def near_pairs(lats: NDArray[np.float64], lons: NDArray[np.float64], metres: float) -> Iterator[tuple[int, int, float]]:
    """Give each pair of positions (degrees, shape (n,)) that are so near, with the distance in metres."""
    if lats.size == 0:
        return
    spots = spots_of(lats, lons)
    cubes: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, cube in enumerate(np.floor(spots / metres).astype(np.int64).tolist()):
        cubes[tuple(cube)].append(number)
    for cube, here in cubes.items():
        others = [
            one for step in _HALF for one in cubes.get((cube[0] + step[0], cube[1] + step[1], cube[2] + step[2]), ())
        ]
        for place, first in enumerate(here):
            rest = np.array(here[place + 1 :] + others, dtype=np.int64)
            if rest.size == 0:
                continue
            # The straight line: at such distances it is the geodesic, to less than a millimetre.
            apart = np.sqrt(((spots[rest] - spots[first]) ** 2).sum(axis=1))
            for index in np.flatnonzero(apart <= metres):
                yield first, int(rest[index]), float(apart[index])
