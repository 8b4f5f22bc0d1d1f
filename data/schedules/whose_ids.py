"""Whose a file is that we gave out and that names no cinema: its ids say it."""

from itertools import islice

from sqlmodel import Session, col, select

from data.errors import FileUnreadableError
from data.own_id import read_own_id
from data.schedules.sheet import Sheet
from data.sentence import Sentence
from data.tables.cinema import Cinema
from data.tables.screening import Screening

# As many ids tell whose all are.
_TELLING_IDS = 500


def require_own_ids(session: Session, sheet: Sheet, cinema: Cinema) -> None:
    """Raise FileUnreadableError where a sheet has ids of ours, and all of them are other cinemas'."""
    ids = set(islice((own_id for row in sheet.rows if (own_id := read_own_id(row.source_id))), _TELLING_IDS))
    if not ids:
        return
    query = select(Cinema.name, Cinema.id).join(Screening, col(Screening.cinema_id) == col(Cinema.id))
    owners = {cinema_id: name for name, cinema_id in session.exec(query.where(col(Screening.id).in_(ids)).distinct())}
    if owners and cinema.id not in owners:
        raise FileUnreadableError(
            Sentence(
                "This is a schedule for another cinema: its ids are of {others}. If it is "
                "of {name} all the same, leave the column of ids out.",
                others=", ".join(sorted(owners.values())[:3]),
                name=cinema.name,
            )
        )
