"""Films are found by what a person types."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.facts import FilmDetails
from data.programme.film_index import FilmIndex, Likeness
from data.programme.film_lookup import MOST_BESIDE, FilmLookup
from data.programme.looked_up import words_of
from data.programme.programme import Programme
from data.programme.search import Around, find_film, find_films, search_films
from geo.point import Point
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row
from tests.data.programme.factories import KOTTBUSSER_TOR, TONIGHT, Listed, loaded, programme_of

FAR = {"near": (52.49, 13.42), "potsdam": (52.39, 13.09), "munich": (48.14, 11.58)}


def film(slug: str, title: str | None = None, **facts: Any) -> FilmDetails:  # noqa: ANN401 (fields of FilmDetails)
    """Describe a film; `director` and `cast` are names."""
    people = {role: facts.pop(role) for role in ("director", "cast") if role in facts}
    defaults: dict[str, Any] = {"titles": {}, "original_title": title or slug, "year": None, "minutes": None}
    lists: dict[str, Any] = {name: [] for name in ("countries", "original_languages", "genres")}
    maps: dict[str, Any] = {name: {} for name in ("age_ratings", "released_on", "texts")}
    more = {"slug": slug, "title": title or slug, "credits": people, "is_provisional": False}
    return FilmDetails(**defaults | lists | maps | more | facts)


CATALOGUE = [
    film("red-rocket", "Red Rocket", year=2021, director=["Sean Baker"], cast=["Simon Rex", "Suzanna Son"]),
    film("anora", "Anora", year=2024, director=["Sean Baker"], cast=["Mikey Madison"]),
    film("the-baker", "The Baker", year=2022),
    film("blaetter", "Fallende Blätter", titles={"en": "Fallen Leaves"}, original_title="Kuolleet lehdet", year=2023),
    film("strasse", "Große Straße"),
    film("amelie", "Amélie", original_title="Le Fabuleux Destin d'Amélie Poulain"),
    film("parasite", "Parasite", original_title="기생충", year=2019, director=["Bong Joon-ho"]),
    film("spider-man", "Spider-Man: No Way Home"),
    film("star-wars", "Star Wars"),
    film("space-odyssey", "2001: A Space Odyssey", year=1968, director=["Stanley Kubrick"]),
    film("dune", "Dune"),
    film("dune-two", "Dune: Part Two"),
    film("high-dune", "The High Dune"),
    film("dollars", "$"),
]


def likenesses(words: str, films: list[FilmDetails] = CATALOGUE) -> dict[str, Likeness]:
    """Give what is found, and how it is like the words."""
    found = FilmIndex(films).find(words_of(words)).tolist()
    return {one.slug: Likeness(like) for one, like in zip(films, found, strict=True) if like != Likeness.NOT}


@pytest.mark.parametrize(
    ("words", "slug", "like"),
    [
        ("Red Rocket", "red-rocket", Likeness.TITLE),
        ("  RED   rocket!", "red-rocket", Likeness.TITLE),
        ("rocket red", "red-rocket", Likeness.WORDS),
        ("red ro", "red-rocket", Likeness.BEGINNING),
        ("rock", "red-rocket", Likeness.BEGINNINGS),
        ("red roket", "red-rocket", Likeness.MISSPELLED_TITLE),
        ("erd rocket", "red-rocket", Likeness.MISSPELLED_TITLE),
        ("redrocket", "red-rocket", Likeness.WORDS),
        ("red rocket 2021", "red-rocket", Likeness.WORDS),
        ("red rocket 1999", "red-rocket", Likeness.NOT),
        ("sean baker", "red-rocket", Likeness.DIRECTOR),
        ("baker sean", "anora", Likeness.DIRECTOR),
        ("suzana son", "red-rocket", Likeness.MISSPELLED_NAME),
        ("simon rex", "red-rocket", Likeness.CAST),
        ("baker rocket", "red-rocket", Likeness.MIXED),
        ("2024", "anora", Likeness.MIXED),
        ("2001", "space-odyssey", Likeness.BEGINNING),
        ("Fallende Blätter", "blaetter", Likeness.TITLE),
        ("fallende blaetter", "blaetter", Likeness.TITLE),
        ("fallende blatter", "blaetter", Likeness.TITLE),
        ("falende bläter", "blaetter", Likeness.MISSPELLED_TITLE),
        ("fallen leaves", "blaetter", Likeness.TITLE),
        ("kuolleet", "blaetter", Likeness.BEGINNING),
        ("grosse strasse", "strasse", Likeness.TITLE),
        ("GROSSE STRAßE", "strasse", Likeness.TITLE),
        ("destin d'amelie", "amelie", Likeness.WORDS),
        ("gisaengchung", "parasite", Likeness.TITLE),
        ("기생충", "parasite", Likeness.TITLE),
        ("bong joon ho", "parasite", Likeness.DIRECTOR),
        ("spiderman", "spider-man", Likeness.WORDS),
        ("spider man", "spider-man", Likeness.BEGINNING),
        ("starwars", "star-wars", Likeness.WORDS),
        ("starwras", "star-wars", Likeness.MISSPELLED_TITLE),
        ("$", "dollars", Likeness.TITLE),
    ],
)
def test_a_film_is_like_what_is_typed(words: str, slug: str, like: Likeness) -> None:
    assert likenesses(words).get(slug, Likeness.NOT) == like


@pytest.mark.parametrize(
    "words", ["xqzwvk", "🎬🎬🎬", "%%%", "zzzz zzzz", "qwertzuiop asdf", "red xqzwvk", "\x00", "' OR 1=1"]
)
def test_nonsense_is_like_nothing(words: str) -> None:
    assert likenesses(words) == {}


def test_what_is_spelled_right_is_not_guessed_at() -> None:
    assert likenesses("dune") == {
        "dune": Likeness.TITLE,
        "dune-two": Likeness.BEGINNING,
        "high-dune": Likeness.WORDS,
    }
    assert likenesses("baker") == {
        "the-baker": Likeness.WORDS,
        "red-rocket": Likeness.DIRECTOR,
        "anora": Likeness.DIRECTOR,
    }


@given(st.sampled_from(CATALOGUE), st.data())
def test_each_beginning_of_a_title_finds_it(one: FilmDetails, data: st.DataObject) -> None:
    begun = one.title[: data.draw(st.integers(1, len(one.title)))]
    assert one.slug in likenesses(begun) or not words_of(begun)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_whatever_is_typed_is_answered(words: str) -> None:
    likenesses(words)


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
        ("!!!", []),
    ],
)
def test_films_are_found_by_words_those_that_are_coming_first(catalogue: Engine, words: str, slugs: list[str]) -> None:
    assert [film.slug for film in search_films(loaded(catalogue), words, NOW)] == slugs


def found(programme: Programme, words: str, **around: Any) -> list[str]:  # noqa: ANN401 (what find_films takes)
    return [programme.films[one.film].slug for one in find_films(programme, words, NOW, **around).films]


def test_what_comes_near_by_is_before_what_comes_anywhere_and_that_before_the_rest(engine: Engine) -> None:
    rows = [
        Listed(cinema="munich", films=("rocket-a",)),
        Listed(cinema="munich", films=("rocket-a",), starts_at=TONIGHT + timedelta(days=1)),
        Listed(cinema="potsdam", films=("rocket-a",), starts_at=NOW - timedelta(days=1)),
        Listed(cinema="near", films=("rocket-b",), starts_at=NOW - timedelta(days=1)),
        Listed(cinema="near", films=("rocket-c",)),
        Listed(cinema="near", films=("rocket",), starts_at=NOW - timedelta(days=1)),
    ]
    programme = programme_of(engine, *rows, cinemas=FAR)
    assert found(programme, "rocket", around=Around(KOTTBUSSER_TOR)) == ["rocket", "rocket-c", "rocket-a", "rocket-b"]
    assert found(programme, "rocket", around=Around(Point(48.1, 11.5)))[1] == "rocket-a"


def test_the_nearest_cinema_and_its_next_start_come_with_a_film(engine: Engine) -> None:
    later = TONIGHT + timedelta(days=2)
    rows = [Listed(cinema="potsdam"), Listed(cinema="near", starts_at=later), Listed(cinema="near", starts_at=TONIGHT)]
    rows += [Listed(cinema="munich"), Listed(cinema="near", starts_at=NOW - timedelta(hours=1))]
    programme = programme_of(engine, *rows, cinemas=FAR)
    [one] = find_films(programme, "red-rocket", NOW, Around(KOTTBUSSER_TOR)).films
    assert one.cinema_count == 3
    assert one.nearest is not None
    assert programme.cinemas[one.nearest.cinema].slug == "near"
    assert 1_000 < one.nearest.distance_m < 1_020
    assert programme.columns.minute[one.nearest.row] * 60 == TONIGHT.timestamp()


def test_an_uncertain_position_reaches_farther(engine: Engine) -> None:
    programme = programme_of(engine, Listed(cinema="potsdam"), cinemas=FAR)
    near, far = (
        find_films(programme, "red", NOW, Around(KOTTBUSSER_TOR, accuracy_m)).films[0].nearest
        for accuracy_m in (0, 5_000)
    )
    assert (near, far is None) == (None, False)


@pytest.mark.parametrize("written", ["red-rocket", "Red Rocket", " RED  rocket"])
def test_one_film_is_found_by_slug_or_title(catalogue: Engine, written: str) -> None:
    assert find_film(loaded(catalogue), written).slug == "red-rocket"


@pytest.mark.parametrize("written", ["Red Roket", "rocket red", "red ro"])
def test_a_title_that_is_nearly_right_is_answered_with_the_right_one(catalogue: Engine, written: str) -> None:
    with pytest.raises(QuestionError, match=r"Did you mean: Red Rocket") as refusal:
        find_film(loaded(catalogue), written)
    assert refusal.value.parameter == "film"


@pytest.mark.parametrize("written", ["Xyz", "", "!!!"])
def test_a_title_that_is_like_no_other_is_refused_without_a_guess(catalogue: Engine, written: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        find_film(loaded(catalogue), written)
    assert "Did you mean" not in str(refusal.value)


def test_what_is_new_or_changed_is_found_without_an_index_of_everything() -> None:
    lookup = FilmLookup()
    before = [film(f"film-{number}", f"Filmwort{number}") for number in range(10)]
    assert lookup.find(before, ["filmwort3"]).tolist()[3] == Likeness.TITLE
    after = [*before[:3], film("film-3", "Anders"), *before[4:], film("new", "Neuling")]
    assert lookup.find(after, ["filmwort3"]).tolist() == [Likeness.NOT] * 11
    assert lookup.find(after, ["anders"]).tolist()[3] == Likeness.TITLE
    assert lookup.find(after, ["neuling"]).tolist()[10] == Likeness.TITLE
    assert lookup.find(after, ["filmwort4"]).tolist()[4] == Likeness.TITLE


def test_films_that_are_read_anew_are_found_where_they_are_then() -> None:
    lookup = FilmLookup()
    before = [film(f"film-{number}", f"Filmwort{number}") for number in range(4)]
    again = [film(f"film-{number}", f"Filmwort{number}") for number in range(4)]
    fewer = [again[3], again[0]]
    for films, position in ((before, 3), (again, 3), (fewer, 0), (before, 3)):
        assert lookup.find(films, ["filmwort3"]).tolist().index(Likeness.TITLE) == position


def test_what_is_new_is_found_when_it_is_much_too() -> None:
    lookup = FilmLookup()
    films = [film("first")]
    assert lookup.find(films, ["first"]).tolist() == [Likeness.TITLE]
    films = [*films, *(film(f"title{number}") for number in range(MOST_BESIDE + 1))]
    for slug in ("first", "title0", f"title{MOST_BESIDE}"):
        like = lookup.find(films, [slug])
        assert [films[at].slug for at in range(len(films)) if like[at] == Likeness.TITLE] == [slug]
