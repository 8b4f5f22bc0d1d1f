"""A house with a film: where most sheets of these tests go."""

import pytest
from sqlalchemy import Engine

from tests.data.factories import add_cinema, add_film


@pytest.fixture
def house(engine: Engine) -> Engine:
    """Give a database with one cinema (moviemento) and one film (Red Rocket, spoken in English)."""
    add_cinema(engine)
    add_film(engine)
    return engine
