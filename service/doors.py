"""The doors: every route of the app, and the shapes of what it answers; a new one is one more name here."""

from fastapi import Depends, FastAPI

from data.programme.answer import Showtimes
from data.programme.days import CinemaInFull
from data.programme.facts import FilmDetails
from data.programme.films_answer import FilmsNear
from data.programme.screenings import CinemaScreenings, OneScreening
from data.schedules.report import Report
from service.api import (
    areas,
    calendars,
    cinemas,
    films,
    health,
    places,
    programme,
    schedules,
    screening_status,
    screenings,
    showtimes,
    templates,
    versions,
)
from service.api.description import describe
from service.pages import app_icons, cinema, crawlers, embed, film, home, legal, pictures, widget
from service.pages import cinemas as cinema_list
from service.pages import films as film_list
from service.pages.staff.register import STAFF_PAGES
from service.sites import admit

_SHAPES = (
    Showtimes,
    films.Films,
    FilmsNear,
    FilmDetails,
    cinemas.Cinemas,
    cinemas.CinemaFeatures,
    CinemaInFull,
    areas.AreaList,
    places.Places,
    versions.Legend,
    CinemaScreenings,
    OneScreening,
    screening_status.ScreeningStatus,
    schedules.Schedules,
    Report,
)
# Calendars before films and cinemas, whose addresses would hold theirs too.
_READING = (
    showtimes,
    programme,
    calendars,
    films,
    cinemas,
    areas,
    places,
    screenings,
    templates,
    versions,
)
_PAGES = (home, film_list, film, cinema_list, cinema, widget, embed, legal, crawlers, app_icons, pictures)


def open_doors(app: FastAPI) -> None:
    """Let an app have all its routes, described; what is for reading, other sites' pages may ask too."""
    for door in _READING:
        app.include_router(door.router, dependencies=[Depends(admit)])
    for door in (schedules, screening_status, health, *_PAGES, *STAFF_PAGES):
        app.include_router(door.router)
    describe(app, _SHAPES)
