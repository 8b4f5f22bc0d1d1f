"""Where to find what was merged, for whoever still asks for it by its old name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Moved:
    """Slugs of cinemas and films by old ones, and ids of screenings by those of others that are the same."""

    cinemas: Mapping[str, str] = field(default_factory=dict)
    films: Mapping[str, str] = field(default_factory=dict)
    screenings: Mapping[int, int] = field(default_factory=dict)
