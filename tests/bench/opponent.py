"""Whoever answers questions: ours and the others, as the measure sees them."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from os import geteuid
from pathlib import Path

from data.programme.question import Question
from tests.bench.entries import FoundCinema
from tests.bench.facts import Facts
from tests.bench.worlds import World
from tests.bench.writing import write_answer


@dataclass(frozen=True, slots=True)
class Opponent:
    """Finds (and orders), and writes the answer's bytes (finding included).

    A slow one is asked only each `every`th question, and in so many rounds.
    """

    name: str
    find: Callable[[Question], object]
    write: Callable[[Question], bytes]
    every: int = 1
    rounds: int = 1_000


# A world, its facts and an empty folder; open for as long as the context is.
Opening = Callable[[World, Facts, Path], AbstractContextManager[Opponent]]


class MissingError(Exception):
    """An opponent cannot take part; the sentence says why, and what would help."""


def writing_opponent(
    name: str,
    facts: Facts,
    find: Callable[[Question], list[FoundCinema]],
    *,
    every: int = 1,
    rounds: int = 1_000,
) -> Opponent:
    """Make an opponent of what finds: its answers are written as ours are."""
    return Opponent(name, find, lambda question: write_answer(facts, question, find(question)), every, rounds)


def find_program(name: str, package: str, *folders: Path) -> str:
    """Find a program, installing Debian's package when allowed to. Raises MissingError."""
    path = ":".join(map(str, folders)) or None
    if found := shutil.which(name, path=path):
        return found
    apt = shutil.which("apt-get")
    if apt and geteuid() == 0:
        for step in (["update"], ["install", "-y", "--no-install-recommends", package]):
            subprocess.run([apt, "-qq", *step], check=False, stdout=subprocess.DEVNULL)
        if found := shutil.which(name, path=path):
            return found
    raise MissingError(f"{name} is not installed: sudo apt-get install {package}")
