"""Places come in from files of GeoNames, GeoJSON and CSV; every row is accounted for, and a bad one loses no other."""

import io
import json

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.errors import FileUnreadableError
from data.places.imports import import_places
from data.places.load import load_gazetteer
from data.places.report import Fate, PlacesReport
from data.tables.area import Area
from data.tables.change import Change
from data.tables.database import reading, writing
from data.tables.place import KnownPlace
from geo.place import Place
from tests.data.factories import NOW, add_cinema

pytestmark = pytest.mark.both_databases

_RING = [[13.3, 52.4], [13.5, 52.4], [13.5, 52.6], [13.3, 52.6], [13.3, 52.4]]
SQUARE = {"type": "Polygon", "coordinates": [_RING]}
NO_PLACES = [b"", b"{", b"[1, 2]", b'{"type": "FeatureCollection"}', b"name,lat\nx,1\n", b"\x00\x01"]


def imported(engine: Engine, content: bytes | str) -> PlacesReport:
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    with writing(engine) as session:
        return import_places(session, file, now=NOW)


def found(engine: Engine, typed: str) -> list[Place]:
    with reading(engine) as session:
        return load_gazetteer(session).find(typed)


def counts(report: PlacesReport) -> dict[str, int]:
    return {fate.value: count for fate, count in report.counts.items() if count}


def codes(report: PlacesReport) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in report.problems]


def geoname(number: int, name: str, code: str = "P.PPL", lat: str = "52.5", lon: str = "13.4", **more: str) -> str:
    """Write a row of GeoNames' main file."""
    feature_class, feature = code.split(".")
    names = (name, more.get("ascii", name), more.get("others", ""))
    behind = ("DE", "", "16", "00", "", "", more.get("people", "0"), "", "34", "Europe/Berlin", "2026-01-01")
    return "\t".join((str(number), *names, lat, lon, feature_class, feature, *behind))


def postcode(
    code: str, city: str, lat: str = "52.5", lon: str = "13.4", accuracy: str = "6", country: str = "DE"
) -> str:
    """Write a row of GeoNames' postcode file."""
    return "\t".join((country, code, city, "Land Berlin", "BE", "", "00", "", "11000", lat, lon, accuracy))


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def point(lat: float = 52.5, lon: float = 13.4) -> dict[str, object]:
    return {"type": "Point", "coordinates": [lon, lat]}


def test_geonames_gives_cities_neighbourhoods_and_stations_by_all_their_names(engine: Engine) -> None:
    rows = [
        geoname(2950159, "Berlin", "P.PPLC", people="3426354", others="Berlino,Berlín,Берлин"),
        geoname(2885657, "Kreuzberg", "P.PPLX"),
        geoname(6324499, "Hermannplatz", "S.MTRO"),
        geoname(1, "Teufelsberg", "T.HLL"),
        geoname(2, "Kölln", "P.PPLH"),
    ]
    report = imported(engine, "\n".join(rows))
    assert (report.format, report.rows, counts(report)) == ("geonames", 5, {"added": 3, "no-place": 2})
    (berlin,) = found(engine, "Berlino")
    assert (berlin.name, berlin.kind, round(berlin.accuracy_m, -3)) == ("Berlin", "city", 19_000)
    assert [place.kind for place in found(engine, "kreuzberg")] == ["neighbourhood"]
    assert [place.kind for place in found(engine, "hermannplatz")] == ["station"]


def test_geonames_postcodes_reach_over_all_their_rows(engine: Engine) -> None:
    rows = [
        postcode("10967", "Berlin"),
        postcode("10967", "Berlin", lat="52.55"),
        postcode("1010", "Wien", country="AT"),
    ]
    report = imported(engine, "\n".join(rows) + "\n\n")
    assert (report.format, counts(report)) == ("geonames-postcodes", {"added": 2, "repeated": 1})
    (place,) = found(engine, "10967 Berlin")
    assert place.accuracy_m == pytest.approx(5_563, abs=5)


def test_of_the_world_only_what_is_around_the_cinemas_is_taken(engine: Engine) -> None:
    add_cinema(engine, city="Berlin")
    rows = [geoname(1, "Kreuzberg", "P.PPLX"), geoname(2, "Santiago", lat="-33.4", lon="-70.6")]
    assert counts(imported(engine, "\n".join(rows))) == {"added": 1, "elsewhere": 1}
    assert [place.context for place in found(engine, "kreuzberg")] == ["Berlin"]


