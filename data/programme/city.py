"""A city's coming days in one answer, to be taken along where there is no network."""

from datetime import datetime, timedelta

from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.write import write_found
from data.times.programme_day import programme_day_begins_at, programme_on
from geo.point import Point

DAYS = 3
# As far as one goes for a film on an evening, wherever in the circle one is.
WITHIN_M = 25_000.0
# The largest cities have half as many; an answer of so many screenings has 9 MB, and 800 KB compressed.
MOST_CINEMAS, MOST_SCREENINGS = 1_000, 25_000


def write_city(programme: Programme, point: Point, accuracy_m: float, now: datetime) -> bytes:
    """Write all showtimes around a point, of today and the days after it, in the shape of an answer to showtimes.

    Whole programme days: the answer stays the same until the day is over, or somebody publishes. What has begun is for
    the device to leave out. Raises PositionSwappedError where only the mirrored point is near a cinema.
    """
    zone = programme.zone_near(point)
    today = programme_on(now, zone)
    begins_at, ends_at = (programme_day_begins_at(day, zone) for day in (today, today + timedelta(days=DAYS)))
    question = Question(
        window=Window(begins_at, ends_at, today=today),
        near=point,
        accuracy_m=accuracy_m,
        within_m=WITHIN_M,
        limit=MOST_CINEMAS,
    )
    found = showtimes_near(programme, question, most_cinemas=MOST_CINEMAS, most_screenings=MOST_SCREENINGS)
    return write_found(programme, question, found)
