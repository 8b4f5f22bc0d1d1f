"""Keys with which clients repeat an upload whose answer they never got: the first answer is kept for a day."""

from datetime import datetime, timedelta

import msgspec
from sqlalchemy import delete
from sqlmodel import Session, col, select

from data.errors import QuestionError
from data.schedules.errors import UploadKeyReusedError
from data.schedules.report import Report
from data.tables.schedule import UploadKey

LONGEST_KEY = 200
# With each, a whole report is kept: that of a large file has as many megabytes.
MOST_KEYS = 50
KEPT_FOR = timedelta(hours=24)


def answered_before(session: Session, cinema_id: int, key: str, asked: str, now: datetime) -> Report | None:
    """Give the first answer to what came with a key; null where it is new.

    Raises QuestionError for a key that is none, UploadKeyReusedError where it came with something else.
    """
    if not 0 < len(key) <= LONGEST_KEY:
        raise QuestionError("Idempotency-Key", f"An Idempotency-Key has 1 to {LONGEST_KEY} signs.")
    used = session.get(UploadKey, (cinema_id, key))
    if used is None or used.used_at <= now - KEPT_FOR:
        return None
    if used.asked != asked:
        raise UploadKeyReusedError(key)
    return msgspec.convert(used.report, Report)


def remember_answer(session: Session, cinema_id: int, key: str, asked: str, report: Report, now: datetime) -> None:
    """Keep the answer to a key, and forget what is old or too much."""
    session.merge(UploadKey(cinema_id=cinema_id, key=key, asked=asked, report=report.plain(), used_at=now))
    session.flush()
    of_cinema = col(UploadKey.cinema_id) == cinema_id
    session.exec(delete(UploadKey).where(of_cinema, col(UploadKey.used_at) <= now - KEPT_FOR))
    newest_first = select(UploadKey.key).where(of_cinema).order_by(col(UploadKey.used_at).desc(), col(UploadKey.key))
    if too_many := session.exec(newest_first.offset(MOST_KEYS)).all():
        session.exec(delete(UploadKey).where(of_cinema, col(UploadKey.key).in_(too_many)))
