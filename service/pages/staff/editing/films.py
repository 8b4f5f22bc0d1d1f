"""The page `/staff/films`: the films that wait for an editor, and a search for any other."""

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query, Response

from data.catalogue.waiting_films import waiting_films
from data.programme.search import find_films
from data.tables.database import reading
from service.dependencies import CurrentProgramme
from service.pages.staff.editing.visit import CurrentEditorsVisit
from service.staff.same_origin import refuse_other_origins

PAGE = "/staff/films"
MOST_WAITING = 100
_MOST_FOUND = 30
# Where those read who decide what comes first.
_ZONE = ZoneInfo("Europe/Berlin")

router = APIRouter(prefix=PAGE, include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.get("", response_class=Response)
def films(
    visit: CurrentEditorsVisit, programme: CurrentProgramme, q: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """List what waits, or what is like the words that were typed."""
    found = find_films(programme, q, visit.now, limit=_MOST_FOUND).films if q.strip() else []
    with reading(visit.engine) as session:
        waiting = waiting_films(session, visit.now, limit=MOST_WAITING)
    return visit.show(
        "films.html",
        asked=q,
        found=[programme.films[one.film] for one in found],
        waiting=waiting,
        zone=_ZONE,
    )
