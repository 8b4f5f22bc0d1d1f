"""Cinemas come in from OpenStreetMap: points and outlines, as Overpass and GeoJSON have them."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import select

from data.catalogue.readers.recognise import read_cinemas
from data.errors import FileUnreadableError
from data.tables.alias import CinemaAlias
from data.tables.database import reading
from tests.data.catalogue.bringing_in import bring_in, cinemas, counts, found, sentences

SQUARE = [[13.42, 52.49], [13.4204, 52.49], [13.4204, 52.4902], [13.42, 52.4902], [13.42, 52.49]]
# An L, whose middle lies outside of it.
ANGLE = [[0.0, 0.0], [1.0, 0.0], [1.0, 0.1], [0.1, 0.1], [0.1, 1.0], [0.0, 1.0], [0.0, 0.0]]
TAGS = {"amenity": "cinema", "name": "Lichtburg"}


def feature(geometry: object = None, **tags: str) -> dict[str, Any]:
    """Make a feature as overpass turbo does; a tag's colon is two underscores here."""
    properties = {name.replace("__", ":"): value for name, value in (TAGS | tags).items() if value}
    point = {"type": "Point", "coordinates": [13.4234, 52.49033]} if geometry is None else geometry
    return {"type": "Feature", "properties": {"@id": "node/1"} | properties, "geometry": point}


def collection(*features: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def node(number: int = 1, **more: object) -> dict[str, Any]:
    return {"type": "node", "id": number, "lat": 52.49033, "lon": 13.4234, "tags": TAGS, **more}


def test_the_tags_of_a_cinema_become_facts_of_it(engine: Engine) -> None:
    report = bring_in(
        engine,
        collection(
            feature(
                addr__street="Kottbusser Damm",
                addr__housenumber="22",
                addr__postcode="10967",
                addr__city="Berlin",
                addr__country="DE",
                contact__website="https://lichtburg.example/",
                screen="3",
                wheelchair="designated",
                hearing_loop="yes",
                outdoor="yes",
                drive_in="yes",
                operator="Lichtburg eG",
                wikidata="Q13142736",
            )
        ),
    )
    house = cinemas(engine)["lichtburg"]
    assert (report.problems, report.reader) == ((), "osm-geojson")
    assert (house.street, house.postcode, house.city, house.country) == ("Kottbusser Damm 22", "10967", "Berlin", "DE")
    assert (house.website, house.screens, house.time_zone) == ("https://lichtburg.example/", 3, "Europe/Berlin")
    assert (house.wheelchair, house.has_hearing_loop, house.is_outdoor, house.is_drive_in) == ("yes", True, True, True)
    assert (house.operator, house.wikidata, house.osm_id) == ("Lichtburg eG", "Q13142736", "node/1")


def test_what_no_tag_says_is_unknown(engine: Engine) -> None:
    bring_in(engine, collection(feature()))
    house = cinemas(engine)["lichtburg"]
    assert (house.wheelchair, house.has_hearing_loop, house.operator, house.is_outdoor) == (None, None, None, False)


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "LineString", "coordinates": SQUARE},
        {"type": "MultiPoint", "coordinates": [[13.4201, 52.4901]]},
        {"type": "Point", "coordinates": [13.4201, 52.4901, 34]},
    ],
)
def test_an_outline_becomes_a_point_inside_it(engine: Engine, geometry: object) -> None:
    bring_in(engine, collection(feature(geometry)))
    house = cinemas(engine)["lichtburg"]
    assert 52.49 <= house.lat <= 52.4902
    assert 13.42 <= house.lon <= 13.4204


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(0.0001, 0.5))
def test_the_point_of_a_bent_house_lies_inside_of_it(lat: float, lon: float, size: float) -> None:
    bent = [[lon + size * x, lat + size * y] for x, y in ANGLE]
    (row,) = read_cinemas(json_of(collection(feature({"type": "Polygon", "coordinates": [bent]})))).rows
    x, y = (float(row.cells["lon"]) - lon) / size, (float(row.cells["lat"]) - lat) / size
    slack = 1e-7 / size
    assert min(x, y) <= 0.1 + slack
    assert -slack <= min(x, y) <= max(x, y) <= 1 + slack


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[13.4, 52.5]]]},
        {"type": "Polygon", "coordinates": [["x", "y"]]},
        {"type": "Point", "coordinates": []},
        {"type": "Point", "coordinates": ["here", "there"]},
        {"type": "Circle", "coordinates": [13.4, 52.5]},
        "52.5, 13.4",
        [],
    ],
)
def test_a_geometry_that_cannot_be_read_is_an_error_and_loses_no_good_cinema(engine: Engine, geometry: object) -> None:
    bad = feature() | {"geometry": geometry}
    report = bring_in(engine, collection(bad, feature(name="Astra")))
    assert (counts(report), found(report)) == ((2, 1, 0, 0, 1), [("geometry-unreadable", 1, "geometry")])


