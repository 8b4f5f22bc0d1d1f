"""A question for access keeps what has all of it for certain: captions, audio description, a way in on wheels,
a hearing loop."""

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.versions.version import Version
from tests.data.programme.factories import Listed, programme_of, question

CAPTIONED = Version(audio=("de",), subtitles=(), captions=True)
DESCRIBED = Version(audio=("de",), subtitles=(), audio_description=True)
WHEELCHAIR = {"captioned": "yes", "described": "yes", "plain": "yes", "step": "limited", "stairs": "no"}
HEARING_LOOP = {"captioned": True, "described": False, "stairs": True}


@pytest.fixture
def city(engine: Engine) -> Programme:
    """Give houses from near to far in the order of the alphabet; nobody knows whether one gets into the last."""
    versions = {"captioned": CAPTIONED, "described": DESCRIBED}
    slugs = [*sorted(WHEELCHAIR), "unknown"]
    listed = [Listed(cinema=slug, version=versions.get(slug, CAPTIONED)) for slug in slugs if slug != "plain"]
    places = {slug: (52.499 + number / 100, 13.418) for number, slug in enumerate(slugs)}
    return programme_of(
        engine,
        *listed,
        Listed(cinema="plain", version=Version()),
        cinemas=places,
        wheelchair=WHEELCHAIR,
        hearing_loop=HEARING_LOOP,
    )


def ask(programme: Programme, *words: str) -> list[str]:
    found = showtimes_near(programme, question(access=words))
    return [programme.cinemas[one.cinema].slug for one in found]


def test_captions_and_audio_description_are_of_the_version(city: Programme) -> None:
    assert ask(city, "captions") == ["captioned", "stairs", "step", "unknown"]
    assert ask(city, "audio-description") == ["described"]


def test_only_a_cinema_without_a_step_has_a_way_in_on_wheels(city: Programme) -> None:
    assert ask(city, "wheelchair") == ["captioned", "described", "plain"]


def test_a_hearing_loop_is_there_only_where_somebody_said_so(city: Programme) -> None:
    assert ask(city, "hearing-loop") == ["captioned", "stairs"]
    assert ask(city, "hearing-loop", "wheelchair") == ["captioned"]


def test_all_that_is_needed_has_to_be_there(city: Programme) -> None:
    assert ask(city, "wheelchair", "captions") == ["captioned"]
    assert ask(city, "audio-description", "captions") == []


def test_a_word_is_written_in_any_case(city: Programme) -> None:
    assert ask(city, "Audio_Description") == ask(city, "audio-description")


@pytest.mark.parametrize("word", ["", "ramp", "OmU", "captions,wheelchair"])
def test_access_that_is_none_is_refused_with_what_there_is(city: Programme, word: str) -> None:
    with pytest.raises(QuestionError, match="captions, audio-description, wheelchair, hearing-loop") as refusal:
        ask(city, word)
    assert refusal.value.parameter == "access"
