"""The truth: every candidate measured, no index, no bound; and how often an opponent's answers say the same."""

from typing import NamedTuple

import msgspec
import numpy as np

from data.programme.question import Question
from geo.distance import distances_m
from tests.bench.facts import Facts
from tests.bench.opponent import Opponent
from tests.bench.wanted import read_question
from tests.bench.worlds import World


class _Named(msgspec.Struct):
    slug: str


class _Screening(msgspec.Struct):
    id: str


class _Cinema(msgspec.Struct):
    cinema: _Named
    screenings: list[_Screening]


class _Answer(msgspec.Struct):
    cinemas: list[_Cinema]


class Shown(NamedTuple):
    """A cinema of an answer, and its screenings in order."""

    slug: str
    ids: tuple[str, ...]


def exact_answer(world: World, facts: Facts, question: Question) -> list[Shown]:
    """Find what the answer has to hold, by the geodesic to every cinema that shows the film."""
    wanted = read_question(facts, question)
    shown = (world.film == wanted.film) | (world.second == wanted.film)
    rows = np.flatnonzero(shown & (world.minute >= wanted.from_minute) & (world.minute < wanted.until_minute))
    if wanted.versions:
        version = facts.version_of[world.language[world.film[rows]], world.label[rows]]
        rows = rows[np.isin(version, wanted.versions)]
    cinemas = np.unique(world.cinema[rows])
    metres = distances_m(wanted.here, world.lats[cinemas], world.lons[cinemas])
    nearest = sorted(
        (round(far * 1000), cinema)
        for far, cinema in zip(metres.tolist(), cinemas.tolist(), strict=True)
        if wanted.within_m is None or far <= wanted.within_m
    )
    return [
        Shown(facts.cinemas[cinema].slug, tuple(str(row + 1) for row in rows[world.cinema[rows] == cinema].tolist()))
        for _, cinema in nearest[: wanted.limit]
    ]


def exact_share(opponent: Opponent, questions: list[Question], truths: list[list[Shown]]) -> float:
    """Give the share of questions (those that it is asked) whose cinemas and screenings are the true ones, in order."""
    asked = list(zip(questions, truths, strict=True))[:: opponent.every]
    return sum(_read_answer(opponent.write(question)) == truth for question, truth in asked) / len(asked)


def _read_answer(body: bytes) -> list[Shown]:
    answer = msgspec.json.decode(body, type=_Answer)
    return [Shown(one.cinema.slug, tuple(screening.id for screening in one.screenings)) for one in answer.cinemas]
