"""Lists of cinemas brought into a database, and what became of them."""

import json
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import select

from data.catalogue.cinemas import import_cinemas
from data.catalogue.locating import NOBODY_ASKED, Located
from data.catalogue.report import CatalogueReport
from data.tables.cinema import Cinema
from data.tables.database import reading, writing

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def bring_in(engine: Engine, content: object, *, located: Located = NOBODY_ASKED) -> CatalogueReport:
    """Import bytes or text as they are, anything else as JSON."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    with writing(engine) as session:
        return import_cinemas(session, text.encode() if isinstance(text, str) else text, now=NOW, located=located)


def cinemas(engine: Engine) -> dict[str, Cinema]:
    with reading(engine) as session:
        found = {cinema.slug: cinema for cinema in session.exec(select(Cinema).order_by(Cinema.slug))}
        session.expunge_all()
    return found


def counts(report: CatalogueReport) -> tuple[int, int, int, int, int]:
    assert report.rows == report.added + report.changed + report.unchanged + report.left_aside + report.errors
    return report.rows, report.added, report.unchanged, report.left_aside, report.errors


def found(report: CatalogueReport) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.row, problem.column) for problem in report.problems]


def sentences(report: CatalogueReport) -> str:
    return "\n".join(problem.message for problem in report.problems)
