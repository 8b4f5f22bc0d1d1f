"""All tables of a programme, as compiled code gets them: in one go."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.asides import Asides
from data.programme.kernel.clocks import Clocks
from data.programme.kernel.columns import Columns
from data.programme.kernel.wording import Wording
from geo.atlas import Atlas

# What `geo.packed.packed` makes of Tables.
Packed = NDArray[np.int64]


class Tables(NamedTuple):
    """Where the cinemas lie, their order by slug, the screenings, and how all that is said."""

    atlas: Atlas
    ranks: NDArray[np.int64]
    columns: Columns
    asides: Asides
    wording: Wording
    clocks: Clocks
