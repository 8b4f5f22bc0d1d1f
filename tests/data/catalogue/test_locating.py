"""Cinemas without a position are found by their address where a geocoder is set, and reported where none is."""

from dataclasses import dataclass, field

from sqlalchemy import Engine

from data.catalogue.locating import NOBODY_ASKED, Located, locate_missing
from data.tables.database import reading
from geo.geocoder import Geocoder, GeocoderError
from geo.place import Place, PlaceKind
from geo.point import Point
from tests.data.catalogue.bringing_in import bring_in, cinemas, counts, found, sentences

LIST = "name;street;postcode;city\nLichtburg;Damm 22;10967;Berlin\nAstra;Markt 1;10827;Berlin\nNamenlos;;;\n"


@dataclass
class Atlas:
    """A geocoder that knows some addresses by heart; `down` are those that it fails at."""

    known: dict[str, tuple[float, float]] = field(default_factory=dict)
    down: tuple[str, ...] = ()
    accuracy_m: float = 50.0
    asked: list[str] = field(default_factory=list)
    attribution: str = "© an atlas"

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:  # noqa: ARG002 (the protocol's)
        self.asked.append(text)
        if text.startswith(self.down):
            raise GeocoderError("The geocoder gave no answer of use.")
        at = self.known.get(text.partition(",")[0])
        kind = PlaceKind.ADDRESS
        return [Place(name=text, kind=kind, point=Point(*at), accuracy_m=self.accuracy_m)] if at else []


KNOWN = {"Damm 22": (52.49033, 13.4234)}


def locate(engine: Engine, geocoder: Geocoder, content: str = LIST) -> Located:
    with reading(engine) as session:
        return locate_missing(session, content.encode(), geocoder)


def test_without_a_geocoder_each_is_reported_and_the_others_come_in(engine: Engine) -> None:
    report = bring_in(engine, f"{LIST}", located=NOBODY_ASKED)
    assert (counts(report), {problem.code for problem in report.problems}) == ((3, 0, 0, 0, 3), {"position-missing"})
    assert "set a geocoder" in sentences(report)
    assert "no street and city" in sentences(report)
    assert [problem.value for problem in report.problems] == ["Lichtburg", "Astra", "Namenlos"]


def test_an_address_that_is_found_is_the_position_and_to_be_checked(engine: Engine) -> None:
    report = bring_in(engine, LIST, located=locate(engine, Atlas(KNOWN)))
    assert (counts(report), cinemas(engine)["lichtburg"].lat) == ((3, 1, 0, 0, 2), 52.49033)
    assert ("position-looked-up", 2, "lat") in found(report)
    assert "knows no house at this address" in sentences(report)


def test_the_same_list_again_asks_for_nothing_that_is_known(engine: Engine) -> None:
    bring_in(engine, LIST, located=locate(engine, Atlas(KNOWN)))
    atlas = Atlas(KNOWN)
    report = bring_in(engine, LIST, located=locate(engine, atlas))
    assert (atlas.asked, report.unchanged) == (["Markt 1, 10827 Berlin"], 1)


def test_what_is_only_a_street_or_a_city_is_no_position(engine: Engine) -> None:
    report = bring_in(engine, LIST, located=locate(engine, Atlas(KNOWN, accuracy_m=3000.0)))
    assert report.added == 0


def test_a_geocoder_that_fails_once_is_asked_on(engine: Engine) -> None:
    report = bring_in(engine, LIST, located=locate(engine, Atlas(KNOWN, down=("Markt",))))
    assert report.added == 1
    assert "Import the file again later" in sentences(report)


def test_a_geocoder_that_is_down_is_soon_left_alone(engine: Engine) -> None:
    many = "name;street;city\n" + "".join(f"Kino {number};Damm {number};Berlin\n" for number in range(20))
    atlas = Atlas(down=("Damm",))
    report = bring_in(engine, many, located=locate(engine, atlas, many))
    assert (len(atlas.asked), report.errors) == (3, 20)


def test_a_row_with_a_position_is_never_looked_up(engine: Engine) -> None:
    atlas = Atlas(KNOWN)
    locate(engine, atlas, "name;street;city;lat;lon\nLichtburg;Damm 22;Berlin;52.501;13.401\n")
    assert atlas.asked == []
