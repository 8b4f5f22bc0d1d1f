"""Films that a film may be: proposed to a person with reasons, and never merged by themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from data.programme.facts import FilmDetails
from data.programme.programme import Programme
from data.schedules.titles.key import key_of
from data.schedules.titles.parts import parts_of
from data.text import folded

_MOST_ASKED, _MOST_FOUND, _MOST_PROPOSED = 6, 12, 5
_ALIKE = 70.0
_SAME_YEAR_WITHIN = 1


@dataclass(frozen=True, slots=True)
class SameFilm:
    """A film that may be the same. `likeness` of the titles is in percent; the rest is what else speaks for it."""

    film: FilmDetails
    likeness: int
    has_year: bool
    has_director: bool


def same_films(programme: Programme, film: FilmDetails) -> list[SameFilm]:
    """Propose films that a film may be, the likeliest first: alike in a title or a part of it, of no other year.

    `film` need not be in the programme. What schedules alone know comes after what somebody has filled in.
    """
    # Not by the search: where a title is there as it is written, it looks no further.
    years = {film.year, *(key_of(title).year for title in _titles(film))} - {None}
    titles = [(folded(title), other) for other in programme.films for title in _titles(other)]
    written = [title for title, _ in titles]
    found: dict[str, FilmDetails] = {}
    for words in list(dict.fromkeys(map(folded, _asked(film))))[:_MOST_ASKED]:
        for _, _, place in process.extract(words, written, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_FOUND):
            found.setdefault(titles[place][1].slug, titles[place][1])
    found.pop(film.slug, None)
    proposed = [_compared(film, other, years) for other in found.values() if _may_be_of(other, years)]
    return sorted(proposed, key=_likelihood)[:_MOST_PROPOSED]


def _likelihood(one: SameFilm) -> tuple[bool, int, str]:
    return one.film.is_provisional, -one.likeness - 10 * one.has_year - 20 * one.has_director, one.film.slug


def _asked(film: FilmDetails) -> Iterator[str]:
    for title in _titles(film):
        yield key_of(title).title
        yield from parts_of(title)


def _titles(film: FilmDetails) -> list[str]:
    return list(dict.fromkeys((film.original_title, film.title, *film.titles.values())))


def _compared(film: FilmDetails, other: FilmDetails, years: Iterable[int | None]) -> SameFilm:
    ours = {folded(words) for words in _asked(film)}
    theirs = {folded(title) for title in _titles(other)}
    likeness = max(fuzz.ratio(one, another) for one in ours for another in theirs)
    directors = [{folded(name) for name in one.credits.get("director", ())} for one in (film, other)]
    has_year = any(year is not None and year == other.year for year in years)
    return SameFilm(other, round(likeness), has_year, not directors[0].isdisjoint(directors[1]))


def _may_be_of(other: FilmDetails, years: Iterable[int | None]) -> bool:
    known = [year for year in years if year is not None]
    return not known or other.year is None or any(abs(other.year - year) <= _SAME_YEAR_WITHIN for year in known)
