"""Publishes at the same time are as good as one after the other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import func, select

from data.tables.database import reading
from data.tables.film import Film
from tests.data.factories import add_cinema, publish_sheet, row, starts

pytestmark = pytest.mark.both_databases


def test_the_same_file_at_once_is_published_once(house: Engine) -> None:
    states = at_once(house, "moviemento", "moviemento", "moviemento")
    assert sorted(states) == ["published", "unchanged", "unchanged"]
    assert starts(house) == ["26 20:00"]


def test_cinemas_that_name_a_new_film_at_once_name_the_same_film(house: Engine) -> None:
    add_cinema(house, "babylon")
    add_cinema(house, "central")
    assert at_once(house, "moviemento", "babylon", "central") == ["published"] * 3
    with reading(house) as session:
        assert session.exec(select(func.count()).where(Film.is_provisional)).one() == 1


def at_once(engine: Engine, *cinemas: str) -> list[str]:
    """Let cinemas publish a sheet with a film that nobody knows; give what came of each."""
    together = Barrier(len(cinemas))

    def publish(cinema: str) -> str:
        together.wait()
        return publish_sheet(engine, row(title="Neu"), cinema=cinema).state

    with ThreadPoolExecutor(len(cinemas)) as pool:
        return list(pool.map(publish, cinemas))
