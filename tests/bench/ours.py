"""Ours: the programme in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.programme.answer import answer, encode
from data.programme.near import showtimes_near
from tests.bench.facts import Facts
from tests.bench.opponent import Opponent
from tests.bench.programme import make_programme
from tests.bench.worlds import World

NAME = "Kinonah: the programme in memory"


@contextmanager
def open_ours(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:  # noqa: ARG001 (an Opening's)
    """Build the programme of a world."""
    programme = make_programme(world, facts)
    yield Opponent(
        NAME,
        lambda question: showtimes_near(programme, question),
        lambda question: encode(answer(programme, question)),
    )
