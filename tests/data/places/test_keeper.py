"""The gazetteer follows what changes, and the programme is not read anew for it."""

import io

import pytest
from sqlalchemy import Engine

from data.catalogue.cinemas import import_cinemas
from data.errors import DatabaseUnavailableError
from data.places.imports import import_places
from data.places.keeper import GazetteerKeeper
from data.programme.refresh import ProgrammeKeeper
from data.tables.database import writing
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row

pytestmark = pytest.mark.both_databases


def add_place(engine: Engine, name: str) -> None:
    with writing(engine) as session:
        content = f"name,kind,lat,lon\n{name},station,52.5,13.4\n".encode()
        import_places(session, io.BytesIO(content), now=NOW)


def test_before_it_is_loaded_it_says_so(engine: Engine) -> None:
    with pytest.raises(DatabaseUnavailableError, match="not loaded yet"):
        _ = GazetteerKeeper(engine).gazetteer


def test_it_is_read_anew_when_places_or_cinemas_changed(engine: Engine) -> None:
    keeper = GazetteerKeeper(engine)
    assert keeper.refresh()
    assert not keeper.refresh()
    add_place(engine, "Kottbusser Tor")
    assert keeper.refresh()
    assert [place.name for place in keeper.gazetteer.find("kottbusser")] == ["Kottbusser Tor"]
    with writing(engine) as session:
        import_cinemas(session, b"name,lat,lon,postcode,country\nMoviemento,52.49,13.42,10967,DE\n", now=NOW)
    assert keeper.refresh()
    assert {place.kind for place in keeper.gazetteer.find("10967")} == {"postcode"}


def test_a_publish_leaves_it_alone(engine: Engine) -> None:
    add_cinema(engine)
    add_film(engine)
    keeper = GazetteerKeeper(engine)
    keeper.refresh()
    before = keeper.gazetteer
    publish_sheet(engine, row())
    assert not keeper.refresh()
    assert keeper.gazetteer is before


def test_new_places_do_not_have_the_programme_read_anew(engine: Engine) -> None:
    add_cinema(engine)
    add_film(engine)
    publish_sheet(engine, row())
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    touched = []
    keeper.listeners.append(lambda _, touch: touched.append(touch))
    before = keeper.programme
    add_place(engine, "Kottbusser Tor")
    assert keeper.refresh()
    assert not keeper.refresh()
    assert [touch.cinemas for touch in touched if touch] == [()]
    assert keeper.programme.screening_count == before.screening_count == 1
    publish_sheet(engine, row(), row(time="22:00"))
    add_place(engine, "Ostkreuz")
    assert keeper.refresh()
    assert [len(touch.cinemas) for touch in touched if touch] == [0, 1]
    assert keeper.programme.screening_count == 2
