"""Screenings as https://schema.org/ScreeningEvent, with the films and cinemas that they name.

What is said is all that a schedule says, so that our own reader (data.schedules.readers.json_ld) reads it back without
loss: the label at the door as a DefinedTerm of the country's notation, the auditorium as a place within its cinema.
"""

from collections.abc import Iterator

from data.exports.titles import Titles
from data.own_id import own_id_of
from data.programme.answer import ScreeningFacts, Showtimes
from data.programme.facts import CinemaFacts, VersionFacts
from data.programme.programme import Programme
from data.versions.explain import explain
from data.versions.version import UNKNOWN_LANGUAGE
from service.pages.language import Language
from service.pages.schema_org.document import Node, link_to, without_unknown
from service.pages.schema_org.movie import movie, movie_id
from service.pages.schema_org.theater import address_id, theater, theater_id

_SCHEMA = "https://schema.org/"
_STATUSES = {"cancelled": f"{_SCHEMA}EventCancelled"}
_AVAILABILITIES = {"scheduled": f"{_SCHEMA}InStock", "sold-out": f"{_SCHEMA}SoldOut"}


def screening_events(programme: Programme, said: Showtimes, base: str, language: Language) -> Iterator[Node]:
    """Describe the screenings of an answer, and each film and cinema in it once; `base` is the service's address."""
    titles, public = Titles(programme), programme.film_by_slug
    yield from (movie(programme.film(slug), base, language) for slug in said.films if slug in public)
    for one in said.cinemas:
        yield theater(one.cinema, base)
        for screening in one.screenings:
            films = [movie_id(base, slug) for slug in screening.films if slug in public]
            name, version = titles.of(screening, said.films), said.versions[screening.version]
            yield _event(name, films, screening, one.cinema, version, base, language)


def _event(
    name: str,
    films: list[str],
    screening: ScreeningFacts,
    cinema: CinemaFacts,
    version: VersionFacts,
    base: str,
    language: Language,
) -> Node:
    return without_unknown(
        {
            "@type": "ScreeningEvent",
            "@id": f"{base}/cinemas/{cinema.slug}#{own_id_of(screening.id)}",
            "identifier": own_id_of(screening.id),
            "name": name,
            "startDate": screening.starts_at,
            "endDate": screening.ends_at,
            "eventStatus": _STATUSES.get(screening.status, f"{_SCHEMA}EventScheduled"),
            "workPresented": [link_to(film) for film in films],
            "inLanguage": [tag for tag in version.audio if tag != UNKNOWN_LANGUAGE],
            "subtitleLanguage": [tag for tag in version.subtitles or () if tag != UNKNOWN_LANGUAGE],
            "keywords": _label(version, cinema.country, base, language),
            "videoFormat": screening.formats,
            "location": _location(screening, cinema, base),
            "offers": _offer(screening),
        }
    )


def _label(version: VersionFacts, country: str, base: str, language: Language) -> Node | None:
    if not version.label:
        return None
    return {
        "@type": "DefinedTerm",
        "termCode": version.label,
        "name": explain(version.version, language),
        "inDefinedTermSet": f"{base}/api/v1/versions?country={country}",
    }


def _location(screening: ScreeningFacts, cinema: CinemaFacts, base: str) -> Node | list[Node]:
    house = link_to(theater_id(base, cinema.slug))
    if not screening.auditorium:
        return house
    address = link_to(address_id(base, cinema.slug))
    return [house, {"@type": "Place", "name": screening.auditorium, "address": address, "containedInPlace": house}]


def _offer(screening: ScreeningFacts) -> Node | None:
    if not screening.booking_url and screening.status != "sold-out":
        return None
    offer = {"@type": "Offer", "url": screening.booking_url, "availability": _AVAILABILITIES.get(screening.status)}
    return without_unknown(offer)
