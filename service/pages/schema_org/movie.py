"""A film as https://schema.org/Movie."""

from data.programme.facts import FilmDetails
from service.pages.film_words import HOME_COUNTRY, genres
from service.pages.language import Language
from service.pages.phrases import PHRASES
from service.pages.schema_org.document import Node, without_unknown

_ROLES = {"director": "director", "cast": "actor", "writer": "author"}


def movie_id(base: str, slug: str) -> str:
    """Name a film for machines; `base` is the service's address."""
    return f"{base}/films/{slug}#film"


def movie(film: FilmDetails, base: str, language: Language) -> Node:
    """Describe a film."""
    picture = film.picture
    text, rating = film.texts.get(language), film.age_ratings.get(HOME_COUNTRY)
    return without_unknown(
        {
            "@type": "Movie",
            "@id": movie_id(base, film.slug),
            "url": f"{base}/films/{film.slug}",
            "name": film.title,
            "alternateName": _other_titles(film),
            "image": f"{base}/pictures/{picture.name}-{picture.width}.jpg" if picture else None,
            "description": text.teaser if text else None,
            "dateCreated": str(film.year) if film.year else None,
            "duration": f"PT{film.minutes}M" if film.minutes else None,
            "inLanguage": film.original_languages,
            "countryOfOrigin": [{"@type": "Country", "name": code} for code in film.countries],
            "genre": genres(film, language),
            "contentRating": PHRASES[language].age_rating.format(rating) if rating else None,
        }
        | {word: _people(film.credits.get(role, [])) for role, word in _ROLES.items()}
    )


def _other_titles(film: FilmDetails) -> list[str]:
    titles = dict.fromkeys((film.original_title, *film.titles.values()))
    return [title for title in titles if title != film.title]


def _people(names: list[str]) -> list[Node]:
    return [{"@type": "Person", "name": name} for name in names]
