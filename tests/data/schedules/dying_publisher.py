"""What a process does that publishes a file's week and is killed meanwhile, or kills itself at the worst moment."""

import os
import signal

from sqlalchemy import Engine, event

from data.schedules.plan import Document, plan_schedule
from data.schedules.publish import Consent, publish
from data.schedules.undo import undo
from data.tables.database import open_database, writing
from tests.data.factories import NOW


def publish_and_undo_until_killed(url: str, content: bytes) -> None:
    engine = open_database(url)
    while True:
        _publish(engine, content)
        with writing(engine) as session:
            undo(session, "moviemento", now=NOW, by="child")


def publish_and_die_before_the_commit(url: str, content: bytes) -> None:
    engine = open_database(url)
    event.listen(engine, "commit", lambda _connection: os.kill(os.getpid(), signal.SIGKILL))
    _publish(engine, content)


def publish_and_die_after_the_commit(url: str, content: bytes) -> None:
    _publish(open_database(url), content)
    os.kill(os.getpid(), signal.SIGKILL)


def _publish(engine: Engine, content: bytes) -> None:
    with writing(engine) as session:
        plan = plan_schedule(session, "moviemento", Document(name="week.csv", content=content), now=NOW)
        publish(session, plan, now=NOW, accept=frozenset(Consent))
