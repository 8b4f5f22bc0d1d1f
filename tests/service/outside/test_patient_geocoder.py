"""A geocoder is asked once a second, not while it fails, and not twice for the same."""

from dataclasses import dataclass, field

import pytest

from geo.geocoder import GeocoderError
from geo.place import Place, PlaceKind
from geo.point import Point
from service.outside.patient_geocoder import KEPT_SECONDS, MOST_KEPT, GeocoderRestingError, PatientGeocoder

HOUSE = Place(name="25", kind=PlaceKind.ADDRESS, point=Point(52.5, 13.4), accuracy_m=50)


@dataclass
class World:
    """A geocoder that can be told to fail, and a clock that is set by hand."""

    now: float = 1000.0
    fails: bool = False
    asked: list[str] = field(default_factory=list)
    attribution: str = "© us"
    patient: PatientGeocoder = field(init=False)

    def __post_init__(self) -> None:
        self.patient = PatientGeocoder(self, clock=lambda: self.now)

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:
        self.asked.append(f"{text} {language} {limit}")
        # Whoever comes while another is being answered for is turned away.
        if text == "at once":
            with pytest.raises(GeocoderRestingError):
                self.patient.find("meanwhile", language=language, limit=limit)
        if self.fails:
            raise GeocoderError("down")
        return [HOUSE]

    def ask(self, text: str = "x", language: str = "de") -> str:
        try:
            found = self.patient.find(text, language=language, limit=1)
        except GeocoderRestingError:
            return "rests"
        except GeocoderError:
            return "fails"
        return found[0].name

    def rests_for(self, seconds: float) -> bool:
        """Say whether it rests for so long, and no longer."""
        self.now += seconds - 0.01
        is_resting = self.ask() == "rests"
        self.now += 0.02
        return is_resting


def test_it_is_asked_once_a_second() -> None:
    world = World()
    assert [world.ask("a"), world.ask("b")] == ["25", "rests"]
    world.now += 1
    assert world.ask("b") == "25"
    assert world.asked == ["a de 1", "b de 1"]


def test_the_same_is_not_asked_again_for_an_hour() -> None:
    world = World()
    assert [world.ask("Weg 1"), world.ask(" weg  1 "), world.ask("Weg 1", "en")] == ["25", "25", "rests"]
    world.now += KEPT_SECONDS
    assert world.ask("Weg 1") == "25"
    assert len(world.asked) == 2


def test_what_is_kept_is_bounded() -> None:
    world = World()
    for number in range(MOST_KEPT + 1):
        world.now += 1
        world.ask(str(number))
    world.now += 1
    world.ask("1")
    assert len(world.asked) == MOST_KEPT + 1
    world.ask("0")
    assert world.asked[-1] == "0 de 1"


def test_after_failures_it_rests_for_longer_and_longer_until_it_answers() -> None:
    world = World(fails=True)
    for seconds in (2, 4, 8, 16, 32, 64, 128, 256, 300, 300):
        assert world.ask() == "fails"
        assert world.rests_for(seconds)
    world.fails = False
    assert world.ask("a") == "25"
    world.now += 1
    world.fails = True
    assert world.ask() == "fails"
    assert world.rests_for(2)


def test_one_is_asked_at_a_time() -> None:
    world = World()
    assert world.ask("at once") == "25"
    assert world.asked == ["at once de 1"]


def test_it_says_whose_data_it_is() -> None:
    assert World().patient.attribution == "© us"
