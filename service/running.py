"""What runs beside the answers for as long as the app does: the programme kept fresh, feeds, the log, the sweep."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from threading import Event, Thread

from data.feeds.last_read import LastRead
from data.places.keeper import GazetteerKeeper
from data.programme.refresh import ProgrammeKeeper
from data.tables.database import open_database
from service.api.shortcut import AppWithShortcut, Shortcut
from service.at_once import AT_ONCE, AnswerAtOnce
from service.feeds import keep_reading, note_last_read
from service.fresh_places import FreshPlaces
from service.freshness import Freshness
from service.outside.fetching import Fetcher
from service.settings import Settings
from service.site_uses import keep_counting
from service.staff.sweep import keep_sweeping

# How long a refresh under way may take to end when the service stops.
STOP_SECONDS = 2.0


@asynccontextmanager
async def run(app: AppWithShortcut) -> AsyncIterator[Mapping[str, AnswerAtOnce]]:
    """Hold a fresh programme for as long as the app runs; tell the server who answers at once."""
    settings: Settings = app.state.settings
    engine = open_database(settings.database_url)
    app.state.keeper = ProgrammeKeeper(engine, language=settings.language)
    app.state.freshness = Freshness(engine, app.state.keeper)
    app.state.last_read = LastRead(engine)
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
    if app.state.freshness.is_loaded:
        await asyncio.to_thread(note_last_read, app.state.last_read)
    app.state.once_loaded()
    stopping = Event()
    fetch = Fetcher(agent=settings.feeds_agent, allowed=settings.feeds_allowed.split())
    feeding = (engine, fetch, app.state.clock, stopping, app.state.last_read)
    counting = (app.state.site_uses, engine, app.state.clock, stopping)
    # Daemons: a database that hangs must not keep the process from ending.
    threads = [
        Thread(target=keep_reading, args=feeding, name="feeds", daemon=True),
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
