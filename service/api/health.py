"""Whether the service lives and can answer: for whoever runs it."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from service.dependencies import CurrentFreshness, LoadedKeeper

router = APIRouter(prefix="/health", tags=["health"])


class Live(BaseModel, frozen=True):
    """The process answers."""

    status: Literal["live"] = "live"


class Ready(BaseModel, frozen=True):
    """What the process holds; `stale` while the database, not answering since `stale_since`, may hold more."""

    status: Literal["ready"] = "ready"
    cinemas: int
    films: int
    screenings: int
    as_of: datetime | None
    stale: bool
    stale_since: datetime | None


@router.get("/live")
async def live(response: Response) -> Live:
    """Say that the process answers."""
    response.headers["Cache-Control"] = "no-store"
    return Live()


@router.get("/ready")
async def ready(response: Response, keeper: LoadedKeeper, freshness: CurrentFreshness) -> Ready:
    """Say that a programme is loaded, and how much and how old it is; a problem while there is none."""
    response.headers["Cache-Control"] = "no-store"
    programme = keeper.programme
    return Ready(
        cinemas=len(programme.cinemas),
        films=len(programme.films),
        screenings=programme.screening_count,
        as_of=programme.as_of,
        stale=freshness.stale_since is not None,
        stale_since=freshness.stale_since,
    )
