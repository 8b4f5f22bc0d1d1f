"""The truth: every candidate measured, no index, no bound; and how often an opponent's answers say the same."""

from typing import NamedTuple

import msgspec

from data.programme.question import Question
from geo.distance import distances_m, nearest_first
from tests.bench.opponent import Opponent
from tests.bench.reference import Reference
from tests.bench.wanted import read_question


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


def exact_answer(reference: Reference, question: Question) -> list[Shown]:
    """Find what the answer has to hold, by the geodesic to every cinema that shows the film."""
    wanted = read_question(reference.facts, question)
    world, showing = reference.world, reference.showing(wanted)
    metres = distances_m(wanted.here, world.lats[showing.cinemas], world.lons[showing.cinemas])
    order = nearest_first(metres)[: wanted.limit]
    if wanted.within_m is not None:
        order = order[metres[order] <= wanted.within_m]
    return [
        Shown(
            reference.facts.cinemas[showing.cinemas[at]].slug,
            tuple(str(row + 1) for row in showing.rows_of(at).tolist()),
        )
        for at in order.tolist()
    ]


def exact_share(opponent: Opponent, questions: list[Question], truths: list[list[Shown]]) -> float:
    """Give the share of questions (those that it is asked) whose cinemas and screenings are the true ones, in order."""
    asked = list(zip(questions, truths, strict=True))[:: opponent.every]
    return sum(read_shown(opponent.write(question)) == truth for question, truth in asked) / len(asked)


def read_shown(body: bytes) -> list[Shown]:
    """Read an answer's cinemas and screenings."""
    answer = msgspec.json.decode(body, type=_Answer)
    return [Shown(one.cinema.slug, tuple(screening.id for screening in one.screenings)) for one in answer.cinemas]