def test_coordinates_off_the_globe_are_an_error(engine: Engine) -> None:
    for lon, lat in ((1e308, 52.5), (13.4, 200), (1e9, 1e9), (0, 0)):
        report = bring_in(engine, collection(feature({"type": "Point", "coordinates": [lon, lat]})))
        assert counts(report) == (1, 0, 0, 0, 1)


def test_others_are_left_aside_with_a_reason_and_counted(engine: Engine) -> None:
    others = [feature(amenity="bar"), feature(amenity="bar"), feature(amenity=""), feature(amenity="cinema;theatre")]
    report = bring_in(engine, collection(*others))
    assert counts(report) == (4, 1, 0, 3, 0)
    assert "3 objects of the file are no cinemas (amenity: bar 2, without amenity 1)" in sentences(report)


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"amenity": "", "disused__amenity": "cinema"}, "is no cinema any more (disused:amenity)"),
        ({"amenity": "bank", "was__amenity": "cinema"}, "is no cinema any more (was:amenity)"),
        ({"abandoned": "yes"}, "is no cinema any more (abandoned=yes)"),
        ({"amenity": "", "planned__amenity": "cinema"}, "is not a cinema yet (planned:amenity)"),
    ],
)
def test_a_house_that_is_closed_or_to_come_is_left_aside_with_a_word(
    engine: Engine, tags: dict[str, str], words: str
) -> None:
    report = bring_in(engine, collection(feature(**tags)))
    assert (counts(report), found(report)) == ((1, 0, 0, 1, 0), [("cinema-not-open", 1, None)])
    assert words in sentences(report)
    assert report.problems[0].value == "Lichtburg"


def test_a_cinema_without_a_name_is_an_error_that_says_which_it_is(engine: Engine) -> None:
    report = bring_in(engine, collection(feature(name="")))
    assert (found(report), report.problems[0].value) == ([("name-missing", 1, "name")], "node/1")


def test_a_cinema_with_a_name_in_a_language_has_one(engine: Engine) -> None:
    bring_in(engine, collection(feature(name="", name__de="Lichtspielhaus")))
    assert list(cinemas(engine)) == ["lichtspielhaus"]


def test_an_import_again_finds_a_cinema_by_its_id_though_it_moved_and_is_called_otherwise(engine: Engine) -> None:
    bring_in(engine, collection(feature()))
    moved = {"type": "Point", "coordinates": [13.5, 52.61]}
    report = bring_in(engine, collection(feature(moved, name="Lichtburg am Park")))
    assert (report.changed, list(cinemas(engine))) == (1, ["lichtburg"])
    assert cinemas(engine)["lichtburg"].name == "Lichtburg am Park"


def test_a_node_that_became_an_outline_is_the_same_cinema(engine: Engine) -> None:
    bring_in(engine, collection(feature()))
    report = bring_in(engine, collection(feature(**{"@id": "way/7"})))
    assert (report.added, report.changed, cinemas(engine)["lichtburg"].osm_id) == (0, 1, "way/7")


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    file = collection(feature(), feature(name="Astra", **{"@id": "w2"}))
    bring_in(engine, file)
    assert counts(bring_in(engine, file)) == (2, 0, 2, 0, 0)


