"""Wherever somebody walks: what the device shows is what the server would say to the exact position."""

import random
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Geolocation

from tests.journeys.reader import Reader
from tests.journeys.test_near_me import SHOWN, expected
from tests.program import api

POSITIONS = 200
COUNT = """(finder) => {
    window.answers = 0;
    finder.addEventListener("kinonah-shown", () => window.answers++);
}"""
# The list that follows a move; its drawing is queued before, so that it stands when this is seen.
FOLLOWED = "(before) => window.answers > before"


def test_at_200_positions_the_list_is_what_the_server_would_say_to_the_exact_one(reader: Reader) -> None:
    reader.open("/?view=cinemas")
    reader.locate_and_wait()
    reader.page.get_by_role("group", name="Day").get_by_role("button").nth(1).click()
    reader.rests()
    [evening] = parse_qs(urlsplit(reader.page.url).query)["on"]
    reader.finder.evaluate(COUNT)
    chance = random.Random(7)
    for _ in range(POSITIONS):
        here = somewhere(chance)
        before = reader.page.evaluate("window.answers")
        reader.context.set_geolocation(here)
        reader.page.wait_for_function(FOLLOWED, arg=before, polling=10)
        exact = api(reader.server, "/showtimes", lat=here["latitude"], lon=here["longitude"], on=evening, limit=10)
        assert reader.finder.evaluate(SHOWN) == expected(exact)


def somewhere(chance: random.Random) -> Geolocation:
    """Draw a position in the city, to the last digit that a device knows."""
    return {
        "latitude": 52.5 + chance.uniform(-0.06, 0.06),
        "longitude": 13.4 + chance.uniform(-0.1, 0.1),
        "accuracy": 9,
    }
