"""A version is completed by what is known of the film, and by nothing else."""

import pytest

from data.versions.notation import VERSIONS
from data.versions.version import Version


def test_an_original_is_heard_in_the_languages_of_the_film() -> None:
    assert VERSIONS["OmU"].for_film(["en", "ko"]) == Version(("en", "ko"), is_original=True, subtitles=("de",))


@pytest.mark.parametrize("word", sorted(VERSIONS))
def test_nothing_follows_where_the_languages_of_the_film_are_unknown(word: str) -> None:
    assert VERSIONS[word].for_film([]) == VERSIONS[word]


def test_a_named_language_that_the_film_does_not_speak_is_dubbed() -> None:
    assert VERSIONS["DF"].for_film(["en"]).is_original is False


def test_a_named_language_that_the_film_speaks_is_the_original() -> None:
    assert VERSIONS["DF"].for_film(["de"]).is_original is True


def test_what_is_unknown_of_the_screening_stays_unknown() -> None:
    assert Version().for_film(["en"]) == Version()


def test_unknown_subtitles_stay_unknown() -> None:
    assert VERSIONS["EN"].for_film(["en"]).subtitles is None


def test_what_the_cinema_said_of_the_original_stands() -> None:
    said = Version(audio=("en",), is_original=False)
    assert said.for_film(["en"]) is said
