"""The question's words as masks over the programme's lists, and the cinemas that come into question."""

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.access import cinemas_accessible, versions_accessible
from data.programme.kernel.columns import Places, Wish, days_between, from_their_first_row, some_of
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.understanding import versions_understood
from data.versions.asked import asked_version
from data.versions.notation import FORMATS, VERSIONS, read_notation

Mask = NDArray[np.bool_]


def wish_of(programme: Programme, question: Question) -> Wish:
    """Say what a screening has to be. Raises QuestionError and UnknownFilmError."""
    window = question.window
    films = [programme.film_index(slug) for slug in question.films]
    from_minute, until_minute = window.minutes
    return Wish(
        from_minute=from_minute,
        until_minute=until_minute,
        evening=window.on.toordinal() if window.on else 0,
        film=films[0] if len(films) == 1 else -1,
        films=_films(programme, films) if len(films) > 1 else programme.all_films,
        kinds=_kinds(programme, question),
        days=days_between(from_minute, until_minute),
    )


def places_of(programme: Programme, question: Question) -> Places:
    """Give the cinemas that show any of the asked films at all. Raises UnknownError for what is asked and not there."""
    places = _places_showing(programme, question.films)
    if question.cinemas:
        named = np.unique([programme.cinema_index(slug) for slug in question.cinemas])
        is_named = np.isin(places.place, named)
        places = some_of(places, is_named)
    if question.areas:
        is_within = np.isin(places.place, programme.places_within(question.areas))
        places = some_of(places, is_within)
    if question.access:
        is_open = cinemas_accessible(programme.is_step_free, question.access)[places.place]
        places = some_of(places, is_open)
    return places


def _places_showing(programme: Programme, slugs: tuple[str, ...]) -> Places:
    if not slugs:
        return programme.all_places
    lists = [programme.places_by_film[programme.film_index(slug)] for slug in slugs]
    if len(lists) == 1:
        return lists[0]
    return from_their_first_row(np.unique(np.concatenate([one.place for one in lists])))


def _films(programme: Programme, films: list[int]) -> Mask:
    mask = np.zeros_like(programme.all_films)
    mask[films] = True
    return mask


def _kinds(programme: Programme, question: Question) -> Mask:
    mask = programme.all_kinds
    if question.versions:
        mask = mask & _versions(programme, question.versions)[programme.version_of_kind]
    if question.formats:
        mask = mask & _format_sets(programme, question.formats)[programme.format_set_of_kind]
    if question.understands:
        mask = mask & versions_understood(programme.versions, question.understands)[programme.version_of_kind]
    if question.access:
        mask = mask & versions_accessible(programme.versions, question.access)[programme.version_of_kind]
    return mask


def _versions(programme: Programme, words: tuple[str, ...]) -> Mask:
    """Mark the versions that one of the words means: `OmenglU` asks for OmeU, in France for VOSTA."""
    labels: set[str] = set()
    subtitles: set[tuple[str, ...] | None] = set()
    for word in words:
        asked = asked_version(word)
        if asked is None:
            known = ", ".join(VERSIONS)
            raise QuestionError("version", f"This is no version that we know. Ask for one of: {known}.")
        labels |= asked.labels
        subtitles |= asked.subtitles
    is_met = (one.label in labels or (one.is_original and one.subtitles in subtitles) for one in programme.versions)
    return np.array([bool(one) for one in is_met], dtype=np.bool_)


def _format_sets(programme: Programme, words: tuple[str, ...]) -> Mask:
    names = {name for word in words for name in read_notation(word).formats}
    if not names:
        known = ", ".join(dict.fromkeys(FORMATS.values()))
        raise QuestionError("format", f"This is no format that we know. Ask for one of: {known}.")
    return np.array([not names.isdisjoint(formats) for formats in programme.format_sets], dtype=np.bool_)
