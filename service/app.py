"""The app: routes, middleware and the programme they read from, put together."""

import gc
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from service.access_log import AccessLog, access_lines
from service.api.shortcut import AppWithShortcut
from service.doors import open_doors
from service.head import HeadLikeGet
from service.headers import ProtectiveHeaders
from service.kept import KeptAnswers
from service.log_setup import configure_logging
from service.outside.opened import open_geocoder
from service.pages.rendering import page_environment
from service.preflight import Preflight
from service.problems import add_problem_answers, problem_schema
from service.running import run
from service.settings import Settings, read_settings
from service.site_uses import SiteUses
from service.sites import Sites
from service.staff.attempts import Attempts
from service.staff.sign_in import Doorkeeper
from service.static import FOLDER, WebPart, static_routes
from service.turns import Turns

# How long a question may wait while another thread, a refresh, computes. With Python's own 5 ms a caller who asks one
# question after another gets a quarter of the answers meanwhile, with this one six in ten.
SWITCH_SECONDS = 0.0001
# After how many new objects Python looks for cycles among them, how many such looks make one at those that stayed, and
# how many of these one at everything. Nobody is answered meanwhile: a look at 20,000 took 5 to 8 ms, at these it takes
# one. Seldom at everything: a refresh leaves much that stays, and next to no cycles.
CYCLE_THRESHOLDS = (1_000, 4, 1_000)


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
        lifespan=run,
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
    open_doors(app)
    add_problem_answers(app)
    # The last added is the outermost: an answer to a failure gets its headers too.
    app.add_middleware(HeadLikeGet)
    app.add_middleware(Preflight)
    app.add_middleware(AccessLog, lines=app.state.access_lines)
    app.add_middleware(ProtectiveHeaders)
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    return app
