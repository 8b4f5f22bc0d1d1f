"""The films that still come somewhere, those at the most cinemas first."""

from datetime import datetime
from itertools import islice, takewhile

from data.programme.facts import FilmDetails
from data.programme.programme import Programme
from data.programme.search import search_films


def films_running(programme: Programme, now: datetime, most: int) -> list[FilmDetails]:
    """Give at most so many. A search without words has them before all others, so nothing is asked of the rest."""
    found = search_films(programme, "", now)
    return list(islice(takewhile(lambda film: programme.is_coming(film.slug, now), found), most))
