"""The districts of the demo city: where its cinemas and well-known places are, and that neighbours fit together."""

import csv
import json
from importlib.resources import files
from itertools import combinations

import pytest
import shapely
from sqlalchemy import Engine
from sqlmodel import select

from data.demo.areas import import_demo_areas
from data.programme.areas import load_areas
from data.tables.area import Area as StoredArea
from data.tables.change import Change
from data.tables.database import reading, writing
from geo.area import DISTRICT, NEIGHBOURHOOD, Areas
from geo.point import Point
from tests.data.factories import NOW

# By postcode and address; a district and, where it is drawn, the neighbourhood.
CINEMAS = {
    "charlottenburg-wilmersdorf": "bundesplatz-kino cinema-paris delphi-filmpalast delphi-lux eva-lichtspiele"
    " filmkunst-66 kant-kino zoo-palast",
    "friedrichshain-kreuzberg": "b-ware-ladenkino freiluftkino-friedrichshain freiluftkino-kreuzberg"
    " freiluftkino-neue-zukunft fsk-kino kino-intimes kino-zukunft moviemento sputnik-kino tilsiter-lichtspiele"
    " uci-luxe-east-side-gallery yorck",
    "lichtenberg": "cinemotion-hohenschoenhausen",
    "marzahn-hellersdorf": "uci-am-eastgate",
    "mitte": "acudkino babylon-mitte cinemaxx-potsdamer-platz cineplex-alhambra city-kino-wedding filmrauschpalast"
    " freiluftkino-rehberge hackesche-hoefe-kino kino-central kino-international sinema-transtopia"
    " sommerkino-kulturforum zeughauskino",
    "neukoelln": "cineplex-neukoelln-arcaden freiluftkino-hasenheide neues-off passage rollberg-kinos"
    " uci-luxe-gropius-passagen wolf-kino",
    "pankow": "blauer-stern colosseum-filmtheater filmtheater-am-friedrichshain kino-in-der-kulturbrauerei"
    " lichtblick-kino toni-und-tonino",
    "reinickendorf": "cinestar-tegel",
    "spandau": "cineplex-spandau kino-im-kulturhaus-spandau openairkino-spandau",
    "steglitz-zehlendorf": "adria-filmtheater bali-kino capitol-dahlem cineplex-titania",
    "tempelhof-schoeneberg": "cosima-filmtheater freiluftkino-insel odeon xenon",
    "treptow-koepenick": "astra-filmpalast casablanca freiluftkino-friedrichshagen kino-spreehoefe union-filmtheater",
}
NEIGHBOURHOODS = {
    "charlottenburg": "cinema-paris delphi-filmpalast delphi-lux filmkunst-66 kant-kino zoo-palast",
    "friedenau": "cosima-filmtheater",
    "friedrichshain": "b-ware-ladenkino freiluftkino-friedrichshain freiluftkino-neue-zukunft kino-intimes kino-zukunft"
    " tilsiter-lichtspiele uci-luxe-east-side-gallery",
    "gesundbrunnen": "",
    "kreuzberg": "freiluftkino-kreuzberg fsk-kino moviemento sputnik-kino yorck",
    "mitte-ortsteil": "acudkino babylon-mitte hackesche-hoefe-kino kino-central kino-international zeughauskino",
    "moabit": "filmrauschpalast",
    "neukoelln-ortsteil": "cineplex-neukoelln-arcaden freiluftkino-hasenheide neues-off passage rollberg-kinos"
    " wolf-kino",
    "prenzlauer-berg": "colosseum-filmtheater filmtheater-am-friedrichshain kino-in-der-kulturbrauerei lichtblick-kino",
    "schoeneberg": "odeon xenon",
    "tiergarten": "cinemaxx-potsdamer-platz sommerkino-kulturforum",
    "wedding": "cineplex-alhambra city-kino-wedding freiluftkino-rehberge sinema-transtopia",
    "wilmersdorf": "bundesplatz-kino eva-lichtspiele",
}
WELL_KNOWN = [
    ("Alexanderplatz", 52.5219, 13.4132, ["mitte", "mitte-ortsteil"]),
    ("Brandenburger Tor", 52.5163, 13.3777, ["mitte", "mitte-ortsteil"]),
    ("Hermannplatz, Karstadt's side", 52.4866, 13.4262, ["neukoelln", "neukoelln-ortsteil"]),
    ("Bahnhof Zoo", 52.5072, 13.3325, ["charlottenburg", "charlottenburg-wilmersdorf"]),
    ("the zoo itself", 52.5085, 13.3377, ["mitte", "tiergarten"]),
    ("KaDeWe", 52.5016, 13.3413, ["schoeneberg", "tempelhof-schoeneberg"]),
    ("Alt-Tegel", 52.5897, 13.2838, ["reinickendorf"]),
    ("Köpenick, castle", 52.4438, 13.5727, ["treptow-koepenick"]),
    ("Spandau, citadel", 52.5410, 13.2125, ["spandau"]),
    ("Boxhagener Platz", 52.5108, 13.4597, ["friedrichshain", "friedrichshain-kreuzberg"]),
    ("Görlitzer Park", 52.4965, 13.4370, ["friedrichshain-kreuzberg", "kreuzberg"]),
    ("Kollwitzplatz", 52.5360, 13.4180, ["pankow", "prenzlauer-berg"]),
    ("Rathaus Schöneberg", 52.4850, 13.3440, ["schoeneberg", "tempelhof-schoeneberg"]),
    ("Tempelhofer Feld", 52.4730, 13.4010, ["tempelhof-schoeneberg"]),
    ("Wannsee, Strandbad", 52.4390, 13.1780, ["steglitz-zehlendorf"]),
    ("Tierpark", 52.5030, 13.5290, ["lichtenberg"]),
    ("Gärten der Welt", 52.5390, 13.5740, ["marzahn-hellersdorf"]),
    ("Potsdam, main station", 52.3915, 13.0670, []),
]


