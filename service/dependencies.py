"""What routes ask for: the things that the app holds, ready to be read."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from data.feeds.last_read import LastRead
from data.places.keeper import GazetteerKeeper
from data.programme.programme import Programme
from data.programme.refresh import ProgrammeKeeper
from geo.gazetteer import Gazetteer
from geo.geocoder import Geocoder
from service.errors import NotReadyError
from service.fresh_places import FreshPlaces
from service.freshness import Freshness
from service.turns import Turns


def freshness_of(request: Request) -> Freshness:
    """Say how fresh the programme is."""
    freshness: Freshness = request.app.state.freshness
    return freshness


def loaded_keeper(request: Request) -> ProgrammeKeeper:
    """Give the keeper of the programme; raises NotReadyError while it holds none."""
    if not freshness_of(request).is_loaded:
        raise NotReadyError
    keeper: ProgrammeKeeper = request.app.state.keeper
    return keeper


def current_programme(keeper: Annotated[ProgrammeKeeper, Depends(loaded_keeper)]) -> Programme:
    """Give the programme as of now: one value for the whole of a request."""
    return keeper.programme


def loaded_programme(request: Request) -> Programme | None:
    """Give the programme, or null while there is none: for answers that do without."""
    return request.app.state.keeper.programme if freshness_of(request).is_loaded else None


def current_gazetteer(request: Request) -> Gazetteer:
    """Give the places that people can type; raises NotReadyError while they are not loaded."""
    fresh: FreshPlaces = request.app.state.fresh_places
    if not fresh.is_loaded:
        raise NotReadyError
    keeper: GazetteerKeeper = request.app.state.places
    return keeper.gazetteer


def last_read_of(request: Request) -> LastRead:
    """Give what says when feeds were last read."""
    last_read: LastRead = request.app.state.last_read
    return last_read


def geocoder_of(request: Request) -> Geocoder | None:
    """Give whom to ask for addresses; null where the operator named nobody."""
    geocoder: Geocoder | None = request.app.state.geocoder
    return geocoder


def engine_of(request: Request) -> Engine:
    """Give the database, for what memory does not hold."""
    keeper: ProgrammeKeeper = request.app.state.keeper
    return keeper.engine


def current_moment(request: Request) -> datetime:
    """Ask the app's clock, once a request."""
    now: datetime = request.app.state.clock()
    return now


def turns_of(request: Request) -> Turns:
    """Give the turns in which long work is done."""
    turns: Turns = request.app.state.turns
    return turns


CurrentFreshness = Annotated[Freshness, Depends(freshness_of)]
LoadedKeeper = Annotated[ProgrammeKeeper, Depends(loaded_keeper)]
CurrentProgramme = Annotated[Programme, Depends(current_programme)]
CurrentGazetteer = Annotated[Gazetteer, Depends(current_gazetteer)]
CurrentLastRead = Annotated[LastRead, Depends(last_read_of)]
CurrentGeocoder = Annotated[Geocoder | None, Depends(geocoder_of)]
CurrentEngine = Annotated[Engine, Depends(engine_of)]
CurrentTurns = Annotated[Turns, Depends(turns_of)]
CurrentMoment = Annotated[datetime, Depends(current_moment)]
