"""Areas come in from GeoJSON: every feature is accounted for, and the programme learns of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import shapely
from sqlalchemy import Engine
from sqlmodel import col, select

from data.catalogue.report import CatalogueReport
from data.errors import FileUnreadableError, UnknownAreaError
from data.places.areas import import_areas
from data.programme.refresh import ProgrammeKeeper
from data.tables.area import Area
from data.tables.change import Change
from data.tables.database import reading, writing
from tests.data.factories import NOW, add_cinema, publish_sheet, row

pytestmark = pytest.mark.both_databases


def square(south: float = 52.48, west: float = 13.38, side: float = 0.05) -> dict[str, Any]:
    north, east = south + side, west + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(name: str = "Kreuzberg", geometry: object = None, **properties: object) -> dict[str, Any]:
    told = {"name": name, "kind": "district"} | properties
    return {"type": "Feature", "properties": told, "geometry": geometry or square()}


def take(engine: Engine, *features: object) -> CatalogueReport:
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    with writing(engine) as session:
        return import_areas(session, content, now=NOW)


def stored(engine: Engine) -> list[Area]:
    with reading(engine) as session:
        areas = list(session.exec(select(Area).order_by(col(Area.slug))).all())
        session.expunge_all()
        return areas


def codes(report: CatalogueReport) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in report.problems]


def counts(report: CatalogueReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.errors


def test_an_area_comes_in_with_all_that_it_says(engine: Engine) -> None:
    report = take(engine, feature("Neukölln", aliases=["Nkln", " Neukoelln ", "Nkln"]))
    assert (counts(report), report.problems) == ((1, 0, 0, 0), ())
    (area,) = stored(engine)
    assert (area.slug, area.name, area.kind, area.origin) == ("neukoelln", "Neukölln", "district", "import")
    assert area.aliases == ["Nkln", "Neukoelln"]
    assert shapely.from_geojson(json.dumps(area.geometry)).equals(shapely.box(13.38, 52.48, 13.38 + 0.05, 52.48 + 0.05))


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    crooked = square(52.1 + 0.2, 13 + 1 / 3, 1 / 7)
    take(engine, feature(geometry=crooked), feature("Mitte"))
    assert counts(take(engine, feature(geometry=crooked), feature("Mitte"))) == (0, 0, 2, 0)
    with reading(engine) as session:
        assert [change.kind for change in session.exec(select(Change))] == ["areas"]


def test_an_area_is_known_by_its_slug_or_by_its_name_and_kind(engine: Engine) -> None:
    take(engine, feature(slug="kreuzberg"))
    assert counts(take(engine, feature("SO 36", slug="kreuzberg"))) == (0, 1, 0, 0)
    assert counts(take(engine, feature("SO 36", square(52.47)))) == (0, 1, 0, 0)
    (area,) = stored(engine)
    assert (area.slug, area.name) == ("kreuzberg", "SO 36")


def test_a_name_of_two_kinds_gets_two_slugs_and_keeps_them(engine: Engine) -> None:
    both = (feature("Mitte"), feature("Mitte", kind="neighbourhood"))
    report = take(engine, *both)
    assert [(area.slug, area.kind) for area in stored(engine)] == [
        ("mitte", "district"),
        ("mitte-neighbourhood", "neighbourhood"),
    ]
    assert codes(report) == [(2, "slug-taken")]
    assert counts(take(engine, *both)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (feature(""), "name-missing"),
        (feature("x" * 201), "name-missing"),
        (feature("Wedding", slug="Wed ding"), "slug-unreadable"),
        (feature("Wedding", {"type": "LineString", "coordinates": [[13, 52], [14, 53]]}), "outline-unusable"),
        (feature("Wedding", square(side=0)), "outline-unusable"),
        (feature("Mitte"), "area-twice"),
        ({"type": "Feature", "properties": {"name": "Wedding"}, "geometry": None}, "outline-unusable"),
        ("Wedding", "name-missing"),
    ],
)
def test_a_wrong_feature_stays_out_and_all_others_come_in(engine: Engine, wrong: object, code: str) -> None:
    report = take(engine, feature("Mitte"), wrong, feature("Pankow"))
    assert counts(report) == (2, 0, 0, 1)
    assert codes(report) == [(2, code)]
    assert [area.slug for area in stored(engine)] == ["mitte", "pankow"]


@pytest.mark.parametrize(
    ("doubtful", "code"),
    [
        (feature("Wedding", kind=""), "kind-unknown"),
        (feature("Wedding", kind="Größter Bezirk!"), "kind-unknown"),
        (feature("Wedding", aliases=7), "aliases-unreadable"),
        (
            feature("Wedding", {"type": "Polygon", "coordinates": [[[13, 52], [14, 53], [14, 52], [13, 53]]]}),
            "outline-repaired",
        ),
    ],
)
def test_what_is_doubtful_comes_in_with_a_warning(engine: Engine, doubtful: object, code: str) -> None:
    report = take(engine, doubtful)
    assert (counts(report), report.warnings) == ((1, 0, 0, 0), 1)
    assert codes(report) == [(1, code)]


@pytest.mark.parametrize(("level", "kind"), [("9", "district"), (10, "neighbourhood"), ("8", "city")])
def test_the_admin_level_of_openstreetmap_says_the_kind(engine: Engine, level: object, kind: str) -> None:
    take(engine, {**feature(), "properties": {"name": "Kreuzberg", "admin_level": level}})
    assert [area.kind for area in stored(engine)] == [kind]


def test_an_area_with_swapped_coordinates_is_refused_where_the_cinemas_tell(engine: Engine) -> None:
    add_cinema(engine)
    report = take(engine, feature("Kreuzberg", square(13.38, 52.48)), feature("Aden", square(12.8, 45.0)))
    assert (counts(report), codes(report)) == ((1, 0, 0, 1), [(1, "position-swapped")])


def test_the_file_of_the_document_comes_in_without_a_word(engine: Engine) -> None:
    (block,) = re.findall(
        r"```json\n(.*?)```", (Path(__file__).parents[3] / "docs" / "areas.md").read_text("utf-8"), re.DOTALL
    )
    with writing(engine) as session:
        report = import_areas(session, block.encode(), now=NOW)
    assert (counts(report), report.problems) == ((1, 0, 0, 0), ())


def test_points_are_left_to_those_who_read_places(engine: Engine) -> None:
    report = take(engine, feature("Hermannplatz", {"type": "Point", "coordinates": [13.42, 52.48]}), feature("Mitte"))
    assert (counts(report), report.problems) == ((1, 0, 0, 0), ())


@pytest.mark.parametrize("content", [b"name;lat;lon\n", b"{}", b'{"type": "FeatureCollection"}', b"\xff\xfe\x00"])
def test_a_file_that_is_no_geojson_is_refused(engine: Engine, content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="no GeoJSON"), writing(engine) as session:
        import_areas(session, content, now=NOW)


def known(keeper: ProgrammeKeeper, area: str) -> tuple[str | None, list[int]]:
    """Give the district of the one cinema, and the cinemas of the area."""
    return keeper.programme.cinemas[0].district, keeper.programme.places_within([area]).tolist()


def test_the_programme_learns_of_areas_and_of_their_changes(engine: Engine) -> None:
    add_cinema(engine)
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    with pytest.raises(UnknownAreaError):
        known(keeper, "kreuzberg")
    take(engine, feature("Kreuzberg"))
    assert keeper.refresh()
    assert known(keeper, "kreuzberg") == ("Kreuzberg", [0])
    take(engine, feature("Kreuzberg", square(48)))
    assert keeper.refresh()
    assert known(keeper, "kreuzberg") == (None, [])


def test_a_cinema_that_publishes_keeps_its_district(engine: Engine) -> None:
    add_cinema(engine)
    take(engine, feature("Kreuzberg"))
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    publish_sheet(engine, row())
    assert keeper.refresh()
    assert known(keeper, "kreuzberg") == ("Kreuzberg", [0])
