"""Finding and writing in one compiled step: for questions whose place is all that is new about them."""

import numpy as np

from data.programme.kernel.columns import Plain
from data.programme.kernel.finding import find_nearest
from data.programme.kernel.tables import Packed
from data.programme.kernel.writing import write_cinemas
from geo.compiled import compiled


@compiled
def answer_near(
    packed: Packed,
    lat: float,
    lon: float,
    places: Plain,
    wish: Plain,
    reach: Plain,
    most: Plain,
    by_time: bool,  # noqa: FBT001 (compiled functions know no keywords)
) -> Plain:
    """Find by distance and write what was found: see `find_nearest` and `write_cinemas`.

    Gives whether it is exact, the text, the bills and kinds in it, the millimetres to the farthest cinema (-1: none),
    how many cinemas were found, and whether that is a cut.
    """
    is_exact, numbers, count, total, is_cut = find_nearest(
        packed, lat, lon, places, wish, reach, most, by_time, np.empty(0)
    )
    text, bills, kinds = write_cinemas(packed, numbers, count)
    farthest_mm = numbers[count : 2 * count].max() if count else np.int64(-1)
    return is_exact, text, bills, kinds, farthest_mm, total, is_cut
