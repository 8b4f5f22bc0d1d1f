"""The question that the product exists for: which cinemas near a point show a film, nearest first."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.access import cinemas_accessible, versions_accessible
from data.programme.programme import Programme
from data.programme.question import Question, Sort
from data.programme.understanding import versions_understood
from data.versions.label import label_of
from data.versions.notation import FORMATS, VERSIONS, read_notation
from geo.distance import EQUAL_M, distances_m, nearest_first

MOST_CINEMAS = 300
MOST_SCREENINGS = 2_000

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class FoundCinema:
    """A cinema, its distance in metres (null where the question names no place), and its rows in time order."""

    cinema: int
    distance_m: float | None
    rows: Rows


@dataclass(frozen=True, slots=True)
class Found:
    """The answer in numbers: `total` counts all cinemas that match; `is_truncated`: no limit would show all."""

    cinemas: tuple[FoundCinema, ...]
    total: int
    is_truncated: bool = False


def showtimes_near(programme: Programme, question: Question) -> Found:
    """Find the nearest cinemas that show what is asked for.

    For an uncertain position (true place p within r of the centre c) the answer holds every cinema that could be
    among the k nearest: let d_k be the k-th distance from c. k cinemas lie within d_k + r of p (triangle inequality,
    which geodesics keep), so whatever is among the k nearest to p lies within d_k + r of p, hence within d_k + 2r of
    c. In the same way what lies within a radius of p lies within that radius + r of c. Distances that agree to the
    millimetre are equal, around c and around p: hence two more of them.
    """
    rows = _matching_rows(programme, question)
    cinemas, firsts = np.unique(programme.columns.cinema[rows], return_index=True)
    ends = np.append(firsts[1:], rows.size)
    if question.near is None:
        first_starts = programme.columns.minute[rows[firsts]]
        order = np.argsort(first_starts, kind="stable")[: question.limit]
        found = [FoundCinema(int(cinemas[i]), None, rows[firsts[i] : ends[i]]) for i in order]
        return _cut(found, cinemas.size)
    metres = distances_m(question.near, programme.lats[cinemas], programme.lons[cinemas])
    order = nearest_first(metres)
    if question.within_m is not None:
        order = order[metres[order] <= question.within_m + question.accuracy_m]
    total = order.size
    if total > question.limit:
        reach_m = metres[order[question.limit - 1]] + 2 * (question.accuracy_m + EQUAL_M)
        certain, possible = order[: question.limit], order[question.limit :]
        # Without uncertainty the limit is exact, also among equal distances.
        order = np.concatenate([certain, possible[metres[possible] <= reach_m]]) if question.accuracy_m else certain
    # Only now, for the few that are kept: a slice for each cinema that matches would cost more than all the rest.
    found = [FoundCinema(int(cinemas[i]), float(metres[i]), rows[firsts[i] : ends[i]]) for i in order]
    if question.sort is Sort.TIME:
        found.sort(key=lambda one: int(programme.columns.minute[one.rows[0]]))
    return _cut(found, total)


def _matching_rows(programme: Programme, question: Question) -> Rows:
    """Give the rows of all that is asked for, sorted by cinema and time."""
    columns = programme.columns
    rows = _rows_of_films(programme, question.films)
    window = question.window
    matches = (columns.minute[rows] >= _minute(window.from_at)) & (columns.minute[rows] < _minute(window.until_at))
    if window.on is not None:
        matches &= columns.evening[rows] == window.on.toordinal()
    if question.cinemas:
        matches &= np.isin(columns.cinema[rows], [programme.cinema_index(slug) for slug in question.cinemas])
    if question.versions:
        matches &= np.isin(columns.version[rows], _versions_labelled(programme, question.versions))
    if question.formats:
        matches &= columns.formats[rows] & _format_bits(programme, question.formats) != 0
    if question.understands:
        matches &= versions_understood(programme.versions, question.understands)[columns.version[rows]]
    if question.access:
        matches &= versions_accessible(programme.versions, question.access)[columns.version[rows]]
        matches &= cinemas_accessible(programme.cinemas, question.access)[columns.cinema[rows]]
    kept: Rows = rows[matches]
    return kept


def _rows_of_films(programme: Programme, films: tuple[str, ...]) -> Rows:
    if not films:
        return np.arange(programme.screening_count, dtype=np.intp)
    asked = [programme.rows_by_film[programme.film_index(slug)] for slug in films]
    return asked[0] if len(asked) == 1 else np.unique(np.concatenate(asked))


def _versions_labelled(programme: Programme, words: tuple[str, ...]) -> list[int]:
    """Give the versions whose label is what one of the words means: `OmenglU` asks for OmeU."""
    labels = set()
    for word in words:
        notation = read_notation(word)
        if notation.left or notation.formats or not word.strip():
            known = ", ".join(VERSIONS)
            raise QuestionError("version", f"This is no version that we know. Ask for one of: {known}.")
        labels.add(label_of(notation.version))
    return [index for index, version in enumerate(programme.versions) if version.label in labels]


def _format_bits(programme: Programme, words: tuple[str, ...]) -> np.uint32:
    names = {name for word in words for name in read_notation(word).formats}
    if not names:
        raise QuestionError("format", f"This is no format that we know. Ask for one of: {', '.join(FORMATS)}.")
    return np.uint32(sum(1 << bit for bit, name in enumerate(programme.formats) if name in names))


def _minute(moment: datetime) -> int:
    """Count the minutes since 1970, rounded up: a window that begins within a minute begins with the next."""
    return -int(-moment.timestamp() // 60)


def _cut(found: list[FoundCinema], total: int) -> Found:
    """Keep an answer within what a phone can hold: whole cinemas, up to 300 of them and 2,000 screenings."""
    ends = np.cumsum([one.rows.size for one in found[:MOST_CINEMAS]])
    fitting = max(1, int(np.searchsorted(ends, MOST_SCREENINGS, side="right")))
    kept = [FoundCinema(one.cinema, one.distance_m, one.rows[:MOST_SCREENINGS]) for one in found[:fitting]]
    is_truncated = len(kept) < len(found) or any(one.rows.size > MOST_SCREENINGS for one in found)
    return Found(tuple(kept), total, is_truncated)
