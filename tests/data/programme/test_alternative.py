"""An empty answer offers the nearest screening outside what was asked, leaving aside as little as possible."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from data.programme.alternative import alternative_to
from data.programme.programme import Programme
from data.programme.question import Window
from data.versions.notation import VERSIONS
from tests.data.factories import NOW
from tests.data.programme.factories import TONIGHT, Listed, programme_of, question

HOUSES = {"near": (52.5, 13.418), "far": (52.6, 13.6)}
TWO_DAYS = Window(NOW, NOW + timedelta(days=2))
NEXT_WEEK = TONIGHT + timedelta(days=7)


def offer(programme: Programme, **asked: object) -> tuple[tuple[str, ...], str, int] | None:
    """Say what was left aside, and the cinema and the id of what is offered."""
    other = alternative_to(programme, question(**asked))
    if other is None:
        return None
    rows = other.found.rows
    assert rows.size == 1
    return other.relaxed, programme.cinemas[other.found.cinema].slug, programme.columns.id[rows[0]]


@pytest.mark.parametrize(
    ("listed", "asked", "relaxed"),
    [
        (Listed(cinema="far"), {"within_m": 1000.0}, ("within_km",)),
        (Listed(cinema="far", version=VERSIONS["DF"]), {"versions": ("OmU",)}, ("version",)),
        (Listed(cinema="far", formats=("3D",)), {"formats": ("IMAX",)}, ("format",)),
        (Listed(cinema="far", version=VERSIONS["OmU"]), {"understands": ("ja",)}, ("understands",)),
        (Listed(cinema="far"), {"access": ("captions",)}, ("access",)),
        (Listed(cinema="far", starts_at=NEXT_WEEK), {}, ("until",)),
        (Listed(cinema="far", starts_at=NEXT_WEEK), {"window": Window(NOW, NOW + timedelta(1), NOW.date())}, ("on",)),
        (
            Listed(cinema="far", starts_at=NEXT_WEEK, version=VERSIONS["DF"]),
            {"versions": ("OmU",), "within_m": 1000.0},
            ("within_km", "version", "until"),
        ),
    ],
)
def test_as_little_as_possible_is_left_aside(
    engine: Engine, listed: Listed, asked: dict[str, object], relaxed: tuple[str, ...]
) -> None:
    assert offer(programme_of(engine, listed, cinemas=HOUSES), **asked) == (relaxed, "far", 1)


def test_a_longer_way_is_offered_before_another_version_and_a_later_day(engine: Engine) -> None:
    rows = [
        Listed(cinema="near", version=VERSIONS["DF"]),
        Listed(cinema="far"),
        Listed(cinema="near", starts_at=NEXT_WEEK),
    ]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    assert offer(programme, versions=("OmU",), within_m=1000.0) == (("within_km",), "far", 2)


def test_a_later_day_is_offered_before_what_one_does_not_understand_or_cannot_get_into(engine: Engine) -> None:
    houses = HOUSES | {"stairs": (52.49, 13.418)}
    rows = [
        Listed(cinema="near", version=VERSIONS["DF"]),
        Listed(cinema="stairs"),
        Listed(cinema="far", starts_at=NEXT_WEEK),
    ]
    programme = programme_of(engine, *rows, cinemas=houses, wheelchair={"near": "yes", "far": "yes"})
    assert offer(programme, understands=("en",), access=("wheelchair",)) == (("until",), "far", 3)


def test_the_first_start_of_the_nearest_cinema_is_offered(engine: Engine) -> None:
    rows = [
        Listed(cinema="far", starts_at=NEXT_WEEK - timedelta(days=2)),
        Listed(cinema="near", starts_at=NEXT_WEEK + timedelta(hours=2)),
        Listed(cinema="near", starts_at=NEXT_WEEK),
    ]
    assert offer(programme_of(engine, *rows, cinemas=HOUSES)) == (("until",), "near", 3)


def test_without_a_position_the_earliest_is_offered(engine: Engine) -> None:
    rows = [Listed(cinema="near", starts_at=NEXT_WEEK), Listed(cinema="far", starts_at=NEXT_WEEK - timedelta(days=1))]
    assert offer(programme_of(engine, *rows, cinemas=HOUSES), near=None) == (("until",), "far", 2)


def test_an_uncertain_position_gets_one_offer_too(engine: Engine) -> None:
    programme = programme_of(engine, Listed(starts_at=NEXT_WEEK))
    assert offer(programme, accuracy_m=50_000.0) == (("until",), "moviemento", 1)


def test_another_film_is_never_offered(engine: Engine) -> None:
    programme = programme_of(engine, Listed(films=("dune",)), Listed(starts_at=NOW - timedelta(days=9)))
    assert offer(programme, films=("red-rocket",), within_m=1.0, versions=("OV",)) is None


def test_nothing_is_offered_where_there_is_nothing(engine: Engine) -> None:
    assert offer(programme_of(engine)) is None
