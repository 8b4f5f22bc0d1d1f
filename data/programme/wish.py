"""The question's words as masks over the programme's lists, and the cinemas that come into question."""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.columns import Wish
from data.programme.programme import Programme
from data.programme.question import Question
from data.versions.label import label_of
from data.versions.notation import FORMATS, VERSIONS, read_notation

Mask = NDArray[np.bool_]


def wish_of(programme: Programme, question: Question) -> Wish:
    """Say what a screening has to be. Raises QuestionError and UnknownFilmError."""
    window = question.window
    return Wish(
        from_minute=_minute(window.from_at),
        until_minute=_minute(window.until_at),
        evening=window.on.toordinal() if window.on else 0,
        films=_films(programme, question.films) if question.films else programme.all_films,
        versions=_versions(programme, question.versions) if question.versions else programme.all_versions,
        format_sets=_format_sets(programme, question.formats) if question.formats else programme.all_format_sets,
    )


def places_of(programme: Programme, question: Question) -> NDArray[np.int32]:
    """Give the cinemas that show any of the asked films at all, ascending. Raises UnknownFilm- and -CinemaError."""
    places = _places_showing(programme, question.films)
    if question.cinemas:
        named = np.unique(np.array([programme.cinema_index(slug) for slug in question.cinemas], dtype=np.int32))
        places = np.intersect1d(places, named, assume_unique=True)
    return places


def _places_showing(programme: Programme, films: tuple[str, ...]) -> NDArray[np.int32]:
    if not films:
        return programme.all_places
    lists = [programme.places_by_film[programme.film_index(slug)] for slug in films]
    return lists[0] if len(lists) == 1 else np.unique(np.concatenate(lists))


def _films(programme: Programme, slugs: tuple[str, ...]) -> Mask:
    mask = np.zeros(programme.all_films.size, dtype=np.bool_)
    for slug in slugs:
        mask[programme.film_index(slug)] = True
    return mask


def _versions(programme: Programme, words: tuple[str, ...]) -> Mask:
    """Mark the versions whose label is what one of the words means: `OmenglU` asks for OmeU."""
    labels = set()
    for word in words:
        notation = read_notation(word)
        if notation.left or notation.formats or not word.strip():
            known = ", ".join(VERSIONS)
            raise QuestionError("version", f"This is no version that we know. Ask for one of: {known}.")
        labels.add(label_of(notation.version))
    return np.array([version.label in labels for version in programme.versions], dtype=np.bool_)


def _format_sets(programme: Programme, words: tuple[str, ...]) -> Mask:
    names = {name for word in words for name in read_notation(word).formats}
    if not names:
        raise QuestionError("format", f"This is no format that we know. Ask for one of: {', '.join(FORMATS)}.")
    return np.array([not names.isdisjoint(formats) for formats in programme.format_sets], dtype=np.bool_)


def _minute(moment: datetime) -> int:
    """Count the minutes since 1970, rounded up: a window that begins within a minute begins with the next."""
    return -int(-moment.timestamp() // 60)
