"""The law of the house, for films near: what the device shows equals what the server would say to the exact position.

As in test_device_law.py the server's bytes go through the device's own functions. The town has fewer cinemas than the
60 that the server looks at: beyond them the device knows as much or more (data.programme.films_near).
"""

import random
from datetime import timedelta

from sqlalchemy import Engine

from data.programme.answer import encode
from data.programme.films_answer import FilmsNear, films_answer
from data.programme.programme import Programme
from data.programme.question import Question, Window
from geo.point import Point
from tests.data.factories import NOW
from tests.data.programme.device import Position, device
from tests.data.programme.factories import Listed, programme_of

WINDOW = Window(NOW, NOW + timedelta(hours=30))
POSITIONS = 200


def town(engine: Engine, chance: random.Random) -> Programme:
    """Make a city of 45 cinemas that show 50 films, some of them together, some sold out."""
    films = [f"film-{number:02}" for number in range(50)]
    houses = {
        f"house-{number:02}": (52.5 + chance.uniform(-0.06, 0.06), 13.4 + chance.uniform(-0.1, 0.1))
        for number in range(45)
    }
    listed = [
        Listed(
            cinema=chance.choice(list(houses)),
            films=tuple(chance.sample(films, chance.choice([1, 1, 1, 1, 2]))),
            starts_at=NOW + timedelta(minutes=chance.randrange(0, 1_500, 5)),
            status=chance.choice(["scheduled"] * 9 + ["sold-out"]),
        )
        for _ in range(600)
    ]
    return programme_of(engine, *listed, cinemas=houses)


def said(programme: Programme, here: Position, limit: int) -> FilmsNear:
    """Ask the server."""
    near = Point(here.lat, here.lon)
    return films_answer(programme, Question(window=WINDOW, near=near, accuracy_m=here.accuracy_m, limit=limit))


def test_for_200_positions_the_films_are_those_of_the_exact_one(engine: Engine) -> None:
    chance = random.Random(8)
    programme = town(engine, chance)
    with device() as phone:
        for _ in range(POSITIONS):
            lat, lon = 52.5 + chance.uniform(-0.05, 0.05), 13.4 + chance.uniform(-0.08, 0.08)
            exact, limit = Position(lat, lon, chance.uniform(0, 1_500)), chance.choice([1, 5, 30])
            shown = phone.films(encode(said(programme, phone.coarsen(exact), limit)), exact, limit)
            wanted = said(programme, exact._replace(accuracy_m=0.0), limit).films
            assert shown == [(one.film.slug, [start.screening.id for start in one.starts]) for one in wanted]
