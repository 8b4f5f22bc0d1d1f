"""What the database keeps of schedules, for tests to look at."""

from sqlalchemy import Engine
from sqlmodel import func, select

from data.schedules.history import PastSchedule, history_of, report_of
from data.schedules.report import Report
from data.tables.change import Change
from data.tables.database import reading
from data.tables.schedule import Schedule, ScheduleFile, UploadKey


def history(engine: Engine, cinema: str = "moviemento") -> list[PastSchedule]:
    with reading(engine) as session:
        return history_of(session, cinema)


def count(engine: Engine, table: type[Schedule | ScheduleFile | UploadKey | Change]) -> int:
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def kept(engine: Engine, report: Report) -> Report:
    with reading(engine) as session:
        return report_of(session, "moviemento", int(report.id or 0))
