"""Whatever happens to cinemas, films, days and areas, in whichever order: a service that kept up says what a fresh one
says, by the short way and by the route."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from data.catalogue.cinemas import import_cinemas
from data.catalogue.closed_days import close_days, open_days
from data.catalogue.merge import merge_cinemas, merge_films
from data.catalogue.merge_errors import MergeRefusedError
from data.catalogue.unmerge import unmerge_cinemas, unmerge_films
from data.errors import UnknownCinemaError, UnknownFilmError
from data.places.areas import import_areas
from data.tables.database import open_database, writing
from service.app import create_app
from service.settings import Settings
from tests.data.factories import publish_sheet, row
from tests.service.town import CINEMAS, NOW

CINEMA_SLUGS = ("moviemento", "rollberg", "thalia", "silent")
FILM_SLUGS = ("red-rocket", "fallende-blaetter", "evil")
AREA = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Kreuzberg",'
    b'"kind":"neighbourhood"},"geometry":{"type":"Polygon","coordinates":[[[13.38,52.48],[%s,52.48],[%s,52.51],'
    b"[13.38,52.51],[13.38,52.48]]]}}]}"
)
EMPTY_DAY = date(2026, 12, 24)
PLACES = ("", "lat=52.5&lon=13.42&", "lat=52.5&lon=13.42&accuracy_m=1000&", "lat=52.4&lon=13.1&within_km=5&")
FILTERS = (
    *("film=red-rocket", "film=fallende-blaetter&cinema=moviemento", "on=2026-12-24", "cinema=thalia&on=2026-12-24"),
    *("area=kreuzberg", "area=kreuzberg&film=red-rocket", "cinema=rollberg&cinema=silent", "limit=1", "version=OmU"),
    *("on=2026-11-27&area=neukolln", "area=neukoelln&on=2026-12-24", "cinema=silent"),
)


def changes(chance: random.Random) -> Iterator[Callable[[Session], object]]:
    """Draw changes without an end."""
    while True:
        one, other = chance.sample(CINEMA_SLUGS, 2)
        film, work = chance.sample(FILM_SLUGS, 2)
        edge = chance.choice([b"13.425", b"13.40", b"13.50"])
        known: Sequence[Callable[[Session], object]] = (
            lambda session, a=one, b=other: merge_cinemas(session, a, b, now=NOW, by="us"),  # type: ignore[misc]
            lambda session, a=film, b=work: merge_films(session, a, b, now=NOW, by="us"),  # type: ignore[misc]
            lambda session, a=one: unmerge_cinemas(session, a, now=NOW, by="us"),  # type: ignore[misc]
            lambda session, a=other: unmerge_cinemas(session, a, now=NOW, by="us"),  # type: ignore[misc]
            lambda session, a=film: unmerge_films(session, a, now=NOW, by="us"),  # type: ignore[misc]
            lambda session, a=one: close_days(session, a, EMPTY_DAY, EMPTY_DAY, now=NOW),  # type: ignore[misc]
            lambda session, a=one: open_days(session, a, EMPTY_DAY, EMPTY_DAY, now=NOW),  # type: ignore[misc]
            lambda session: import_cinemas(session, CINEMAS.encode(), now=NOW),
            lambda session, at=edge: import_areas(session, AREA % (at, at), now=NOW),  # type: ignore[misc]
        )
        yield chance.choice(known)


@pytest.fixture
def fresh(settings: Settings, static_folder: Path, town: TestClient) -> Iterator[TestClient]:
    """Another process over the same database."""
    del town
    with TestClient(create_app(settings, static_folder=static_folder, clock=lambda: NOW)) as client:
        yield client


@pytest.mark.parametrize("seed", range(3))
def test_a_service_that_kept_up_says_what_a_fresh_one_says(town: TestClient, fresh: TestClient, seed: int) -> None:
    assert isinstance(town.app, FastAPI)
    assert isinstance(fresh.app, FastAPI)
    chance = random.Random(seed)
    engine = open_database(town.app.state.settings.database_url)
    for change, _ in zip(changes(chance), range(8), strict=False):
        with suppress(MergeRefusedError, UnknownCinemaError, UnknownFilmError), writing(engine) as session:
            change(session)
        with suppress(UnknownCinemaError):
            time, title = f"{chance.randrange(17, 23)}:10", chance.choice(("Red Rocket", "Fallende Blätter"))
            publish_sheet(engine, row(time=time, title=title), now=NOW, cinema=chance.choice(CINEMA_SLUGS))
        town.app.state.keeper.refresh()
        fresh.app.state.keeper.load()
        for query in (f"{place}{asked}" for place in PLACES for asked in FILTERS):
            said = {town.get(f"/api/v1/showtimes?{query}{end}").content for end in ("", "&")}
            assert said == {fresh.get(f"/api/v1/showtimes?{query}&").content}, query
    engine.dispose()