@pytest.mark.parametrize(
    "properties",
    [
        {"@id": "way/7", **TAGS},
        {"@type": "way", "osm_id": "w7", **TAGS},
        {"type": "way", "id": "7", "tags": TAGS},
    ],
)
def test_ids_are_known_in_any_program_s_writing(engine: Engine, properties: dict[str, Any]) -> None:
    bring_in(engine, collection(feature() | {"properties": properties}))
    assert cinemas(engine)["lichtburg"].osm_id == "way/7"


@pytest.mark.parametrize(
    "way",
    [
        {"center": {"lat": 52.49, "lon": 13.4234}},
        {"geometry": [{"lon": lon, "lat": lat} for lon, lat in SQUARE]},
        {"bounds": {"minlat": 52.4899, "minlon": 13.4233, "maxlat": 52.4901, "maxlon": 13.4235}},
        {"nodes": [1, 2]},
        {"members": [{"type": "way", "geometry": [{"lon": lon, "lat": lat} for lon, lat in SQUARE]}]},
    ],
)
def test_overpass_says_in_many_ways_where_a_house_stands(engine: Engine, way: dict[str, Any]) -> None:
    corners = [{"type": "node", "id": number, "lat": 52.49, "lon": 13.4234} for number in (1, 2)]
    report = bring_in(engine, {"elements": [*corners, {"type": "way", "id": 7, "tags": TAGS, **way}]})
    house = cinemas(engine)["lichtburg"]
    assert (counts(report), report.reader, report.problems) == ((1, 1, 0, 0, 0), "overpass", ())
    assert (round(house.lat, 2), round(house.lon, 2), house.osm_id) == (52.49, 13.42, "way/7")


def test_a_way_that_says_nowhere_where_it_is_says_how_to_ask(engine: Engine) -> None:
    report = bring_in(engine, {"elements": [{"type": "way", "id": 7, "tags": TAGS}, node()]})
    assert counts(report) == (2, 1, 0, 0, 1)
    assert "out center" in sentences(report)


def test_an_answer_that_broke_off_says_so(engine: Engine) -> None:
    report = bring_in(engine, {"elements": [node()], "remark": "runtime error: Query timed out"})
    assert (found(report), report.added) == ([("answer-incomplete", None, None)], 1)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ({"elements": []}, "answer of Overpass is empty"),
        ({"elements": [], "remark": "Query timed out"}, "Overpass says: Query timed out"),
        (collection(), "holds no features"),
        ({"type": "FeatureCollection"}, "holds no features"),
        ({"type": "FeatureCollection", "features": None}, "holds no features"),
        ('{"type": "FeatureCollection", "features": [{"x": NaN}]}', "NaN, which is no number"),
        ("[" * 100_000, "nested too deeply"),
        ("<!doctype html><title>504</title>", "This is a web page"),
        ('<?xml version="1.0"?><osm><node id="1"/></osm>', "This is XML"),
    ],
)
def test_a_file_without_cinemas_says_what_to_do(engine: Engine, file: object, words: str) -> None:
    with pytest.raises(FileUnreadableError, match=words):
        bring_in(engine, file)


def test_other_names_are_kept_once(engine: Engine) -> None:
    file = collection(feature(alt_name="Palast am Damm; Lichtburg", old_name="UFA 4", name__en="Castle of Light"))
    assert bring_in(engine, file).added == 1
    with reading(engine) as session:
        names = session.exec(select(CinemaAlias.name).order_by(CinemaAlias.name)).all()
    assert names == ["Castle of Light", "Palast am Damm", "UFA 4"]
    assert bring_in(engine, file).unchanged == 1


def test_a_new_other_name_is_a_change(engine: Engine) -> None:
    bring_in(engine, collection(feature()))
    assert bring_in(engine, collection(feature(short_name="LB"))).changed == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "properties", "tags", "amenity", "lat"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(st.lists(json_values, min_size=1, max_size=4), st.sampled_from(["features", "elements"]))
def test_no_document_makes_a_reader_stumble(values: list[Any], kind: str) -> None:
    document = {"type": "FeatureCollection", kind: [feature(), node(), *values]}
    with suppress(FileUnreadableError):
        read_cinemas(json_of(document))


def json_of(document: object) -> bytes:
    return json.dumps(document).encode()
