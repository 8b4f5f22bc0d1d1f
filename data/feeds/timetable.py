"""When a feed is read next: on its timetable, and later and later while its address fails."""

from datetime import datetime, timedelta

# A web server is asked no more often than this, and no less often than once a day.
SHORTEST_MINUTES = 15
LONGEST_MINUTES = 24 * 60


def next_reading(now: datetime, every_minutes: int, failures: int) -> datetime:
    """Give the moment of the next reading: twice as long after each failure in a row, at most a day."""
    # Ten doublings of the shortest are more than a day.
    minutes = min(every_minutes * 2 ** min(failures, 10), max(every_minutes, LONGEST_MINUTES))
    return now + timedelta(minutes=minutes)
