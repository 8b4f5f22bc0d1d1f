"""What was measured, ready to be shown."""

from dataclasses import dataclass

from tests.bench.contest import Contest
from tests.bench.growth import Step
from tests.bench.http_load import HttpRates
from tests.bench.loading import Loaded
from tests.bench.order import Order
from tests.bench.publish_speed import PublishSpeed
from tests.bench.publishing import Published
from tests.bench.searching import Searched
from tests.bench.understanding import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A world. `http` is null, `published` empty where they were not measured; the contest's missing say why."""

    name: str
    cinemas: int
    screenings: int
    fill_seconds: float
    contest: Contest
    order: Order
    loaded: Loaded
    http: HttpRates | None
    published: tuple[Published, ...]
    publish_speed: PublishSpeed
    step: Step

    @property
    def title(self) -> str:
        """Name the world with its size."""
        return f"{self.name}: {self.cinemas:,} cinemas, {self.screenings:,} screenings"


@dataclass(frozen=True, slots=True)
class Results:
    """All worlds, how long questions take as a world grows, the smallest first; a sheet understood, films searched."""

    worlds: tuple[Result, ...]
    growth: tuple[Step, ...]
    understood: Understood
    searched: Searched
    minutes: float
