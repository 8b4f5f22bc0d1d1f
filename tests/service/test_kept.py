"""Answers are kept for who asks the same in the same minute, as long as nothing touched them, and never for long."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from data.programme.programme import Programme
from data.programme.reach import Reach
from data.programme.touched import Touched
from data.tables.database import migrate, open_database
from geo.point import Point
from service.forms import Forms
from service.headers import said
from service.kept import MOST_PAIRS, KeptAnswers
from service.settings import Settings
from tests.data.factories import publish_sheet, row
from tests.data.programme.factories import loaded, programme_of
from tests.service.town import NOW

SHOWTIMES = "/api/v1/showtimes"
HERE = Point(52.5, 13.4)
EVERYTHING = Reach(films=None, places=None, centre=None, metres=float("inf"))
NOTHING = Reach(films=frozenset(), places=None, centre=None, metres=0.0)
TOUCHED = Touched(((HERE, frozenset({0})),))


@pytest.fixture
def programme(engine: Engine) -> Programme:
    return programme_of(engine)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/kept.db")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def kept(programme: Programme) -> KeptAnswers:
    """Room for two answers of a thousand bytes."""
    kept = KeptAnswers(most_bytes=8_500)
    kept.programme_changed(programme, None)
    return kept


def answered() -> Forms:
    return Forms(b"x" * 1_000, said())


def test_those_asked_for_longest_ago_make_room(kept: KeptAnswers, programme: Programme) -> None:
    for query_string in (b"a", b"b"):
        kept.keep(query_string, answered(), EVERYTHING, programme, NOW)
    assert kept.find(b"a", programme, NOW)
    kept.keep(b"c", answered(), EVERYTHING, programme, NOW)
    assert [bool(kept.find(one, programme, NOW)) for one in (b"a", b"b", b"c")] == [True, False, True]


def test_the_next_minute_knows_nothing_of_the_last(kept: KeptAnswers, programme: Programme) -> None:
    kept.keep(b"a", answered(), EVERYTHING, programme, NOW)
    assert kept.find(b"a", programme, NOW + timedelta(seconds=59))
    assert kept.find(b"a", programme, NOW + timedelta(seconds=60)) is None


def test_a_programme_not_announced_is_a_stranger(kept: KeptAnswers, programme: Programme, engine: Engine) -> None:
    kept.keep(b"a", answered(), EVERYTHING, programme, NOW)
    new = loaded(engine)
    assert kept.find(b"a", new, NOW) is None
    kept.keep(b"a", answered(), EVERYTHING, new, NOW)
    kept.programme_changed(new, Touched(()))
    kept.keep(b"b", answered(), EVERYTHING, programme, NOW)
    assert kept.find(b"b", new, NOW) is None


def test_a_change_drops_only_what_it_touches(kept: KeptAnswers, programme: Programme, engine: Engine) -> None:
    kept.keep(b"touched", answered(), EVERYTHING, programme, NOW)
    kept.keep(b"untouched", answered(), NOTHING, programme, NOW)
    new = loaded(engine)
    kept.programme_changed(new, TOUCHED)
    assert kept.find(b"touched", new, NOW) is None
    assert kept.find(b"untouched", new, NOW)


@pytest.mark.parametrize("touched", [None, Touched(TOUCHED.cinemas * (MOST_PAIRS + 1))])
def test_a_change_of_anything_or_of_very_much_drops_all(
    kept: KeptAnswers, programme: Programme, touched: Touched | None
) -> None:
    kept.keep(b"untouched", answered(), NOTHING, programme, NOW)
    kept.programme_changed(programme, touched)
    assert kept.find(b"untouched", programme, NOW) is None


def test_what_is_published_is_in_the_next_answer(town: TestClient, settings: Settings) -> None:
    def starts() -> list[str]:
        (cinema,) = town.get(f"{SHOWTIMES}?cinema=thalia").json()["cinemas"]
        return [one["starts_at"][11:16] for one in cinema["screenings"]]

    assert starts() == starts() == ["19:00"]
    engine = open_database(settings.database_url)
    publish_sheet(engine, row(time="19:30", title="Red Rocket", version="DF"), now=NOW, cinema="thalia")
    engine.dispose()
    wait_until(lambda: starts() == ["19:30"])


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < ends


def test_only_coarse_positions_are_kept(town: TestClient) -> None:
    app = town.app
    assert isinstance(app, FastAPI)
    kept: KeptAnswers = app.state.kept
    exact = ("lat=52.4986&lon=13.42", "lat=52.5&lon=13.41802", "lat=52.4986&lon=13.41802")
    for position in ("lat=52.50&lon=13.42", *exact):
        town.get(f"{SHOWTIMES}?{position}")
        town.get(f"{SHOWTIMES}?{position}&film=nope")
    assert kept.query_strings() == [b"lat=52.50&lon=13.42"]
