"""Swapped coordinates are recognised against where the cinemas are."""

from functools import partial

import numpy as np
import pytest

from geo.atlas import make_atlas, nearest_place
from geo.errors import PositionSwappedError
from geo.point import Point
from geo.swapped import refuse_swapped

BERLIN = partial(nearest_place, make_atlas(np.array([52.49, 52.52]), np.array([13.42, 13.40]))[1])
TOKYO = partial(nearest_place, make_atlas(np.array([35.68]), np.array([139.69]))[1])


def test_a_mirror_image_of_berlin_is_refused_in_words_that_keep_it_private() -> None:
    with pytest.raises(PositionSwappedError, match="swapped") as caught:
        refuse_swapped(Point(13.41234, 52.51234), BERLIN)
    assert "1234" not in str(caught.value)


@pytest.mark.parametrize(("lat", "lon"), [(52.5, 13.4), (48.1, 11.6), (50.08, 14.43)])
def test_a_position_near_the_cinemas_is_fine(lat: float, lon: float) -> None:
    refuse_swapped(Point(lat, lon), BERLIN)


@pytest.mark.parametrize(("lat", "lon"), [(40.7, -74.0), (-33.9, 151.2), (0.0, 52.5)])
def test_a_far_position_whose_mirror_is_far_too_is_only_far(lat: float, lon: float) -> None:
    refuse_swapped(Point(lat, lon), BERLIN)


def test_where_no_cinema_is_known_nothing_can_be_swapped() -> None:
    refuse_swapped(Point(13.4, 52.5), partial(nearest_place, make_atlas(np.array([]), np.array([]))[1]))


def test_a_mirror_off_the_globe_is_no_mirror() -> None:
    refuse_swapped(Point(35.68, 139.69), BERLIN)
    refuse_swapped(Point(52.5, 13.4), TOKYO)
