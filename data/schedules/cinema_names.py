"""Which of the known cinemas a name in a sheet means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.text import folded, plain_text, slug_of

# Words that many houses have in their names, and that sheets leave out or add.
GENERIC = frozenset(
    {
        *("kino", "kinos", "kinotheater", "lichtspiele", "lichtspieltheater", "filmtheater", "theater", "das"),
        *("cinema", "cinemas", "cine", "theatre", "the", "bioscoop", "kina"),
    }
)


class KnownCinema(NamedTuple):
    """A house as the database has it."""

    slug: str
    name: str
    city: str | None


@dataclass(frozen=True, slots=True)
class CinemaNames:
    """Slugs of the known cinemas, by all that they are called, and by what is left of that without generic words."""

    by_name: Mapping[str, frozenset[str]]
    by_kernel: Mapping[str, frozenset[str]]

    def is_name(self, written: str) -> bool:
        """Say whether a cinema is called exactly so."""
        return folded(plain_text(written)) in self.by_name

    def meant(self, written: str, asked: str | None = None) -> str | None:
        """Find the slug of the cinema that a name means; null where none or several could be meant.

        Of houses that are called exactly alike, the one that was asked for is meant.
        """
        named = self.by_name.get(folded(written), frozenset())
        if named:
            return asked if asked in named else _only(named)
        return _only(self.by_kernel.get(_kernel(written), frozenset()))


def names_of(cinemas: Iterable[KnownCinema], also: Iterable[KnownCinema] = ()) -> CinemaNames:
    """Gather what cinemas are called; `also` are cinemas under another name, which counts where it is nobody's own."""
    by_name: dict[str, set[str]] = defaultdict(set)
    by_kernel: dict[str, set[str]] = defaultdict(set)
    for cinema in cinemas:
        for name in (folded(cinema.name), cinema.slug, slug_of(cinema.name)):
            by_name[name].add(cinema.slug)
        for kernel in _kernels(cinema) - {""}:
            by_kernel[kernel].add(cinema.slug)
    own_names, own_kernels = set(by_name), set(by_kernel)
    for cinema in also:
        for name in {folded(cinema.name), slug_of(cinema.name)} - own_names - {""}:
            by_name[name].add(cinema.slug)
        for kernel in _kernels(cinema) - own_kernels - {""}:
            by_kernel[kernel].add(cinema.slug)
    return CinemaNames(_frozen(by_name), _frozen(by_kernel))


def _kernels(cinema: KnownCinema) -> set[str]:
    """Give what may be left of a cinema's name, with its city behind it and without."""
    city = " ".join(_words(cinema.city or ""))
    alone = " ".join(word for word in _kernel(cinema.name).split() if word not in city.split())
    return {_kernel(cinema.name), alone, f"{alone} {city}".strip() if alone else ""}


def _kernel(name: str) -> str:
    """Give what is left of a name without generic words and signs; empty where nothing is."""
    return " ".join(word for word in _words(name) if word not in GENERIC)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def _only(slugs: frozenset[str]) -> str | None:
    return next(iter(slugs)) if len(slugs) == 1 else None


def _frozen(sets: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(slugs) for name, slugs in sets.items()}
