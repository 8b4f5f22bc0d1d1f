"""Films are found by what a person types."""

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.search import find_film, search_films
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row
from tests.data.programme.factories import loaded


@pytest.fixture
def catalogue(engine: Engine) -> Engine:
    """Give three films; of them, Amélie runs twice and Red Rocket once."""
    add_cinema(engine)
    for title in ("Red Rocket", "Amélie", "Rocketman"):
        add_film(engine, title)
    publish_sheet(engine, row(), row(title="Amélie", time="18:00"), row(title="Amélie", time="22:00"))
    return engine


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("rocket", ["red-rocket", "rocketman"]),
        ("ROCKET red", ["red-rocket"]),
        ("amelie", ["amelie"]),
        ("", ["amelie", "red-rocket", "rocketman"]),
        ("nosferatu", []),
    ],
)
def test_films_are_found_by_words_those_that_run_most_first(catalogue: Engine, words: str, slugs: list[str]) -> None:
    assert [film.slug for film in search_films(loaded(catalogue), words, NOW)] == slugs


@pytest.mark.parametrize("written", ["red-rocket", "Red Rocket", " RED  rocket"])
def test_one_film_is_found_by_slug_or_title(catalogue: Engine, written: str) -> None:
    assert find_film(loaded(catalogue), written).slug == "red-rocket"


def test_a_title_that_is_nearly_right_is_answered_with_the_right_one(catalogue: Engine) -> None:
    with pytest.raises(QuestionError, match=r"Did you mean: Red Rocket") as refusal:
        find_film(loaded(catalogue), "Red Roket")
    assert refusal.value.parameter == "film"


def test_a_title_that_is_like_no_other_is_refused_without_a_guess(catalogue: Engine) -> None:
    with pytest.raises(QuestionError) as refusal:
        find_film(loaded(catalogue), "Xyz")
    assert "Did you mean" not in str(refusal.value)
