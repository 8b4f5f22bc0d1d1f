"""`kinonah near`: the nearest cinemas first, on a terminal and as JSON, and a sentence for whatever cannot be meant."""

import json

import pytest

from tests.service.api.test_showtimes import FIELDS
from tests.service.cli.conftest import Kinonah
from tests.service.town import PLAIN_EVIL_TITLE

HERE = "52.5,13.42"
EVENING = ("--on", "2026-11-26")


def test_the_nearest_cinema_comes_first(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", HERE, "red-rocket", *EVENING)
    assert (ended.code, ended.err) == (0, "")
    places = [ended.out.index(word) for word in ("1.1 km", "Moviemento", "2.4 km", "Rollberg", "Thalia")]
    assert places == sorted(places)
    assert "20:15 OmU 35mm" in ended.out


@pytest.mark.parametrize("film", ["Red Rocket", "RED ROCKET", "red-rocket"])
def test_a_film_is_a_slug_or_a_title(kinonah_in_town: Kinonah, film: str) -> None:
    assert "Moviemento" in kinonah_in_town("near", HERE, film, *EVENING).out


def test_without_a_film_each_screening_names_its_own(kinonah_in_town: Kinonah) -> None:
    out = kinonah_in_town("near", HERE, *EVENING).out
    for word in ("Red Rocket", "Fallende Blätter", "Nur ein Titel", "does not say in which version"):
        assert word in out


def test_a_title_is_shown_as_it_is_written(kinonah_in_town: Kinonah) -> None:
    """Square brackets and colons are markup to the library that draws the table."""
    out = kinonah_in_town("near", HERE, *EVENING).out
    assert " ".join(PLAIN_EVIL_TITLE.split()) in " ".join(out.split())
    assert "[rec] :skull: [/b]" in out


def test_json_is_what_the_api_answers_alone(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", HERE, "red-rocket", *EVENING, "--limit", "2", "--json")
    said = json.loads(ended.out)
    assert set(said) == FIELDS
    assert [one["cinema"]["slug"] for one in said["cinemas"]] == ["moviemento", "rollberg"]
    assert (ended.code, ended.err) == (0, "")


def test_what_one_perhaps_understands_is_marked(kinonah_in_town: Kinonah) -> None:
    out = kinonah_in_town("near", HERE, *EVENING, "--understands", "en", "--understands", "fr").out
    assert "20:15 OmU 35mm Red Rocket" in out
    assert "21:00 ? Nur ein Titel (perhaps)" in out
    assert "does not say whether you would understand it" in out
    assert "Thalia" not in out


def test_without_a_language_nothing_is_perhaps(kinonah_in_town: Kinonah) -> None:
    assert "perhaps" not in kinonah_in_town("near", HERE, *EVENING).out


def test_access_is_asked_for_word_by_word(kinonah_in_town: Kinonah) -> None:
    out = kinonah_in_town("near", HERE, "red-rocket", *EVENING, "--access", "wheelchair").out
    assert "Moviemento" in out
    assert "Rollberg" not in out
    nothing = kinonah_in_town("near", HERE, *EVENING, "--access", "wheelchair", "--access", "captions").out
    assert "(without access)" in nothing


def test_where_nothing_is_found_the_nearest_besides_is_named(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", HERE, "red-rocket", *EVENING, "--within-km", "1")
    assert ended.code == 0
    assert ended.out.startswith("Nothing between Thu 26 Nov")
    assert "Moviemento, 1.1 km" in ended.out


def test_an_unknown_film_is_a_sentence_with_a_suggestion(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", HERE, "Red Rokcet")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "There is no film 'Red Rokcet'. Did you mean: Red Rocket?\n"


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ("Nirgendwo", "52.5"),
        ("52.5", "52.5"),
        ("91,13.42", "between -90 and 90"),
        ("0,0", "0, 0"),
        ("13.42,52.5", "swapped"),
    ],
)
def test_a_bad_position_is_one_sentence(kinonah_in_town: Kinonah, position: str, words: str) -> None:
    ended = kinonah_in_town("near", position)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("position", ["-33.8688,151.2093", "-34.6,-58.38", "-.5,13"])
def test_a_position_south_of_the_equator_is_no_option(kinonah_in_town: Kinonah, position: str) -> None:
    assert "option" not in kinonah_in_town("near", position, *EVENING).err


def test_sydney_is_far_from_every_cinema_but_can_be_asked_for(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", "-33.8688,151.2093", "red-rocket", *EVENING)
    assert ended.code == 0
    assert "Moviemento" in ended.out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--within-km", "0"),
        ("--limit", "0"),
        ("--limit", "101"),
        ("--on", "tomorrow"),
        ("--from", "x"),
        ("--version", "?"),
        ("--understands", "english"),
        ("--access", "ramp"),
    ],
)
def test_a_wrong_option_is_one_sentence_that_names_it(kinonah_in_town: Kinonah, option: str, value: str) -> None:
    ended = kinonah_in_town("near", HERE, option, value)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{option}: ")
    assert ended.err.count("\n") == 1


def test_an_option_that_is_none_is_wrong_usage(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town("near", HERE, "--vresion", "OmU").code == 2


def test_an_empty_database_says_how_it_is_filled(kinonah: Kinonah) -> None:
    ended = kinonah("near", HERE)
    assert (ended.code, ended.out) == (3, "")
    assert "kinonah demo or kinonah cinemas import" in ended.err
