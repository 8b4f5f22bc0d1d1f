"""What a change of the programme touched, for whoever keeps answers made from the programme before."""

from dataclasses import dataclass

from geo.point import Point


@dataclass(frozen=True, slots=True)
class Touched:
    """What a refresh changed: each cinema concerned, by its position, with all films that it showed or shows now.

    Films are positions in the programme's list of films, which is the same before and after, as is all else: a new,
    moved or renamed cinema and a changed film are no touch; then anything may have changed. A screening of no film
    counts as NO_FILM.
    """

    cinemas: tuple[tuple[Point, frozenset[int]], ...]
