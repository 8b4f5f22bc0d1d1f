"""The page `/staff/audit`, for administrators: who did what, the newest first; a link narrows it down."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from babel.dates import format_date, format_datetime
from fastapi import APIRouter, Query, Response

from data.errors import UnknownError
from data.schedules.stored import cinema_of
from data.sentence import Sentence
from data.tables.account import Account
from data.tables.database import reading
from service.pages.staff.audit_phrases import AUDIT_PHRASES
from service.pages.staff.visit import AdministratorsVisit
from service.staff.audit import Done, account_numbers, entries

PAGE = "/staff/audit"
A_PAGE_HOLDS = 50
_A_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_LOCALES = {"de": "de", "en": "en_GB"}
router = APIRouter(include_in_schema=False)
# A person is asked for by number: an address in the bar would stand in histories and logs.
Number = Annotated[int | None, Query(ge=1, le=2**63 - 1)]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the log is narrowed down to."""

    cinema: str | None
    person: int | None
    language: str | None

    def link(self, **changed: str | int | None) -> str:
        """Give the address of the log, narrowed down otherwise, or further back."""
        asked = {"cinema": self.cinema, "person": self.person, "before": None, "lang": self.language} | changed
        said = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"{PAGE}?{said}" if said else PAGE


@router.get(PAGE, response_class=Response)
def audit(
    visit: AdministratorsVisit,
    cinema: Annotated[str | None, Query(max_length=100)] = None,
    person: Number = None,
    before: Number = None,
) -> Response:
    """Show the log. Raises UnknownCinemaError, UnknownError."""
    with reading(visit.engine) as session:
        house = cinema_of(session, cinema) if cinema else None
        account = session.get(Account, person) if person else None
        if person and account is None:
            raise UnknownError(Sentence("This account is no longer there."))
        found = entries(
            session,
            limit=A_PAGE_HOLDS + 1,
            before=before,
            cinema_id=house.id if house else None,
            person=account.email if account else None,
        )
        numbers = account_numbers(session, found)
        only = [name for name in (house and house.name, account and account.email) if name]
    narrowed = Narrowed(cinema or None, person, visit.request.query_params.get("lang"))
    return visit.page(
        "audit.html",
        words=AUDIT_PHRASES[visit.language],
        deeds=found[:A_PAGE_HOLDS],
        older=_older(found),
        before=before,
        only=only,
        numbers=numbers,
        narrowed=narrowed,
        with_days=partial(with_days, locale=_LOCALES[visit.language]),
        moment=partial(format_datetime, format="short", locale=_LOCALES[visit.language]),
    )


def with_days(subject: str, locale: str) -> str:
    """Write the days in what something was done to as the reader does."""
    return _A_DAY.sub(lambda found: _day(found[0], locale), subject)


def _day(written: str, locale: str) -> str:
    try:
        return str(format_date(date.fromisoformat(written), format="medium", locale=locale))
    except ValueError:
        # It only looks like one: it may be part of a title.
        return written


def _older(found: list[Done]) -> int | None:
    """Give the entry before which there are more."""
    return found[A_PAGE_HOLDS - 1].id if len(found) > A_PAGE_HOLDS else None
