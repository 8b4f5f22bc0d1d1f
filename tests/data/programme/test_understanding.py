"""A question for what one understands keeps what is heard or read in it, and what perhaps is."""

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.versions.notation import VERSIONS
from data.versions.version import Version
from tests.data.programme.factories import Listed, programme_of, question

HOUSES = {
    "english-original": VERSIONS["OV"],
    "finnish-with-english": Version(audio=("fi",), is_original=True, subtitles=("en",)),
    "finnish-with-german": Version(audio=("fi",), is_original=True, subtitles=("de",)),
    "german": VERSIONS["DF"],
    "silent-about-it": Version(),
}
EITHER_WAY = "silent-about-it"


@pytest.fixture
def city(engine: Engine) -> Programme:
    """Give a house for each version, from near to far in the order of the alphabet."""
    listed = [Listed(cinema=slug, version=version) for slug, version in HOUSES.items()]
    places = {slug: (52.499 + number / 100, 13.418) for number, slug in enumerate(HOUSES)}
    return programme_of(engine, *listed, cinemas=places)


def ask(programme: Programme, *languages: str) -> list[str]:
    found = showtimes_near(programme, question(understands=languages))
    return [programme.cinemas[one.cinema].slug for one in found]


def test_an_original_and_subtitles_both_fit(city: Programme) -> None:
    assert ask(city, "en") == ["english-original", "finnish-with-english", EITHER_WAY]


def test_one_of_several_languages_is_enough(city: Programme) -> None:
    assert ask(city, "de", "en") == [*HOUSES]
    assert ask(city, "fi", "de") == ["finnish-with-english", "finnish-with-german", "german", EITHER_WAY]


@pytest.mark.parametrize("written", ["EN", "en-GB", "eng", " en "])
def test_a_language_is_asked_for_in_any_spelling(city: Programme, written: str) -> None:
    assert ask(city, written) == ask(city, "en")


def test_what_nobody_speaks_there_leaves_only_what_is_unknown(city: Programme) -> None:
    assert ask(city, "ja") == [EITHER_WAY]


@pytest.mark.parametrize("word", ["", "english", "xx", "und", "52.498613,13.41", "en,de"])
def test_a_language_that_is_none_is_refused_with_what_to_write(city: Programme, word: str) -> None:
    with pytest.raises(QuestionError, match="BCP 47 tag, such as en") as refusal:
        ask(city, word)
    assert refusal.value.parameter == "understands"
    assert not word or word not in str(refusal.value)


def test_an_empty_programme_is_no_fault(engine: Engine) -> None:
    assert ask(programme_of(engine), "en") == []
