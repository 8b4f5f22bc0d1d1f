"""Several upload and publish at once: nothing is published twice, and nobody waits for a file to be understood."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from data.schedules.plan import Mode
from data.schedules.report import Report
from data.tables.change import Change
from data.tables.database import open_database
from tests.data.factories import (
    NOW,
    add_cinema,
    publish_sheet,
    publish_uploaded_sheet,
    row,
    starts,
    upload_sheet,
)
from tests.data.schedules.kept_schedules import count, history

pytestmark = pytest.mark.both_databases


def test_clients_that_publish_the_same_file_at_once_publish_it_once(house: Engine, database_url: str) -> None:
    def upload_and_publish(name: str) -> str:
        engine = open_database(database_url)
        report = publish_uploaded_sheet(engine, upload_sheet(engine, row(), row(time="22:00"), by=name))
        engine.dispose()
        return report.state

    with ThreadPoolExecutor(4) as clients:
        states = list(clients.map(upload_and_publish, ["one", "two", "one", "two"]))
    assert set(states) <= {"published", "unchanged"}
    assert starts(house) == ["26 20:00", "26 22:00"]
    assert count(house, Change) == 1
    assert [one.state for one in history(house)].count("published") == 1


def test_another_cinema_writes_while_a_large_file_is_understood(house: Engine) -> None:
    add_cinema(house, "odeon")
    days = [NOW + timedelta(days=day) for day in range(4, 304)]
    large = [
        row(date=f"{day:%Y-%m-%d}", time=f"{8 + number // 6:02}:{number % 6 * 9:02}", title=f"Film {number}")
        for day in days
        for number in range(60)
    ]
    with ThreadPoolExecutor(1) as other:
        begun = time.monotonic()
        uploading = other.submit(upload_sheet, house, *large)
        waits = list[float]()
        while not uploading.done():
            before = time.monotonic()
            publish_sheet(house, row(time=f"20:{len(waits) % 60:02}"), cinema="odeon")
            waits.append(time.monotonic() - before)
        took = time.monotonic() - begun
    assert uploading.result().counts.screenings == len(large)
    # Who waits for a turn that is taken while a file is understood, waits for most of that.
    assert len(waits) > 3
    assert max(waits) < took / 2


def test_a_plan_that_another_publish_overtook_is_made_anew(house: Engine, database_url: str) -> None:
    uploads = [upload_sheet(house, row(time=f"{hour}:00"), row(title="Neu"), mode=Mode.ADD) for hour in range(12, 20)]

    def send(uploaded: Report) -> str:
        engine = open_database(database_url)
        state = publish_uploaded_sheet(engine, uploaded).state
        engine.dispose()
        return state

    with ThreadPoolExecutor(4) as clients:
        assert list(clients.map(send, uploads)) == ["published"] * 8
    assert starts(house) == sorted([*(f"26 {hour}:00" for hour in range(12, 20)), "26 20:00"])
