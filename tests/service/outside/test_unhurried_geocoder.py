"""A geocoder with time asks once a second, and goes on after a failure."""

import pytest

from geo.geocoder import GeocoderError
from geo.place import Place
from service.outside.unhurried_geocoder import UnhurriedGeocoder


class Flaky:
    """A geocoder that finds nothing, and fails at some words; each question takes it 0.3 s."""

    attribution = "© nobody"

    def __init__(self, clock: list[float]) -> None:
        self.clock = clock

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:  # noqa: ARG002 (the protocol's)
        self.clock[0] += 0.3
        if text == "down":
            raise GeocoderError("The geocoder gave no answer of use.")
        return []


def test_each_question_begins_a_second_after_the_last_one_ended_though_that_failed() -> None:
    clock = [0.0]
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        clock[0] += seconds

    geocoder = UnhurriedGeocoder(Flaky(clock), clock=lambda: clock[0], wait=wait)
    geocoder.find("one", language="en", limit=1)
    with pytest.raises(GeocoderError):
        geocoder.find("down", language="en", limit=1)
    clock[0] += 5
    geocoder.find("three", language="en", limit=1)
    assert waits == [0.0, 1.0, 0.0]
    assert geocoder.attribution == "© nobody"
