"""The app: routes, middleware and the programme they read from, put together."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread

from fastapi import Depends, FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from data.places.keeper import GazetteerKeeper
from data.programme.answer import Showtimes
from data.programme.days import CinemaInFull
from data.programme.facts import FilmDetails
from data.programme.films_answer import FilmsNear
from data.programme.refresh import ProgrammeKeeper
from data.programme.screenings import CinemaScreenings, OneScreening
from data.schedules.report import Report
from data.tables.database import open_database
from service.access_log import AccessLog, access_lines
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
from service.api.shortcut import AppWithShortcut, Shortcut
from service.at_once import AT_ONCE, AnswerAtOnce
from service.feeds import keep_reading
from service.fresh_places import FreshPlaces
from service.freshness import Freshness
from service.head import HeadLikeGet
from service.headers import ProtectiveHeaders
from service.kept import KeptAnswers
from service.log_setup import configure_logging
from service.outside.fetching import Fetcher
from service.outside.opened import open_geocoder
from service.pages import app_icons, cinema, crawlers, embed, film, home, legal, widget
from service.pages import cinemas as cinema_list
from service.pages import films as film_list
from service.pages.rendering import page_environment
from service.pages.staff.register import STAFF_PAGES
from service.preflight import Preflight
from service.problems import add_problem_answers, problem_schema
from service.settings import Settings, read_settings
from service.site_uses import SiteUses, keep_counting
from service.sites import Sites, admit
from service.staff.attempts import Attempts
from service.staff.sign_in import Doorkeeper
from service.staff.sweep import keep_sweeping
from service.static import FOLDER, WebPart, static_routes
from service.turns import Turns

# How long a refresh under way may take to end when the service stops.
STOP_SECONDS = 2.0
# How long a question may wait while another thread, a refresh, computes. With Python's own 5 ms a caller who asks one
# question after another gets a quarter of the answers meanwhile, with this one six in ten.
SWITCH_SECONDS = 0.0001
# After how many new objects Python looks for cycles among them, how many such looks make one at those that stayed, and
# how many of these one at everything. Nobody is answered meanwhile: a look at 20,000 took 5 to 8 ms, at these it takes
# one. Seldom at everything: a refresh leaves much that stays, and next to no cycles.
CYCLE_THRESHOLDS = (1_000, 4, 1_000)
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
_PAGES = (home, film_list, film, cinema_list, cinema, widget, embed, legal, crawlers, app_icons)


def app_from_environment() -> FastAPI:
    """Build the app in a process of its own; the server calls this by name."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*CYCLE_THRESHOLDS)
    settings = read_settings()
    configure_logging(settings.log_level)
    return create_app(settings, once_loaded=settle)


def settle() -> None:
    """Have Python never again look for cycles among what is there now: a programme stays, and holds none."""
    gc.collect()
    gc.freeze()


def nothing() -> None:
    """Do nothing."""


def current_time() -> datetime:
    """Ask the machine's clock."""
    return datetime.now(UTC)


def create_app(
    settings: Settings,
    *,
    static_folder: Path = FOLDER,
    clock: Callable[[], datetime] = current_time,
    once_loaded: Callable[[], None] = nothing,
) -> FastAPI:
    """Put the app together; `once_loaded` is called when it is about to answer its first question.

    Its state holds `settings`, `clock`, `once_loaded`, `web_part`, `pages`, `access_lines`, `kept`, `attempts`,
    `turns`, `doorkeeper`, `geocoder`, `sites` and `site_uses`; once it runs, `keeper` and `freshness`, `places` and
    `fresh_places` too.
    """
    web_part = WebPart(static_folder)
    app = AppWithShortcut(
        title="Kinonah",
        version=version("kinonah"),
        description="Which cinema near you shows the film you want, when, and in a language that you understand.",
        openapi_url="/api/openapi.json",
        # Their pages need inline scripts from elsewhere, which our policy forbids.
        docs_url=None,
        redoc_url=None,
        # It would pass addresses and wrong values on, positions among them, to wherever the environment says.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        lifespan=_run,
        routes=static_routes(web_part),
        responses={"default": problem_schema()},
    )
    app.state.settings = settings
    app.state.clock = clock
    app.state.once_loaded = once_loaded
    app.state.web_part = web_part
    app.state.pages = page_environment()
    app.state.access_lines = access_lines()
    app.state.kept = KeptAnswers()
    app.state.attempts = Attempts()
    app.state.turns = Turns()
    app.state.doorkeeper = Doorkeeper()
    app.state.geocoder = open_geocoder(settings)
    app.state.sites = Sites(settings.widget_sites.split())
    app.state.site_uses = SiteUses()
    for door in _READING:
        app.include_router(door.router, dependencies=[Depends(admit)])
    for door in (schedules, screening_status, health, *_PAGES, *STAFF_PAGES):
        app.include_router(door.router)
    describe(app, _SHAPES)
    add_problem_answers(app)
    # The last added is the outermost: an answer to a failure gets its headers too.
    app.add_middleware(HeadLikeGet)
    app.add_middleware(Preflight)
    app.add_middleware(AccessLog, lines=app.state.access_lines)
    app.add_middleware(ProtectiveHeaders)
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    return app


@asynccontextmanager
async def _run(app: AppWithShortcut) -> AsyncIterator[Mapping[str, AnswerAtOnce]]:
    """Hold a fresh programme for as long as the app runs; tell the server who answers at once."""
    settings: Settings = app.state.settings
    engine = open_database(settings.database_url)
    app.state.keeper = ProgrammeKeeper(engine, language=settings.language)
    app.state.freshness = Freshness(engine, app.state.keeper)
    app.state.places = GazetteerKeeper(engine)
    app.state.fresh_places = FreshPlaces(app.state.places, app.state.freshness)
    app.shortcut = Shortcut(
        app.state.keeper,
        app.state.freshness,
        app.state.kept,
        app.state.clock,
        app.state.access_lines,
        app.state.site_uses,
        is_for_all=not app.state.sites.names,
    )
    # Kept answers belong to this thread; the programme changes in another one.
    in_this_thread, kept = asyncio.get_running_loop().call_soon_threadsafe, app.state.kept
    app.state.keeper.listeners.append(lambda *change: in_this_thread(kept.programme_changed, *change))
    await asyncio.to_thread(app.state.freshness.bring_up_to_date)
    await asyncio.to_thread(app.state.fresh_places.bring_up_to_date)
    app.state.once_loaded()
    stopping = Event()
    fetch = Fetcher(agent=settings.feeds_agent, allowed=settings.feeds_allowed.split())
    counting = (app.state.site_uses, engine, app.state.clock, stopping)
    # Daemons: a database that hangs must not keep the process from ending.
    threads = [
        Thread(target=keep_reading, args=(engine, fetch, app.state.clock, stopping), name="feeds", daemon=True),
        Thread(target=app.state.freshness.keep, args=(stopping,), name="programme", daemon=True),
        Thread(target=app.state.fresh_places.keep, args=(stopping,), name="places", daemon=True),
        Thread(target=app.state.access_lines.keep_writing, args=(stopping,), name="log", daemon=True),
        Thread(target=keep_counting, args=counting, name="sites", daemon=True),
        Thread(target=keep_sweeping, args=(engine, settings, app.state.clock, stopping), name="sweeping", daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield {AT_ONCE: app.shortcut.answer}
    finally:
        stopping.set()
        app.shortcut = None
        app.state.keeper.listeners.clear()
        for thread in threads:
            await asyncio.to_thread(thread.join, STOP_SECONDS)
        engine.dispose()