def test_a_file_comes_in_again_without_a_change(engine: Engine) -> None:
    row = geoname(1, "Kreuzberg", "P.PPLX")
    imported(engine, row)
    assert counts(imported(engine, row)) == {"unchanged": 1}
    assert counts(imported(engine, geoname(1, "Xhain", "P.PPLX"))) == {"changed": 1}
    with reading(engine) as session:
        assert [change.kind for change in session.exec(select(Change))] == ["places", "places"]
        assert [place.name for place in session.exec(select(KnownPlace))] == ["Xhain"]


def test_one_bad_row_of_geonames_loses_no_good_one(engine: Engine) -> None:
    rows = [
        geoname(1, "Kreuzberg", "P.PPLX").encode(),
        b"1\t2\t3",
        geoname(2, "Nirgends", lat="95").encode(),
        geoname(3, "Irgendwo", lat="north").encode(),
        geoname(4, "🐻").encode(),
        geoname(5, "K\xf6ln").encode("latin-1"),
        geoname(6, "Moabit", "P.PPLX").encode(),
    ]
    report = imported(engine, b"\n".join(rows))
    assert (report.rows, counts(report)) == (7, {"added": 2, "error": 5})
    assert codes(report) == [
        *((2, "row-unreadable"), (3, "position-wrong"), (4, "position-unreadable")),
        *((5, "name-unreadable"), (6, "row-unreadable")),
    ]


def test_a_list_of_ones_own_says_what_it_knows(engine: Engine) -> None:
    text = (
        "name;kind;lat;lon;aliases;accuracy_m;context\n"
        "Kreuzberg;neighbourhood;52,4983;13,4066;x-berg|Xberg;2500;Berlin\n"
        "Moabit;quartier;52.53;13.34;;;\n"
        "Wedding;Neighbourhood;52.55;13.35;;wide;\n"
    )
    report = imported(engine, text)
    assert (report.format, counts(report)) == ("csv", {"added": 2, "error": 1})
    assert codes(report) == [(3, "kind-unknown"), (4, "number-unreadable")]
    (kreuzberg,) = found(engine, "x-berg")
    assert (kreuzberg.name, kreuzberg.context, kreuzberg.accuracy_m) == ("Kreuzberg", "Berlin", 2500)
    assert counts(imported(engine, text)) == {"unchanged": 2, "error": 1}


def test_points_of_geojson_are_places_and_polygons_areas(engine: Engine) -> None:
    report = imported(
        engine,
        collection(
            feature(point(), name="Kreuzberg", place="suburb", alt_name="X-Berg;Xberg"),
            feature(SQUARE, name="Friedrichshain-Kreuzberg", kind="district"),
            feature(point(), name="Kotti", railway="station"),
            feature(point(), name="Ein Baum", natural="tree"),
            feature({"type": "Point", "coordinates": "here"}, name="Hier", kind="station"),
        ),
    )
    assert (report.format, report.rows, counts(report)) == ("geojson", 5, {"added": 3, "error": 2})
    assert codes(report) == [(4, "kind-unknown"), (5, "position-unreadable")]
    assert [place.name for place in found(engine, "xberg")] == ["Kreuzberg"]
    with reading(engine) as session:
        assert [area.slug for area in session.exec(select(Area))] == ["friedrichshain-kreuzberg"]
    (district,) = found(engine, "friedrichshain kreuzberg")
    assert (district.kind, district.area, district.point.lat) == ("district", "friedrichshain-kreuzberg", 52.5)
    assert 12_000 < district.accuracy_m < 14_000


def test_a_place_that_is_an_area_too_is_one_place(engine: Engine) -> None:
    imported(
        engine,
        collection(
            feature(SQUARE, name="Kreuzberg", kind="neighbourhood"),
            feature(point(), name="Kreuzberg", kind="neighbourhood", accuracy_m="2300"),
        ),
    )
    (kreuzberg,) = found(engine, "kreuzberg")
    assert (kreuzberg.area, kreuzberg.accuracy_m) == ("kreuzberg", 2300)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b'{"type": "FeatureCollection"}', b"name,lat\nx,1\n", b"\x00\x01"]
)
def test_what_is_no_file_of_places_is_refused(engine: Engine, content: bytes) -> None:
    with pytest.raises(FileUnreadableError):
        imported(engine, content)


def test_the_counts_add_up_to_the_rows(engine: Engine) -> None:
    add_cinema(engine)
    rows = [
        geoname(n, f"Ort {n}", ("P.PPL", "T.MT", "S.RSTN")[n % 3], lat=("52.5", "0", "x")[n % 3]) for n in range(30)
    ]
    report = imported(engine, "\n".join([*rows, rows[0]]))
    assert report.rows == 31 == sum(report.counts[fate] for fate in Fate)
