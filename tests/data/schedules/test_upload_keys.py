"""An `Idempotency-Key` lets an upload be repeated: it gets its first answer, for a day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.schedules.errors import UploadKeyReusedError
from data.schedules.report import Report
from data.schedules.upload_keys import MOST_KEYS
from data.tables.database import open_database, writing
from data.tables.schedule import Schedule, ScheduleFile, UploadKey
from tests.data.factories import (
    NOW,
    add_cinema,
    dump,
    publish_uploaded_sheet,
    row,
    upload_sheet,
)
from tests.data.schedules.kept_schedules import count

pytestmark = pytest.mark.both_databases


def test_a_repeated_key_gets_the_first_answer(house: Engine) -> None:
    first = upload_sheet(house, row(), idempotency_key="k")
    publish_uploaded_sheet(house, first)
    before = dump(house)
    again = upload_sheet(house, row(), idempotency_key="k", now=NOW + timedelta(hours=23))
    assert (again, dump(house)) == (first, before)


@pytest.mark.parametrize("other", [{"rows": [row(time="21:00")]}, {"mode": "add"}, {"by": "me", "rows": []}])
def test_a_key_is_not_used_for_two_uploads(house: Engine, other: dict[str, Any]) -> None:
    asked = {"rows": [row()]} | other
    upload_sheet(house, row(), idempotency_key="k")
    with pytest.raises(UploadKeyReusedError, match="Send a new key"):
        upload_sheet(house, *asked.pop("rows"), idempotency_key="k", **asked)


def test_the_same_key_of_another_cinema_is_another_key(house: Engine) -> None:
    add_cinema(house, "odeon")
    upload_sheet(house, row(), idempotency_key="k")
    assert upload_sheet(house, row(time="21:00"), idempotency_key="k", cinema="odeon").cinema == "odeon"


def test_a_key_is_forgotten_after_a_day(house: Engine) -> None:
    upload_sheet(house, row(), idempotency_key="k")
    upload_sheet(house, row(), idempotency_key="other", now=NOW + timedelta(hours=24))
    assert count(house, UploadKey) == 1
    report = upload_sheet(house, row(time="21:00"), idempotency_key="k", now=NOW + timedelta(hours=24))
    assert report.state == "checked"


def test_a_cinema_has_no_more_than_so_many_keys(house: Engine) -> None:
    upload_sheet(house, row())
    with writing(house) as session:
        session.add_all(
            UploadKey(cinema_id=1, key=str(number), asked="", report={}, used_at=NOW) for number in range(MOST_KEYS)
        )
    upload_sheet(house, row(), idempotency_key="new", now=NOW + timedelta(minutes=1))
    assert count(house, UploadKey) == MOST_KEYS
    assert upload_sheet(house, row(), idempotency_key="new", now=NOW + timedelta(minutes=1)).id == "1"


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_none_is_refused(house: Engine, key: str) -> None:
    with pytest.raises(QuestionError, match="1 to 200 signs"):
        upload_sheet(house, row(), idempotency_key=key)


def test_the_same_key_twice_at_once_gets_one_answer(house: Engine, database_url: str) -> None:
    def send(_: int) -> Report:
        engine = open_database(database_url)
        report = upload_sheet(engine, row(), row(time="22:00"), idempotency_key="k")
        engine.dispose()
        return report

    with ThreadPoolExecutor(4) as clients:
        first, *others = clients.map(send, range(4))
    assert others == [first] * 3
    assert (count(house, Schedule), count(house, ScheduleFile), count(house, UploadKey)) == (1, 1, 1)
