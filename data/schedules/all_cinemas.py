"""A file of several cinemas: a plan for each that is known, all of them made before one is published."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope
from data.schedules.plan import Document, Mode, Plan, plan_sheet
from data.schedules.readers.recognise import read_schedule
from data.schedules.stored import cinema_names, cinema_of, title_book
from data.schedules.whose_rows import WhoseRows, whose_rows, with_houses
from data.sentence import Sentence


def plan_all_cinemas(
    session: Session,
    document: Document,
    *,
    now: datetime,
    mode: Mode = Mode.REPLACE,
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> list[Plan]:
    """Plan the schedule of each known cinema of a file, by slug. Names that nobody knows are warnings of each.

    To be published in this order: a film that is new to the first is known to the next. Raises FileUnreadableError
    where the file as a whole cannot be read, or names no cinema that is known.
    """
    # A zone is that of a cinema, and which they are is known only from the file: a day more or less says no other year.
    names = cinema_names(session)
    sheet = with_houses(read_schedule(document.content, now.date()), names)
    whose = whose_rows(sheet, names)
    slugs = sorted({slug for slug in whose.slugs.values() if slug})
    if not slugs:
        raise FileUnreadableError(_no_cinema(whose))
    sheet = replace(sheet, problems=(*sheet.problems, *_unknown(whose, sheet.columns.get("cinema"))))
    book = title_book(session)
    return [
        plan_sheet(session, cinema_of(session, slug), document, sheet, whose, book, now=now, mode=mode, asked=asked)
        for slug in slugs
    ]


def _no_cinema(whose: WhoseRows) -> Sentence:
    if not whose.rows:
        return Sentence(
            "The file does not say whose its rows are. Add a column that names the cinema, or say --cinema SLUG."
        )
    return Sentence(
        "No cinema of this file is known: {cinemas}. Add them first: kinonah cinemas import.", cinemas=whose.named()
    )


def _unknown(whose: WhoseRows, column: str | None) -> Iterator[Problem]:
    for name, slug in whose.slugs.items():
        if slug is None:
            yield Problem(
                code="cinema-unknown",
                severity=Severity.WARNING,
                column=column,
                value=name,
                message=Sentence(
                    "No cinema of this name is known, or several are: its rows ({rows}) are left "
                    "aside. Write the name as it stands at the cinema's page.",
                    rows=whose.rows[name],
                ),
            )
