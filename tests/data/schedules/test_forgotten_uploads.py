"""What is uploaded and never published is forgotten: the newest stay, for a month."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from data.schedules.errors import UnknownScheduleError
from data.schedules.forgotten import MOST_WAITING
from data.tables.schedule import ScheduleFile
from tests.data.factories import (
    NOW,
    add_cinema,
    publish_uploaded_sheet,
    row,
    upload_sheet,
)
from tests.data.schedules.kept_schedules import count, history, kept

pytestmark = pytest.mark.both_databases


def test_of_what_is_never_published_the_newest_are_kept(house: Engine) -> None:
    add_cinema(house, "odeon")
    published = upload_sheet(house, row(time="10:00"))
    publish_uploaded_sheet(house, published)
    upload_sheet(house, row(time="10:10"), cinema="odeon")
    for minute in range(10, 10 + MOST_WAITING + 5):
        upload_sheet(house, row(time=f"20:{minute}"), now=NOW + timedelta(minutes=minute))
    kept_now = history(house)
    assert [one.state for one in kept_now] == ["checked"] * MOST_WAITING + ["published"]
    assert kept_now[0].uploaded_at == NOW + timedelta(minutes=10 + MOST_WAITING + 4)
    # The other cinema's, though it is that of a forgotten one too, and those that are left.
    assert count(house, ScheduleFile) == MOST_WAITING + 2
    assert kept(house, published).state == "published"


def test_what_is_not_published_for_a_month_is_forgotten(house: Engine) -> None:
    old = upload_sheet(house, row(time="10:00"))
    again = upload_sheet(house, row(time="11:00"))
    upload_sheet(house, row(time="11:00"), now=NOW + timedelta(days=29))
    upload_sheet(house, row(time="12:00"), now=NOW + timedelta(days=31))
    assert [one.state for one in history(house)] == ["checked"] * 2
    assert kept(house, again).state == "checked"
    with pytest.raises(UnknownScheduleError):
        kept(house, old)
    assert count(house, ScheduleFile) == 2
