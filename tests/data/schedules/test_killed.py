"""Whoever publishes may be killed at any moment: the programme is the old week or the new one, and nothing between."""

import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from random import Random

import pytest
from sqlalchemy import Engine
from sqlmodel import col, func, select

from data.programme.load import load_programme
from data.tables.change import Change
from data.tables.database import reading
from data.tables.schedule import Schedule
from tests.data.factories import publish_sheet, row, sheet, starts
from tests.data.schedules.dying_publisher import (
    publish_and_die_after_the_commit,
    publish_and_die_before_the_commit,
    publish_and_undo_until_killed,
)

OLD = [row(date=f"2026-11-{day}", time=f"{hour}:00") for day in (26, 27, 28) for hour in (14, 16, 18)]
NEW = [row(date=f"2026-11-{day}", time=f"{hour}:30", title="Neu") for day in (26, 27, 28) for hour in (15, 17, 19, 21)]
KILLS = 50

# A server that has imported everything: its children are born in milliseconds, and without this process's threads.
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.data.schedules.dying_publisher"])


@pytest.fixture
def old_week(house: Engine) -> Engine:
    """Give a database in which the old week is published."""
    publish_sheet(house, *OLD)
    return house


def which_week(engine: Engine) -> str:
    """Hold screenings, schedules, change log and programme against each other, and say which week they all show."""
    shown = starts(engine)
    week = "old" if shown == _starts(OLD) else "new"
    assert shown == _starts(OLD if week == "old" else NEW)
    with reading(engine) as session:
        states = session.exec(select(Schedule.state).order_by(col(Schedule.publish_number))).all()
        changes = session.exec(select(func.count()).select_from(Change)).one()
        programme = load_programme(session, language="de")
    # Every publish is a change, and every undo another.
    assert changes == len(states) + states.count("undone")
    assert states.count("published") == (1 if week == "old" else 2)
    assert programme.screening_count == len(shown)
    return week


def _starts(rows: list[dict[str, str]]) -> list[str]:
    return [f"{one['date'][-2:]} {one['time']}" for one in rows]


def killed(dies: Callable[[str, bytes], None], engine: Engine, seconds: float | None = None) -> float:
    """Let a process publish the new week until it has killed itself, or is killed; say how long it lived."""
    child = PROCESSES.Process(target=dies, args=(str(engine.url), sheet(*NEW)))
    child.start()
    born = time.monotonic()
    child.join(seconds)
    child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    return time.monotonic() - born


@pytest.mark.parametrize(
    ("dies", "week"), [(publish_and_die_before_the_commit, "old"), (publish_and_die_after_the_commit, "new")]
)
def test_the_commit_is_what_makes_it_the_new_week(
    old_week: Engine, dies: Callable[[str, bytes], None], week: str
) -> None:
    killed(dies, old_week)
    assert which_week(old_week) == week


def test_killed_at_any_moment_it_leaves_one_week_or_the_other(old_week: Engine) -> None:
    chance = Random(20261125)
    # As long as one takes here until it has published, and half as long again.
    longest = 1.5 * min(killed(publish_and_die_before_the_commit, old_week) for _ in range(3))
    found = set()
    for _ in range(KILLS):
        killed(publish_and_undo_until_killed, old_week, chance.uniform(0, longest))
        found.add(which_week(old_week))
    assert found == {"old", "new"}
