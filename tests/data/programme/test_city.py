"""A city's days fit into a pocket: everything is in them, and they are small enough to be taken along."""

import zlib
from datetime import timedelta
from random import Random

import msgspec
from sqlalchemy import Engine

from data.programme.city import write_city
from data.programme.programme import Programme
from data.versions.notation import VERSIONS
from tests.data.factories import NOW
from tests.data.programme.factories import KOTTBUSSER_TOR, Listed, programme_of

CINEMAS, SCREENINGS_A_DAY, FILMS = 60, 15, 120
LARGEST_BYTES = 100_000


def city(engine: Engine) -> Programme:
    """Give sixty cinemas that play what and when they like, in halls, with links to tickets."""
    random = Random(20261125)
    houses = {f"kino-{number}": (52.4 + random.random() / 5, 13.2 + random.random() / 3) for number in range(CINEMAS)}
    rows = [
        Listed(
            cinema=cinema,
            starts_at=NOW + timedelta(days=day, minutes=5 * random.randrange(72)),
            films=(f"film-{int(random.paretovariate(0.7)) % FILMS}",),
            version=VERSIONS[random.choice(["OmU", "DF", "OV", "OmeU"])],
            auditorium=f"Saal {random.randint(1, 6)}",
            booking_url=f"https://{cinema}.example/tickets/{random.randrange(10**7)}",
        )
        for cinema in houses
        for day in range(4)
        for _ in range(SCREENINGS_A_DAY)
    ]
    return programme_of(engine, *rows, cinemas=houses)


def test_a_city_of_sixty_cinemas_is_whole_and_small(engine: Engine) -> None:
    body = write_city(city(engine), KOTTBUSSER_TOR, 1_000.0, NOW)
    said = msgspec.json.decode(body)
    assert len(said["cinemas"]) == CINEMAS
    shown = sum(len(one["screenings"]) for one in said["cinemas"])
    # More than showtimes ever hold.
    assert shown == CINEMAS * SCREENINGS_A_DAY * 3 > 2_000
    assert not said["truncated"]
    assert len(zlib.compress(body, 1)) < LARGEST_BYTES


def test_it_stays_the_same_while_the_day_lasts(engine: Engine) -> None:
    programme = programme_of(engine, Listed())
    begun, later, tomorrow = (
        write_city(programme, KOTTBUSSER_TOR, 0.0, NOW + timedelta(hours=hours)) for hours in (-10, 9, 11)
    )
    assert begun == later != tomorrow
