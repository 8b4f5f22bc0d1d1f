"""`kinonah feeds …`: addresses at which cinemas keep their programmes, read on a timetable."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.feeds.reading import FeedReading
from data.feeds.registered import FeedFacts, add_feed, host_of, list_feeds, pause_feed, remove_feed
from data.schedules.publish import COMMAND_LINE
from data.tables.database import reading, writing
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.now import NowOption, read_now
from service.cli.opened import opened_database
from service.cli.printing import print_json
from service.cli.waiting import waiting
from service.feeds import read_due
from service.outside.fetching import Fetcher
from service.settings import read_settings
from service.staff.audit import note_at
from service.staff.deeds import Deed

_UTC = ZoneInfo("UTC")

feeds = typer.Typer(help="Addresses at which cinemas keep their programmes.", no_args_is_help=True)

Cinema = Annotated[str, typer.Option("--cinema", metavar="SLUG", help="Whose programme it is.")]
AnyCinema = Annotated[str | None, typer.Option("--cinema", metavar="SLUG", help="Of this cinema only.")]
Number = Annotated[int, typer.Argument(metavar="ID", help="The number that `kinonah feeds list` shows.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@feeds.command("add")
def add(
    url: Annotated[str, typer.Argument(help="A calendar (.ics), a page with JSON-LD, a vendor's feed, a table.")],
    *,
    cinema: Cinema,
    every: Annotated[int, typer.Option(metavar="MINUTES", help="How often it is read.")] = 60,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Register an address. It is read at the next run, and then on its timetable."""
    with opened_database() as engine, writing(engine) as session:
        moment = read_now(now, _UTC)
        feed = add_feed(session, cinema, url, every_minutes=every, now=moment, by=COMMAND_LINE)
        note_at(session, cinema, Deed.ADDED_FEED, host_of(feed.url), by=COMMAND_LINE, now=moment)
    if as_json:
        print_json(feed)
        return
    typer.echo(f"Feed {feed.id} of {feed.cinema} is read every {feed.every_minutes} minutes while Kinonah serves.")
    typer.echo(f"kinonah feeds run --cinema {feed.cinema} reads it now.")


@feeds.command("list")
def show(*, cinema: AnyCinema = None, as_json: JsonOption = False) -> None:
    """List the feeds: what came of each, when it was read and is read next."""
    with opened_database() as engine, reading(engine) as session:
        found = list_feeds(session, cinema)
    if as_json:
        print_json(found)
    else:
        _show(found)


@feeds.command("run")
def run(*, cinema: AnyCinema = None, now: NowOption = None, as_json: JsonOption = False) -> None:
    """Read what is due and nobody else reads at this moment; for a timetable of your own (cron)."""
    settings = read_settings()
    fetch = Fetcher(agent=settings.feeds_agent, allowed=settings.feeds_allowed.split())
    with opened_database() as engine, waiting("Reading feeds"):
        came = list(read_due(engine, fetch, lambda: read_now(now, _UTC), cinema_slug=cinema))
    if as_json:
        print_json(came)
    else:
        _tell(came)
    if any(one.problem for one in came):
        raise typer.Exit(DATA_HAS_ERRORS)


@feeds.command("pause")
def pause(feed: Number, *, cinema: Cinema) -> None:
    """Read a feed no more, until it is resumed."""
    with opened_database() as engine, writing(engine) as session:
        pause_feed(session, cinema, feed, is_paused=True, now=datetime.now(UTC))
    typer.echo(f"Feed {feed} is paused. kinonah feeds resume {feed} --cinema {cinema} reads it again.")


@feeds.command("resume")
def resume(feed: Number, *, cinema: Cinema) -> None:
    """Read a paused feed again, from the next run on."""
    with opened_database() as engine, writing(engine) as session:
        pause_feed(session, cinema, feed, is_paused=False, now=datetime.now(UTC))
    typer.echo(f"Feed {feed} is read again.")


@feeds.command("remove")
def remove(feed: Number, *, cinema: Cinema) -> None:
    """Forget a feed. What it published stays."""
    with opened_database() as engine, writing(engine) as session:
        host = remove_feed(session, cinema, feed)
        note_at(session, cinema, Deed.REMOVED_FEED, host, by=COMMAND_LINE, now=datetime.now(UTC))
    typer.echo(f"Feed {feed} is removed; what it published stays.")


def _show(found: Sequence[FeedFacts]) -> None:
    for feed in found:
        read = f"last read {feed.read_at:%Y-%m-%d %H:%M} UTC" if feed.read_at else "never read"
        known = f"known until {feed.known_until}" if feed.known_until else "nothing known"
        typer.echo(
            "  ".join((feed.id, feed.cinema, feed.state, read, known, f"every {feed.every_minutes} min", feed.url))
        )
        if feed.problem:
            typer.echo(f"    {feed.problem}")
    if not found:
        typer.echo("There are no feeds. kinonah feeds add URL --cinema SLUG registers one.")


def _tell(came: Sequence[FeedReading]) -> None:
    for one in came:
        counts = one.report.counts if one.report else None
        said = f" ({counts.added} added, {counts.moved} moved, {counts.removed} removed)" if counts else ""
        typer.echo(f"{one.cinema}: {one.outcome}{said}")
        if one.problem:
            typer.echo(f"    {one.problem}")
    if not came:
        typer.echo("No feed is due.")
