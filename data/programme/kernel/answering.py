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
    spot: Plain,
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
    is_exact, cinemas, millimetres, rows, stops, total, is_cut = find_nearest(
        packed, spot, places, np.empty(0), wish, reach, most, by_time
    )
    text, bills, kinds = write_cinemas(packed, cinemas, millimetres, rows, stops)
    farthest_mm = millimetres.max() if millimetres.size else np.int64(-1)
    return is_exact, text, bills, kinds, farthest_mm, total, is_cut
