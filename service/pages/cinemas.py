"""The page `/cinemas`: all cinemas, town by town."""

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from data.programme.facts import CinemaFacts
from data.programme.programme import Programme
from data.text import folded
from service.dependencies import CurrentProgramme
from service.pages.language import PageLanguage
from service.pages.phrases import PHRASES
from service.pages.rendering import render

# More are listed town by town, each on a page of its own.
MOST_ON_A_PAGE = 500

router = APIRouter(include_in_schema=False)


@router.get("/cinemas", response_class=Response)
def cinemas(
    request: Request,
    programme: CurrentProgramme,
    language: PageLanguage,
    city: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """List the cinemas, those of one town where the address names it."""
    towns = _by_town(programme, PHRASES[language].elsewhere)
    shown = {city: towns[city]} if city in towns else towns
    return render(
        request,
        "cinemas.html",
        language,
        title=PHRASES[language].cinemas_title if shown is towns else f"{PHRASES[language].cinemas}: {city}",
        towns=shown,
        is_long=sum(map(len, shown.values())) > MOST_ON_A_PAGE and len(shown) > 1,
    )


def _by_town(programme: Programme, elsewhere: str) -> dict[str, list[CinemaFacts]]:
    """Give the cinemas by town, the one with the most first; those of no town last."""
    in_order = sorted(programme.cinemas, key=lambda one: (one.city or "", folded(one.name), one.slug))
    towns = [(town, list(those)) for town, those in groupby(in_order, key=lambda one: one.city or "")]
    towns.sort(key=lambda town: (not town[0], -len(town[1]), town[0]))
    return {town or elsewhere: those for town, those in towns}
