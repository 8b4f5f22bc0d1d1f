"""The facts of a film in the words of a page: countries, languages, genres, dates."""

from collections.abc import Iterator
from datetime import date

from babel import Locale
from babel.dates import format_date

from data.programme.facts import FilmDetails, FilmFacts
from data.versions.explain import language_name
from service.pages.phrases import PHRASES

# The country whose ratings and release dates the pages show.
HOME_COUNTRY = "DE"
# What everybody says, where the official name is longer.
SHORT_COUNTRIES = {"US": "USA", "GB": "UK", "HK": "Hong Kong"}
# The day before the month, in English too, as in the headings of the days.
_DATES = {"de": "de", "en": "en_GB"}
_NO_DIALOGUE = {"de": "ohne Dialog", "en": "no dialogue"}
GENRES_IN_GERMAN = {
    "action": "Action",
    "adventure": "Abenteuer",
    "animation": "Animation",
    "biography": "Biografie",
    "children": "Kinderfilm",
    "comedy": "Komödie",
    "crime": "Krimi",
    "documentary": "Dokumentarfilm",
    "drama": "Drama",
    "fantasy": "Fantasy",
    "history": "Historie",
    "horror": "Horror",
    "music": "Musik",
    "musical": "Musical",
    "mystery": "Mystery",
    "romance": "Romanze",
    "science-fiction": "Science-Fiction",
    "silent": "Stummfilm",
    "thriller": "Thriller",
    "war": "Kriegsfilm",
    "western": "Western",
}


def title_in(film: FilmDetails | FilmFacts, language: str) -> str:
    """Give a film's title in a language, where it has one there."""
    return film.titles.get(language, film.title)


def facts_line(film: FilmDetails, language: str) -> str:
    """Write `USA 2021 · 130 min · Englisch · Komödie, Drama · FSK 16`, without what nobody knows."""
    rating = film.age_ratings.get(HOME_COUNTRY)
    languages = ", ".join(_spoken(tag, language) for tag in film.original_languages)
    parts = [*_origin(film, language), languages, ", ".join(genres(film, language))]
    return " · ".join(
        [part for part in parts if part] + ([PHRASES[language].age_rating.format(rating)] if rating else [])
    )


def card_lines(film: FilmDetails, language: str) -> list[str]:
    """Write the two short lines of a film's card."""
    return [line for line in (" · ".join(_origin(film, language)), ", ".join(genres(film, language))) if line]


def genres(film: FilmDetails, language: str) -> list[str]:
    """Name the genres."""
    german = language == "de"
    return [GENRES_IN_GERMAN.get(genre, genre) if german else genre.replace("-", " ") for genre in film.genres]


def release_day(film: FilmDetails, language: str) -> str | None:
    """Write the day on which the film came to the cinemas here, if it is known."""
    released_on = film.released_on.get(HOME_COUNTRY)
    return format_date(date.fromisoformat(released_on), "long", locale=_DATES[language]) if released_on else None


def _origin(film: FilmDetails, language: str) -> Iterator[str]:
    names = Locale.parse(language).territories
    countries = ", ".join(SHORT_COUNTRIES.get(code, names.get(code, code)) for code in film.countries)
    made = " ".join(part for part in (countries, str(film.year or "")) if part)
    if made:
        yield made
    if film.minutes:
        yield f"{film.minutes} min"


def _spoken(tag: str, language: str) -> str:
    return _NO_DIALOGUE[language] if tag == "zxx" else language_name(tag, language)
