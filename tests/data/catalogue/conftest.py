"""A house that is there twice."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row


@pytest.fixture
def houses(engine: Engine) -> Engine:
    """Two names of one house, each with a programme."""
    add_cinema(engine, "passage", name="Passage", street="Karl-Marx-Straße 131", screens=None)
    add_cinema(engine, "passage-kino", name="Passage Kino", street="Karl-Marx-Str. 131", screens=4, lat=52.4901)
    add_film(engine)
    add_film(engine, "Aftersun")
    publish_sheet(engine, row(), row(time="22:00"), cinema="passage")
    publish_sheet(
        engine, row(), row(title="Aftersun", time="18:00"), cinema="passage-kino", now=NOW + timedelta(minutes=5)
    )
    return engine
