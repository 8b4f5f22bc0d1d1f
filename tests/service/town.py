"""A small town for the doors to speak of: four cinemas, some films, one evening's programme, come in as files do."""

import json
from datetime import UTC, datetime

from sqlalchemy import Engine

from data.catalogue.cinemas import import_cinemas
from data.catalogue.films import import_films
from data.places.areas import import_areas
from data.tables.database import migrate, open_database, writing
from tests.data.factories import publish_sheet, row

# A Thursday, 16:00 in Berlin.
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
CINEMAS = """slug,name,street,postcode,city,country,lat,lon,time_zone,website,wheelchair
moviemento,Moviemento,Kottbusser Damm 22,10967,Berlin,DE,52.49033,13.4234,Europe/Berlin,https://moviemento.example/,yes
rollberg,Rollberg,Rollbergstraße 70,12049,Berlin,DE,52.47937,13.43079,Europe/Berlin,,limited
thalia,Thalia,Rudolf-Breitscheid-Str. 50,14482,Potsdam,DE,52.39282,13.09241,Europe/Berlin,,
silent,The Silent House,,,Berlin,DE,52.5,13.5,Europe/Berlin,,
"""
EVIL_TITLE = "</script><script>alert(1)</script> \u202eevil\u202c & \u2066Söhne\u2069"
PLAIN_EVIL_TITLE = "</script><script>alert(1)</script> evil & Söhne"
FILMS = [
    {
        "slug": "red-rocket",
        "original_title": "Red Rocket",
        "titles": {"de": "Red Rocket", "en": "Red Rocket"},
        "year": 2021,
        "countries": ["US"],
        "minutes": 130,
        "original_languages": ["en"],
        "genres": ["comedy", "drama"],
        "age_ratings": {"DE": "16"},
        "released_on": {"DE": "2022-04-14"},
        "credits": {"director": ["Sean Baker"], "cast": ["Simon Rex", "Suzanna Son"]},
        "texts": {"de": {"teaser": "Ein Heimkehrer.", "review": "Erstens.\n\nZweitens.", "author": "Mira Falk"}},
    },
    {
        "slug": "fallende-blaetter",
        "original_title": "Kuolleet lehdet",
        "titles": {"de": "Fallende Blätter", "en": "Fallen Leaves", "fi": "Kuolleet lehdet"},
        "year": 2023,
        "minutes": 81,
        "original_languages": ["fi"],
    },
    {"slug": "evil", "original_title": EVIL_TITLE, "minutes": 90, "original_languages": ["de"]},
    {"slug": "nobodys-film", "original_title": "Nobody's Film", "year": 1999},
]


def square(south: float, west: float, north: float, east: float) -> dict[str, object]:
    """Draw a box."""
    return {"type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north]]]}


AREAS = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": name, "kind": kind, "aliases": aliases}, "geometry": geometry}
        for name, kind, aliases, geometry in (
            ("Kreuzberg", "neighbourhood", "X-Berg", square(52.48, 13.38, 52.51, 13.425)),
            ("Friedrichshain-Kreuzberg", "district", "", square(52.48, 13.38, 52.53, 13.425)),
            ("Neukölln", "district", "", square(52.41, 13.425, 52.49, 13.49)),
        )
    ],
}
NEAR = {"lat": 52.5, "lon": 13.42}


def build_town(url: str) -> None:
    """Fill a database with the town, as of NOW."""
    engine = open_database(url)
    migrate(engine)
    with writing(engine) as session:
        import_cinemas(session, CINEMAS.encode(), now=NOW)
        import_films(session, json.dumps(FILMS).encode(), now=NOW)
        import_areas(session, json.dumps(AREAS).encode(), now=NOW)
    _publish(engine)
    engine.dispose()


def _publish(engine: Engine) -> None:
    publish_sheet(
        engine,
        row(time="20:15", title="Red Rocket", link="https://tickets.example/1", format="35mm"),
        row(time="22:30", title=EVIL_TITLE, version="", link="javascript:alert(1)"),
        row(date="2026-11-27", time="00:30", title="Fallende Blätter", version="OmeU", link=""),
        now=NOW,
        cinema="moviemento",
    )
    publish_sheet(
        engine,
        row(time="18:00", title="Red Rocket", version="OV", auditorium=""),
        row(time="21:00", title="Nur ein Titel", version="", auditorium="", status="ausverkauft"),
        row(time="23:00", title="[rec] :skull: [/b]", version="", auditorium=""),
        row(date="2026-12-01", title="Red Rocket", auditorium=""),
        now=NOW,
        cinema="rollberg",
    )
    publish_sheet(engine, row(time="19:00", title="Red Rocket", version="DF"), now=NOW, cinema="thalia")
