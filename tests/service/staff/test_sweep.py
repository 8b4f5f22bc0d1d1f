"""What is kept for a while is forgotten when the while is over, and nothing else."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event, Thread

import pytest
from sqlalchemy import Engine

from data.schedules.errors import FileForgottenError
from data.schedules.history import history_of
from data.schedules.kept import file_of
from data.tables.database import migrate, open_database, reading, writing
from service.settings import Settings
from service.staff.audit import entries, note
from service.staff.deeds import Deed
from service.staff.invitations import accept, invite, open_invitations
from service.staff.sessions import begin_session, sessions_of
from service.staff.sweep import Swept, keep_sweeping, sweep
from service.staff.tokens import issue_token, list_tokens
from tests.data.factories import (
    NOW,
    add_cinema,
    add_film,
    dump,
    publish_uploaded_sheet,
    row,
    undo_latest,
    upload_sheet,
)
from tests.service.staff.visitors import PASSWORD_HASH, add_account

pytestmark = pytest.mark.both_databases
NONE = Swept(files=0, audit=0, invitations=0, sessions=0, tokens=0)
DAY = timedelta(days=1)


@pytest.fixture
def house(new_database_url: str) -> Iterator[Engine]:
    engine = open_database(new_database_url)
    migrate(engine)
    add_cinema(engine)
    add_film(engine)
    yield engine
    engine.dispose()


def swept(engine: Engine, now: datetime, **settings: int) -> Swept:
    with writing(engine) as session:
        return sweep(session, Settings(**settings), now)  # type: ignore[arg-type]  # days, all of them


def test_files_are_emptied_and_their_history_stays(house: Engine) -> None:
    number = int(publish_uploaded_sheet(house, upload_sheet(house, row())).id or 0)
    assert swept(house, NOW + 400 * DAY, audit_days=9999) == NONE
    assert swept(house, NOW + 401 * DAY).files == 1
    assert swept(house, NOW + 402 * DAY).files == 0
    with reading(house) as session:
        (past,) = history_of(session, "moviemento")
        assert (past.state, past.size_bytes > 0) == ("published", True)
        with pytest.raises(FileForgottenError, match=r"programme\.csv is no longer kept"):
            file_of(session, "moviemento", number)
    assert undo_latest(house, schedule_id=number).state == "undone"


def test_a_file_that_comes_again_is_there_again(house: Engine) -> None:
    publish_uploaded_sheet(house, upload_sheet(house, row(date="2027-11-26")))
    later = NOW + 401 * DAY
    swept(house, later)
    again = upload_sheet(house, row(date="2027-11-26"), now=later)
    with reading(house) as session:
        assert file_of(session, "moviemento", int(again.id or 0)).content


def test_what_was_never_published_goes_of_every_cinema(house: Engine) -> None:
    upload_sheet(house, row())
    swept(house, NOW + 30 * DAY)
    assert dump(house)["schedule"] == dump(house)["schedule_file"] == []


def test_the_log_goes_after_its_days(house: Engine) -> None:
    with writing(house) as session:
        note(session, Deed.INVITED, by="command line", now=NOW, about="ada@example.org")
        note(session, Deed.INVITED, by="command line", now=NOW + DAY, about="grace@example.org")
    assert swept(house, NOW + 10 * DAY, audit_days=10).audit == 1
    with reading(house) as session:
        assert [one.about for one in entries(session)] == ["grace@example.org"]


def test_whoever_was_invited_and_never_came_is_forgotten(house: Engine) -> None:
    with writing(house) as session:
        invite(session, "ada@example.org", by="command line", now=NOW, cinemas=["moviemento"])
        used = invite(session, "grace@example.org", by="command line", now=NOW + DAY, cinemas=["moviemento"])
        accept(session, used, password_hash=PASSWORD_HASH, now=NOW + 2 * DAY)
        invite(session, "new@example.org", by="command line", now=NOW + 31 * DAY, is_editor=True)
    assert swept(house, NOW + 32 * DAY - timedelta(seconds=1)).invitations == 0
    assert swept(house, NOW + 32 * DAY).invitations == 2
    with reading(house) as session:
        assert [one.email for one in open_invitations(session, NOW + 32 * DAY)] == ["new@example.org"]


def test_sessions_and_tokens_that_ended_go(house: Engine) -> None:
    with writing(house) as session:
        account = add_account(session)
        begin_session(session, account.id, "?, ?", NOW)
        begin_session(session, account.id, "?, ?", NOW + 13 * DAY)
        issue_token(session, "ada@example.org", ["moviemento"], now=NOW, lasts=DAY)
        issue_token(session, "ada@example.org", ["moviemento"], now=NOW, lasts=30 * DAY)
    assert swept(house, NOW + 14 * DAY, address_days=13) == Swept(files=0, audit=0, invitations=0, sessions=1, tokens=1)
    with reading(house) as session:
        assert len(sessions_of(session, account_id_of(house), NOW + 14 * DAY)) == 1
        assert len(list_tokens(session)) == 1


def account_id_of(engine: Engine) -> int:
    return int(str(dump(engine)["account"][0][0]))


def test_it_stops_when_it_is_told(house: Engine) -> None:
    stopping = Event()
    thread = Thread(target=keep_sweeping, args=(house, Settings(), lambda: NOW, stopping))
    thread.start()
    stopping.set()
    thread.join(10)
    assert not thread.is_alive()
