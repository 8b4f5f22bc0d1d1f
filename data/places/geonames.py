"""Files of GeoNames: the main one, `allCountries` and its parts, and that of postcodes.

Their fields: https://download.geonames.org/export/dump/readme.txt and https://download.geonames.org/export/zip/readme.txt.
"""

import math
from collections.abc import Sequence

from data.places.place_row import Written
from geo.place import PlaceKind

MAIN_FIELDS, POSTCODE_FIELDS = 19, 12
# What nobody lives in any more is no place to be.
_FORMER = ("PPLH", "PPLQ", "PPLW", "PPLCH")
_STATIONS = ("RSTN", "RSTP", "MTRO")
# People on a square kilometre of a city, by which its inhabitants say how wide it is.
_DENSITY = 3_000
_NARROWEST_CITY_M, _WIDEST_CITY_M = 2_000.0, 25_000.0
# 1 is an estimate, 6 the middle of its outline.
_POSTCODE_ACCURACIES_M = {"1": 5_000.0, "6": 2_000.0}


def read_main(number: int, fields: Sequence[str]) -> Written | None:
    """Read a row of the main file; null for what is no place to be: a mountain, a hotel, a former village."""
    kind = _kind_of(fields[6], fields[7])
    if kind is None:
        return None
    people = int(fields[14]) if fields[14].isdecimal() else 0
    is_city = kind is PlaceKind.CITY
    return Written(
        number=number,
        source_key=f"geonames:{fields[0]}",
        name=fields[1],
        kind=kind,
        lat=fields[4],
        lon=fields[5],
        accuracy_m=_width_m(people) if is_city else None,
        aliases=(fields[2], *fields[3].split(",")),
        weight=min(0.3 + 0.1 * math.log10(1 + people), 1.0) if is_city else None,
    )


def read_postcode(number: int, fields: Sequence[str]) -> Written:
    """Read a row of the postcode file; it lies in the place that the row names."""
    country, code, city = fields[:3]
    return Written(
        number=number,
        source_key=f"geonames-postcode:{country}:{code}",
        name=code,
        kind=PlaceKind.POSTCODE,
        lat=fields[9],
        lon=fields[10],
        accuracy_m=_POSTCODE_ACCURACIES_M.get(fields[11].strip()),
        context=city,
    )


def _kind_of(feature_class: str, code: str) -> PlaceKind | None:
    if feature_class == "P" and code not in _FORMER:
        return PlaceKind.NEIGHBOURHOOD if code == "PPLX" else PlaceKind.CITY
    return PlaceKind.STATION if feature_class == "S" and code in _STATIONS else None


def _width_m(people: int) -> float:
    wide_m = 1_000 * math.sqrt(people / _DENSITY / math.pi)
    return min(max(wide_m, _NARROWEST_CITY_M), _WIDEST_CITY_M)
