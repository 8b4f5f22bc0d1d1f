"""Questions about a real week are answered as its files say: the same houses, the same order, the same starts."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.real.brute_force import House, find_nearest, same_title
from tests.real.conftest import Filled
from tests.real.door import Ended, call, run_program
from tests.real.questions import DUMMY, KREUZBERG, QUESTIONS, Question
from tests.real.reading import screenings_as_rows, starts_as_rows

MOST_SCREENINGS = 2_000

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=[question.why for question in QUESTIONS])


@pytest.fixture(scope="module")
def ask(filled: Filled) -> Callable[[Question], Ended]:
    """Ask on the command line, each question once."""
    return cache(lambda question: call(filled.url, *question.arguments()))


@every_question
def test_the_command_answers_what_the_files_say(
    question: Question, ask: Callable[[Question], Ended], week: list[House]
) -> None:
    ended = ask(question)
    assert (ended.code, ended.err) == (0, "")
    answered, expected = ended.json(), question.answer(week)
    assert len(expected) >= question.cinemas
    assert bool(expected) == bool(question.cinemas)
    cinemas = answered["cinemas"]
    assert [one["cinema"]["slug"] for one in cinemas] == [shown.slug for shown in expected]
    for one, shown in zip(cinemas, expected, strict=True):
        assert one["distance_m"] == pytest.approx(shown.metres, abs=1)
        assert screenings_as_rows(one["screenings"], answered) == starts_as_rows(shown.starts)
    # Counted one beyond the limit: enough to say that there are more.
    counted = min(len(question.all_answers(week)), (question.limit or 20) + 1)
    assert (answered["total_cinemas"], answered["truncated"]) == (counted, False)


@every_question
def test_http_answers_the_same_bytes(
    question: Question, ask: Callable[[Question], Ended], client: TestClient, film_slug: Callable[[str], str]
) -> None:
    slug = film_slug(question.film) if question.film else None
    answer = client.get("/api/v1/showtimes", params=question.parameters(slug))
    assert answer.status_code == 200
    assert answer.text + "\n" == ask(question).out


def test_the_program_itself_answers_the_same(filled: Filled) -> None:
    example = QUESTIONS[0].arguments()
    assert run_program(filled.url, *example) == call(filled.url, *example)


def test_any_question_is_answered_as_the_files_say(
    client: TestClient, week: list[House], film_slug: Callable[[str], str]
) -> None:
    titles = sorted({same_title(start.title) for house in week for start in house.starts} - {"tba"})
    random = Random(20260724)
    found = 0
    for _ in range(200):
        question = _question_by_chance(random, titles)
        # A search looks for words, and a dash is none.
        slug = film_slug(question.film.replace("-", " ")) if question.film else None
        answered = client.get("/api/v1/showtimes", params=question.parameters(slug)).json()
        said = [(one["cinema"]["slug"], screenings_as_rows(one["screenings"], answered)) for one in answered["cinemas"]]
        assert said == [(shown.slug, starts_as_rows(shown.starts)) for shown in question.answer(week)], question
        found += bool(said)
    assert found > 100


def test_an_answer_too_large_for_a_phone_says_so_and_keeps_whole_cinemas(client: TestClient, week: list[House]) -> None:
    question = Question(why="", near=KREUZBERG, during=("2026-07-24T00:00", "2026-08-03T00:00"), limit=100)
    answered = client.get("/api/v1/showtimes", params=question.parameters(None)).json()
    expected = question.answer(week)
    kept = len(answered["cinemas"])
    assert answered["truncated"]
    assert [one["cinema"]["slug"] for one in answered["cinemas"]] == [shown.slug for shown in expected[:kept]]
    starts = [len(shown.starts) for shown in expected]
    assert [len(one["screenings"]) for one in answered["cinemas"]] == starts[:kept]
    assert sum(starts[:kept]) <= MOST_SCREENINGS < sum(starts[: kept + 1])


def test_nothing_within_the_radius_offers_the_nearest_beyond_it(client: TestClient, week: list[House]) -> None:
    question = next(one for one in QUESTIONS if one.why == "a radius that holds nothing")
    alternative = client.get("/api/v1/showtimes", params=question.parameters(None)).json()["alternative"]
    nearest = find_nearest(week, *_degrees(question.near), None, *question.window(), limit=1)[0]
    assert alternative["relaxed"] == ["within_km"]
    assert alternative["cinema"]["slug"] == nearest.slug
    assert alternative["distance_m"] == pytest.approx(nearest.metres, abs=1)
    assert alternative["screening"]["starts_at"] == nearest.starts[0].at.isoformat()


def test_a_coarse_question_holds_the_exact_answer_of_everyone_in_its_circle(
    client: TestClient, week: list[House], film_slug: Callable[[str], str]
) -> None:
    weekend = ("2026-07-24T18:00", "2026-07-26T05:00")
    asked = {"lat": "52.50", "lon": "13.42", "accuracy_m": "1000", "limit": "3", "film": film_slug("Toy Story 5")}
    asked |= {"from": weekend[0], "until": weekend[1]}
    coarse = client.get("/api/v1/showtimes", params=asked).json()
    sent = {one["cinema"]["slug"] for one in coarse["cinemas"]}
    for lat, lon in ((52.4986, 13.4180), (52.5049, 13.4249), (52.4951, 13.4151), (52.5, 13.4345), (52.5088, 13.42)):
        question = Question(why="", near=f"{lat},{lon}", film="Toy Story 5", during=weekend, limit=3)
        assert {shown.slug for shown in question.answer(week)} <= sent
    assert 3 < len(sent) == coarse["total_cinemas"] < 20


def test_houses_at_one_coordinate_are_equally_far_and_stand_by_slug(client: TestClient) -> None:
    question = next(one for one in QUESTIONS if one.near == DUMMY and one.limit == 6)
    cinemas = client.get("/api/v1/showtimes", params=question.parameters(None)).json()["cinemas"]
    assert {one["distance_m"] for one in cinemas} == {0.0}
    assert all(before["cinema"]["slug"] < after["cinema"]["slug"] for before, after in pairwise(cinemas))


WHERE = "lat=52.49863&lon=13.41807"

PROBLEMS = [
    ("film=no-such-film&" + WHERE, 404, "unknown", "Search /api/v1/films for its slug."),
    ("lat=52.5", 400, "question-wrong", "send lat and lon together."),
    ("lat=52.49863", 400, "question-wrong", "send lat and lon together."),
    ("lon=13.41807", 400, "question-wrong", "send lat and lon together."),
    ("lat=91&lon=13.41807", 400, "position-out-of-range", "Latitude must lie between -90 and 90 degrees."),
    ("lat=13.4&lon=52.5", 400, "position-swapped", "Send the latitude as lat and the longitude as lon."),
    ("lat=13.41807&lon=52.49863", 400, "position-swapped", "Send the latitude as lat and the longitude as lon."),
    (
        "from=2026-07-26T05:00&until=2026-07-24T18:00&" + WHERE,
        400,
        "question-wrong",
        "until must be later than from.",
    ),
    ("limit=0&" + WHERE, 400, "invalid", "Write 1 or more."),
]


@pytest.mark.parametrize(("query", "status", "slug", "advice"), PROBLEMS, ids=[query for query, *_ in PROBLEMS])
def test_what_cannot_be_answered_says_what_to_do_and_keeps_the_position_to_itself(
    client: TestClient, query: str, status: int, slug: str, advice: str
) -> None:
    answer = client.get(f"/api/v1/showtimes?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    body: dict[str, Any] = answer.json()
    assert (body["type"], body["status"]) == (f"/problems/{slug}", status)
    assert advice in " ".join([body["detail"], *(problem["message"] for problem in body["problems"])])
    sent = [value for name, value in (pair.split("=") for pair in query.split("&")) if name in ("lat", "lon")]
    assert not [value for value in sent if value in answer.text]


def _question_by_chance(random: Random, titles: list[str]) -> Question:
    day = random.randint(24, 28)
    return Question(
        why="chance",
        near=f"{random.uniform(51.7, 53.2):.5f},{random.uniform(12.3, 14.4):.5f}",
        film=random.choice([None, *random.sample(titles, 5)]),
        during=(
            f"2026-07-{day}T{random.randint(0, 23):02}:{random.randint(0, 59):02}",
            f"2026-07-{day + random.randint(1, 2)}T{random.randint(0, 23):02}:{random.randint(0, 59):02}",
        ),
        limit=random.randint(1, 30),
    )


def _degrees(near: str) -> tuple[float, float]:
    lat, _, lon = near.partition(",")
    return float(lat), float(lon)
