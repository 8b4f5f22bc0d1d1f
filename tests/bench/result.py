"""What was measured over one world, ready to be shown."""

from dataclasses import dataclass

from tests.bench.contest import Contest
from tests.bench.http_load import HttpRates
from tests.bench.loading import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`http` and `loaded` are null where they were not measured; the contest's missing say why."""

    name: str
    cinemas: int
    screenings: int
    contest: Contest
    loaded: Loaded | None
    http: HttpRates | None

    @property
    def title(self) -> str:
        """Name the world with its size."""
        return f"{self.name}: {self.cinemas:,} cinemas, {self.screenings:,} screenings"
