"""A file and what was asked of it become plans: for its cinema, or for each that it names."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from data.errors import QuestionError, UnknownCinemaError
from data.schedules.all_cinemas import plan_all_cinemas
from data.schedules.asked_scope import AskedScope
from data.schedules.plan import Document, Mode, Plan, plan_schedule
from data.schedules.stored import cinema_of
from data.tables.cinema import Cinema
from service.cli.now import read_now
from service.cli.waiting import waiting


def asked_scope(from_on: str | None, until_on: str | None, auditoriums: list[str] | None) -> AskedScope:
    """Read the part of the programme that a file is to be taken for. Raises QuestionError for what is no date."""
    return AskedScope(_day("from", from_on), _day("until", until_on), tuple(auditoriums) if auditoriums else None)


def _day(option: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise QuestionError(option, f"--{option} is no date. Write it as 2026-11-26.") from None


def plans_of(
    session: Session,
    file: Path,
    cinema: str | None,
    *,
    all_cinemas: bool,
    mode: Mode,
    asked: AskedScope,
    now: str | None,
) -> tuple[list[Plan], datetime]:
    """Plan a file for its cinema, or for each that it names, while a terminal shows that something goes on."""
    if all_cinemas and cinema is not None:
        raise QuestionError("cinema", "Say --cinema or --all-cinemas, not both.")
    document = Document(name=file.name, content=file.read_bytes())
    if all_cinemas:
        moment = read_now(now, _some_zone(session))
        with waiting(f"Checking {file.name}"):
            return plan_all_cinemas(session, document, now=moment, mode=mode, asked=asked), moment
    own = _cinema(session, file, cinema)
    moment = read_now(now, ZoneInfo(own.time_zone))
    with waiting(f"Checking {file.name}"):
        return [plan_schedule(session, own.slug, document, now=moment, mode=mode, asked=asked)], moment


def _some_zone(session: Session) -> ZoneInfo:
    """Give the zone of a cinema: the file of several is that of neighbours."""
    return ZoneInfo(session.exec(select(Cinema.time_zone).order_by(col(Cinema.id))).first() or "UTC")


def _cinema(session: Session, file: Path, slug: str | None) -> Cinema:
    """Find whose file it is. Raises UnknownCinemaError, or QuestionError where nobody said."""
    if slug is not None:
        return cinema_of(session, slug)
    try:
        return cinema_of(session, file.stem)
    except UnknownCinemaError:
        raise QuestionError(
            "cinema",
            f"Say whose file this is: --cinema SLUG, or --all-cinemas for each that it names. No cinema is called "
            f"{file.stem!r}.",
        ) from None
