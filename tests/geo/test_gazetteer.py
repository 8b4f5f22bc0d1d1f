"""The gazetteer: what is typed finds what is meant, nonsense finds nothing, and nothing typed is too much for it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.gazetteer_index import slips_forgiven
from geo.gazetteer_words import house_numbers_of, without_house_numbers, words_of
from geo.place import Place, PlaceKind
from geo.point import Point

NAMES = ("Kreuzberg", "Neukölln", "Prenzlauer Berg", "Weißensee", "Friedrichshain", "Charlottenburg", "Moabit")


def place(name: str, kind: PlaceKind = PlaceKind.NEIGHBOURHOOD, **more: object) -> Place:
    facts: dict[str, object] = {"point": Point(52.5, 13.4), "accuracy_m": 1000.0, "context": "Berlin"}
    return Place(name=name, kind=kind, **{**facts, **more})  # type: ignore[arg-type] # what a test says


def names(gazetteer: Gazetteer, typed: str) -> list[str]:
    return [found.name for found in gazetteer.find(typed)]


BERLIN = Gazetteer(map(place, NAMES))


@given(st.sampled_from(NAMES), st.data())
def test_every_beginning_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    assert name in names(BERLIN, name[: data.draw(st.integers(1, len(name)))])


@given(st.sampled_from(NAMES), st.data())
def test_a_slip_behind_the_second_letter_is_forgiven(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(name) - 2))
    sign = data.draw(st.sampled_from(string.ascii_lowercase))
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    slips = (name[:at] + name[at + 1 :], name[:at] + sign + name[at:], name[:at] + sign + name[at + 1 :], swapped)
    for typed in slips:
        assert names(BERLIN, typed)[:1] == [name], typed


@given(
    st.sampled_from(NAMES),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["", " ", "\t", "\u202e"]),
)
def test_case_and_what_nobody_sees_do_not_matter(name: str, spelled: object, around: str) -> None:
    assert callable(spelled)
    assert names(BERLIN, f"{around}{spelled(name)}{around}") == [name]


@given(st.text(max_size=300))
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    assert len(BERLIN.find(typed, 3)) <= 3
    assert all(word.isascii() and word.isalnum() for word in words_of(typed))
    without_house_numbers(typed)


@given(st.text(alphabet="qxyj", min_size=1, max_size=30))
def test_nonsense_finds_nothing(typed: str) -> None:
    assert names(BERLIN, typed) == []


@pytest.mark.parametrize("typed", ["x" * 10_000, "kreuzberg " * 1_000, "🐻" * 5_000, "\u0301" * 10_000, "﷽" * 3_000])
def test_ten_thousand_characters_are_no_place(typed: str) -> None:
    assert names(BERLIN, typed) == []


def test_an_empty_gazetteer_finds_nothing() -> None:
    assert Gazetteer([]).find("kreuzberg") == []


def test_that_two_end_in_street_makes_them_no_more_alike() -> None:
    gazetteer = Gazetteer([place("Prinzenstraße"), place("Hermannplatz")])
    assert names(gazetteer, "Oranienstraße") == []
    assert names(gazetteer, "Prinzenstrase") == ["Prinzenstraße"]
    assert names(gazetteer, "Prinsenstr.") == ["Prinzenstraße"]


def test_a_postcode_with_a_slip_is_another_postcode() -> None:
    gazetteer = Gazetteer([place("10967", PlaceKind.POSTCODE), place("10961", PlaceKind.POSTCODE)])
    assert names(gazetteer, "10968") == []
    assert names(gazetteer, "109") == ["10961", "10967"]


def test_what_it_lies_in_tells_namesakes_apart() -> None:
    gazetteer = Gazetteer([place("Mitte", context="Berlin"), place("Mitte", context="Frankfurt am Main")])
    assert [found.context for found in gazetteer.find("Frankfurt am Main Mitte")] == ["Frankfurt am Main"]
    assert [found.context for found in gazetteer.find("mitte, berlin")] == ["Berlin"]


def test_of_namesakes_the_nearer_comes_first() -> None:
    gazetteer = Gazetteer([place("Neustadt", context="a"), place("Neustadt", context="b", point=Point(48.1, 11.6))])
    assert [found.context for found in gazetteer.find("neustadt", near=Point(48.0, 11.5))] == ["b", "a"]
    assert [found.context for found in gazetteer.find("neustadt", near=Point(52.0, 13.5))] == ["a", "b"]


def test_a_station_is_preferred_where_it_is_named_as_one() -> None:
    both = Gazetteer([place("Wedding", weight=1.0), place("Wedding", PlaceKind.STATION)])
    assert [found.kind for found in both.find("wedding")] == ["neighbourhood", "station"]
    assert [found.kind for found in both.find("S+U Wedding")] == ["station", "neighbourhood"]
    assert [found.kind for found in both.find("Bahnhof Weding")] == ["station", "neighbourhood"]


def test_a_whole_name_comes_before_one_that_only_begins_so() -> None:
    gazetteer = Gazetteer([place("Buchholz", weight=1.0), place("Buch"), place("Am Buch")])
    assert names(gazetteer, "buch") == ["Buch", "Am Buch", "Buchholz"]


@pytest.mark.parametrize("typed", ["Berlin", "berl", "BERLI"])
def test_a_city_comes_without_what_is_only_also_called_by_it(typed: str) -> None:
    mitte = place("Mitte", aliases=("Berlin-Mitte", "Stadtmitte Berlin"), weight=1.0)
    airport = place("Flughafen BER", PlaceKind.STATION, aliases=("Berlin Brandenburg",), weight=1.0)
    tegel = place("Berlin-Tegel")
    gazetteer = Gazetteer([mitte, airport, place("Berlin", PlaceKind.CITY, context=""), tegel])
    assert names(gazetteer, typed) == ["Berlin", "Berlin-Tegel"]


def test_what_is_also_called_by_its_city_is_found_by_that_name_and_where_nothing_else_is() -> None:
    gazetteer = Gazetteer([place("Mitte", aliases=("Berlin-Mitte",))])
    assert names(gazetteer, "Berlin M") == names(gazetteer, "berlinmitte") == names(gazetteer, "Berlin") == ["Mitte"]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Oranienstraße 25", ["25"]),
        ("Oranienstr. 25a, 10999 Berlin", ["25a"]),
        ("25 rue de la Paix", ["25"]),
        ("Torstraße 12-14", ["12-14"]),
        ("Straße des 17. Juni 135", ["135"]),
        ("10999 Berlin", []),
        ("SO36", []),
        ("1010", []),
        ("", []),
    ],
)
def test_house_numbers_are_seen_postcodes_are_none(typed: str, numbers: list[str]) -> None:
    assert [number.strip() for number in house_numbers_of(typed)] == numbers


@pytest.mark.parametrize(
    ("text", "slips"), [("abc", 0), ("abcd", 1), ("abcdefgh", 2), ("abcdefghijklm", 3), ("abc1defgh", 0)]
)
def test_the_longer_the_more_is_forgiven_and_digits_nothing(text: str, slips: int) -> None:
    assert slips_forgiven(text) == slips
