"""Each screening has the label that stands at its own cinema's door, in whichever country that is."""

import json

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.programme.answer import answer, encode
from data.programme.programme import Programme
from data.programme.write import write_answer
from data.tables.cinema import Cinema
from data.tables.database import writing
from data.versions.version import Version
from tests.data.programme.factories import Listed, loaded, question, store

HOUSES = {"berlin": (52.49, 13.42), "paris": (48.85, 2.35), "zurich": (47.37, 8.54), "vienna": (48.21, 16.37)}
COUNTRIES = {"berlin": "DE", "paris": "FR", "zurich": "CH", "vienna": "AT"}
WITH_FRENCH = Version(is_original=True, subtitles=("fr",))
PLAIN = Version(is_original=True, subtitles=())


@pytest.fixture
def europe(engine: Engine) -> Programme:
    """Give a programme of four countries, each cinema with the same two versions of an English film."""
    store(
        engine, *(Listed(cinema=slug, version=one) for slug in HOUSES for one in (WITH_FRENCH, PLAIN)), cinemas=HOUSES
    )
    with writing(engine) as session:
        for cinema in session.exec(select(Cinema)):
            cinema.country = COUNTRIES[cinema.slug]
    return loaded(engine)


def labels(programme: Programme, *versions: str) -> dict[str, set[str]]:
    said = answer(programme, question(versions=versions))
    return {
        one.cinema.slug: {said.versions[screening.version].label for screening in one.screenings}
        for one in said.cinemas
    }


def test_the_label_is_that_of_the_cinemas_country(europe: Programme) -> None:
    assert labels(europe) == {
        "berlin": {"OmfU", "OV"},
        "vienna": {"OmfU", "OV"},
        "paris": {"VOSTFR", "VO"},
        "zurich": {"E/f", "E"},
    }


@pytest.mark.parametrize("word", ["OmfU", "OmfrzU", "VOSTFR", "VOSTF"])
def test_a_version_is_asked_for_in_the_words_of_any_country(europe: Programme, word: str) -> None:
    assert labels(europe, word) == {
        "berlin": {"OmfU"},
        "vienna": {"OmfU"},
        "paris": {"VOSTFR"},
        "zurich": {"E/f"},
    }


def test_a_label_that_is_printed_can_be_asked_for(europe: Programme) -> None:
    for version in europe.versions:
        assert version.label in {label for found in labels(europe, version.label).values() for label in found}


def test_what_is_written_fast_says_the_same_and_each_version_once(europe: Programme) -> None:
    written = write_answer(europe, question())
    assert written == encode(answer(europe, question()))
    assert len(json.loads(written)["versions"]) == len(set(europe.version_keys)) == len(europe.version_keys) == 6
