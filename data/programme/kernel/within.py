"""The places in a ball around a point, in spatial order: whatever lies within so many metres is among them."""

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.tables import Packed, Tables
from geo.compiled import compiled
from geo.earth_centred import spot_at
from geo.geodesic import chord_m
from geo.packed import unpacked


@compiled
def places_within(packed: Packed, lat: float, lon: float, metres: float) -> NDArray[np.int64]:
    """Give the places whose chord from the point is no longer: no geodesic is shorter than its chord."""
    spots, here = unpacked(packed, Tables).atlas.spots, spot_at(lat, lon)
    found, count = np.empty(spots.shape[0], dtype=np.int64), 0
    for place in range(spots.shape[0]):
        if chord_m(here.x, here.y, here.z, spots[place, 0], spots[place, 1], spots[place, 2]) <= metres:
            found[count] = place
            count += 1
    return found[:count].copy()