@pytest.fixture(scope="module")
def positions() -> dict[str, Point]:
    text = (files("data.demo") / "berlin" / "cinemas.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["slug"]: Point(float(row["lat"]), float(row["lon"])) for row in rows}


@pytest.fixture
def areas(engine: Engine) -> Areas:
    with writing(engine) as session:
        import_demo_areas(session, NOW)
    with reading(engine) as session:
        return load_areas(session)


@pytest.mark.parametrize(("kind", "expected"), [(DISTRICT, CINEMAS), (NEIGHBOURHOOD, NEIGHBOURHOODS)])
def test_every_cinema_lies_where_its_address_says(
    areas: Areas, positions: dict[str, Point], kind: str, expected: dict[str, str]
) -> None:
    found: dict[str, list[str]] = {area.slug: [] for area in areas if area.kind == kind}
    for slug, point in positions.items():
        for area in areas.at(point):
            if area.kind == kind:
                found[area.slug].append(slug)
    assert {area: " ".join(sorted(slugs)) for area, slugs in found.items()} == expected
    if kind == DISTRICT:
        assert sum(map(len, found.values())) == len(positions) == 65


@pytest.mark.parametrize(("place", "lat", "lon", "slugs"), WELL_KNOWN)
def test_well_known_places_lie_where_everybody_knows(
    areas: Areas, place: str, lat: float, lon: float, slugs: list[str]
) -> None:
    assert [area.slug for area in areas.at(Point(lat, lon))] == slugs, place


def test_districts_have_neither_gaps_nor_overlaps(areas: Areas) -> None:
    districts = [area.geometry for area in areas if area.kind == DISTRICT]
    assert len(districts) == 12
    whole = shapely.union_all(districts)
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0
    assert sum(shapely.area(one) for one in districts) == pytest.approx(shapely.area(whole), rel=1e-9)
    assert all(shapely.relate_pattern(one, other, "F********") for one, other in combinations(districts, 2))


def test_neighbourhoods_lie_in_one_district_each_and_apart_from_each_other(areas: Areas) -> None:
    parts = [area.geometry for area in areas if area.kind == NEIGHBOURHOOD]
    districts = [area.geometry for area in areas if area.kind == DISTRICT]
    assert len(parts) == 13
    assert all(sum(shapely.covers(district, part) for district in districts) == 1 for part in parts)
    assert all(shapely.relate_pattern(one, other, "F********") for one, other in combinations(parts, 2))


def test_the_file_needs_no_repair_and_comes_in_once(engine: Engine, areas: Areas) -> None:
    with writing(engine) as session:
        import_demo_areas(session, NOW)
    with reading(engine) as session:
        assert [change.kind for change in session.exec(select(Change))] == ["areas"]
        assert {area.origin for area in session.exec(select(StoredArea))} == {"demo"}
    written = json.loads((files("data.demo") / "berlin" / "districts.geojson").read_bytes())
    assert len(written["features"]) == len(areas) == 25
    assert all(shapely.is_valid(shapely.from_geojson(json.dumps(one["geometry"]))) for one in written["features"])
