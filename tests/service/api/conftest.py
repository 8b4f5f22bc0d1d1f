"""A cinema with something of everything to be exported."""

import pytest
from fastapi.testclient import TestClient

from tests.data.factories import add_film, publish_sheet, row
from tests.service.api.exported import FORMULAS
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.town import NOW


@pytest.fixture
def house(town: TestClient) -> TestClient:
    """A cinema whose sheet says things in its own way, as sheets do."""
    engine = engine_of(town)
    add_film(engine, "Suspiria", slug="suspiria-1977", year=1977)
    add_film(engine, "Suspiria", slug="suspiria-2018", year=2018)
    add_film(engine, "Das Boot", slug="das-boot", year=1981, original_languages=["de"])
    publish_sheet(
        engine,
        row(date="2026-11-27", time="20:15", title="Kuolleet lehdet", version="O.m.U.", format="35 mm, 4K"),
        row(date="2026-11-27", time="18:00", title="Red Rocket (OmenglU)", version=""),
        row(date="2026-11-28", time="00:30", title="Suspiria (1977)", version="OV"),
        row(date="2026-11-28", time="20:00", title="Red Rocket + Suspiria (2018)", version="OmU"),
        row(date="2026-11-28", time="22:00", title="Sneak Preview", version="", auditorium="Kino 2"),
        row(date="2026-11-29", time="20:00", title="Das Boot", version="DF", status="ausverkauft"),
        row(date="2026-11-29", time="17:00", title="Das Boot", version="OV", status="abgesagt"),
        row(date="2026-11-30", title="Red Rocket", version="irgendwie", auditorium="Saal; 3"),
        row(date="2026-11-30", time="21:00", title="Red Rocket", id="V-17", link="https://tickets.example/?a=1,2"),
        *(row(date="2026-12-01", time=f"{12 + hour}:00", title=title) for hour, title in enumerate(FORMULAS)),
        now=NOW,
    )
    publish_sheet(
        engine,
        row(date="2026-11-27", time="20:00", auditorium="", id="A"),
        row(date="2026-11-27", time="20:00", auditorium="", id="B"),
        now=NOW,
        cinema="thalia",
    )
    return fresh(town)
