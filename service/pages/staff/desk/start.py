"""The desk itself: drop a file, see what waits and what was, and the addresses that are read."""

from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Response

from data.errors import DataError
from data.feeds.errors import FeedAddressError
from data.feeds.registered import add_feed, host_of, list_feeds, remove_feed
from data.schedules.history import PastSchedule, history_of
from data.schedules.stored import cinema_of
from data.schedules.undo import undo
from data.tables.database import reading, writing
from service.pages.staff.desk.visit import CurrentDeskVisit, DeskVisit
from service.sent_form import CurrentForm
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(
    prefix="/staff/cinemas/{slug}", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)
_MOST_PAST = 20
_FEED_MINUTES = 60


def desk_page(visit: DeskVisit, *, problem: str | None = None) -> Response:
    """Show the desk; with a problem, as the answer to what was sent."""
    with reading(visit.engine) as session:
        cinema = cinema_of(session, visit.slug)
        past = history_of(session, visit.slug)[:_MOST_PAST]
        feeds = list_feeds(session, visit.slug)
        name, country, zone = cinema.name, cinema.country, ZoneInfo(cinema.time_zone)
    return visit.show(
        "start.html",
        status=400 if problem else 200,
        problem=problem,
        zone=zone,
        name=name,
        country=country,
        past=past,
        known_until=_known_until(past),
        feeds=feeds,
    )


@router.get("", response_class=Response)
def start(visit: CurrentDeskVisit) -> Response:
    """Show the desk."""
    return desk_page(visit)


@router.post("/undo", response_class=Response)
def undo_latest(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Take the latest schedule back, if it is still the one that was shown."""
    try:
        with writing(visit.engine) as session:
            report = undo(session, visit.slug, form.number("schedule"), now=visit.now, by=visit.person.email)
            visit.note(session, Deed.UNDID, report.named)
    except DataError as error:
        return desk_page(visit, problem=visit.told(error))
    return visit.see_other(visit.desk, done="undone-but" if report.problems else "undone")


@router.post("/feeds", response_class=Response)
def read_feed(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Have an address read from now on."""
    try:
        with writing(visit.engine) as session:
            feed = add_feed(
                session,
                visit.slug,
                form.text("url"),
                every_minutes=_FEED_MINUTES,
                now=visit.now,
                by=visit.person.email,
            )
            visit.note(session, Deed.ADDED_FEED, host_of(feed.url))
    except FeedAddressError as error:
        return desk_page(visit, problem=visit.told(error))
    return visit.see_other(visit.desk, done="feed")


@router.post("/feeds/remove", response_class=Response)
def forget_feed(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Have an address read no more."""
    try:
        with writing(visit.engine) as session:
            host = remove_feed(session, visit.slug, form.number("feed"))
            visit.note(session, Deed.REMOVED_FEED, host)
    except DataError as error:
        return desk_page(visit, problem=visit.told(error))
    return visit.see_other(visit.desk, done="feed-removed")


def _known_until(past: list[PastSchedule]) -> object:
    days = [one.scope.until_on for one in past if one.scope and one.state == "published"]
    return max(days, default=None)
