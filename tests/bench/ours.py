"""Ours: the programme in memory, as the product reads it from its database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from data.programme.load import load_programme
from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.programme.write import write_answer
from data.tables.database import reading
from tests.bench.facts import Facts
from tests.bench.opponent import Opening, Opponent
from tests.bench.worlds import World

NAME = "Kinonah: the programme in memory"


def load_ours(engine: Engine) -> Programme:
    """Read the programme of a filled database."""
    with reading(engine) as session:
        return load_programme(session, language="de")


def opponent_of(programme: Programme) -> Opponent:
    """Let a programme answer."""
    return Opponent(
        NAME, lambda question: showtimes_near(programme, question), lambda question: write_answer(programme, question)
    )


def open_ours(programme: Programme) -> Opening:
    """Make an opponent of a programme that is loaded already."""

    @contextmanager
    def opening(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:  # noqa: ARG001 (an Opening's)
        yield opponent_of(programme)

    return opening
