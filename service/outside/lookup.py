"""A typed address is looked up outside; whatever happens there, an answer comes within a second."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.programme.programme import Programme
from geo.errors import PositionSwappedError
from geo.geocoder import Geocoder, GeocoderError
from geo.place import Place
from geo.point import Point
from service.outside.patient_geocoder import GeocoderRestingError

ANSWER_SECONDS = 0.9


class Missing(StrEnum):
    """What an answer lacks, or what had to be put right in it."""

    RESTING = "resting"
    FAILED = "failed"
    SLOW = "slow"
    SWAPPED = "swapped"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Lookup:
    """The places found, and what is wrong with that, if anything is."""

    places: Sequence[Place] = ()
    missing: Missing | None = None


async def look_up(geocoder: Geocoder, text: str, programme: Programme, *, language: str, limit: int) -> Lookup:
    """Ask a geocoder, in bounded time. Never raises what the geocoder is to blame for."""
    asking = asyncio.to_thread(geocoder.find, text, language=language, limit=limit)
    try:
        places = await asyncio.wait_for(asking, ANSWER_SECONDS)
    except TimeoutError:
        return Lookup(missing=Missing.SLOW)
    except GeocoderRestingError:
        return Lookup(missing=Missing.RESTING)
    except GeocoderError:
        return Lookup(missing=Missing.FAILED)
    if not places:
        return Lookup(missing=Missing.NOTHING)
    upright = [_upright(place, programme) for place in places]
    return Lookup(upright, None if upright == places else Missing.SWAPPED)


def _upright(place: Place, programme: Programme) -> Place:
    """Put latitude and longitude right, where only the mirrored point is near a cinema."""
    try:
        programme.refuse_swapped(place.point)
    except PositionSwappedError:
        return replace(place, point=Point(place.point.lon, place.point.lat))
    return place
