"""What a page says to machines: schema.org as JSON-LD, safe inside a script element."""

from typing import Any

import msgspec
from markupsafe import Markup

from data.programme.answer import CinemaShowtimes, ScreeningFacts, Showtimes
from data.programme.facts import FilmDetails

_STATUSES = {"cancelled": "https://schema.org/EventCancelled"}
_ROLES = {"director": "director", "cast": "actor", "writer": "author"}


def film_json_ld(film: FilmDetails, said: Showtimes | None) -> Markup:
    """Describe a film, and its coming screenings (https://schema.org/Movie, https://schema.org/ScreeningEvent)."""
    movie = _movie(film)
    events = [_event(film, one, each) for one in said.cinemas for each in one.screenings] if said else []
    return safe_json({"@context": "https://schema.org", "@graph": [movie, *events]})


def safe_json(value: object) -> Markup:
    """Write JSON that cannot end the script element it stands in: `<`, `>` and `&` as escapes."""
    text = msgspec.json.encode(value).decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 (nothing of HTML is left in it)


def _movie(film: FilmDetails) -> dict[str, Any]:
    movie: dict[str, Any] = {"@type": "Movie", "name": film.title, "url": f"/films/{film.slug}"}
    if film.original_title != film.title:
        movie["alternateName"] = film.original_title
    if film.year:
        movie["dateCreated"] = str(film.year)
    if film.minutes:
        movie["duration"] = f"PT{film.minutes}M"
    if film.original_languages:
        movie["inLanguage"] = film.original_languages
    movie |= {
        word: [{"@type": "Person", "name": name} for name in film.credits[role]]
        for role, word in _ROLES.items()
        if role in film.credits
    }
    return movie


def _event(film: FilmDetails, one: CinemaShowtimes, screening: ScreeningFacts) -> dict[str, Any]:
    cinema = one.cinema
    place = {
        "@type": "MovieTheater",
        "name": cinema.name,
        "geo": {"@type": "GeoCoordinates", "latitude": cinema.lat, "longitude": cinema.lon},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": cinema.street,
            "postalCode": cinema.postcode,
            "addressLocality": cinema.city,
            "addressCountry": cinema.country,
        },
    }
    event = {
        "@type": "ScreeningEvent",
        "name": film.title,
        "startDate": screening.starts_at,
        "location": place,
        "workPresented": {"@type": "Movie", "name": film.title},
        "eventStatus": _STATUSES.get(screening.status, "https://schema.org/EventScheduled"),
    }
    if screening.booking_url:
        event["offers"] = {"@type": "Offer", "url": screening.booking_url}
    return event
