"""A written title means a known film, several, none, or one that is new."""

import pytest

from data.schedules.match import KnownFilm, TitleBook, titles_by_key
from data.text import folded


def book(*films: KnownFilm) -> TitleBook:
    return TitleBook(titles_by_key([(folded(film.title), film) for film in films]), {film.slug for film in films})


AMELIE = KnownFilm("amelie", "Amélie", 2001)
DUNE_1984, DUNE_2021 = KnownFilm("dune-1984", "Dune", 1984), KnownFilm("dune", "Dune", 2021)


@pytest.mark.parametrize("title", ["Amélie", "AMELIE", "  amélie ", "Ame\u0301lie"])
def test_a_title_is_known_without_case_accents_and_white_space(title: str) -> None:
    assert book(AMELIE).match(title).films == (AMELIE,)


@pytest.mark.parametrize("title", ["Sneak", "SNEAK PREVIEW", "tba", "T.B.A.", "Überraschungsfilm"])
def test_a_sneak_means_no_film(title: str) -> None:
    titles = book(AMELIE)
    assert titles.match(title).films == ()
    assert titles.new == {}


def test_two_known_titles_are_a_double_feature_in_their_order() -> None:
    assert book(AMELIE, DUNE_2021).match("Dune + Amélie").films == (DUNE_2021, AMELIE)


def test_a_plus_in_front_of_an_event_makes_no_double_feature() -> None:
    match = book(AMELIE).match("Amélie + Filmgespräch")
    assert [film.title for film in match.films] == ["Amélie + Filmgespräch"]


def test_a_known_title_with_a_plus_is_one_film() -> None:
    romeo = KnownFilm("romeo-juliet", "Romeo + Juliet", 1996)
    singles = (KnownFilm("romeo", "Romeo"), KnownFilm("juliet", "Juliet"))
    assert book(romeo, *singles).match("Romeo + Juliet").films == (romeo,)


def test_of_two_films_with_one_title_the_newest_is_meant_and_doubted() -> None:
    match = book(DUNE_2021, DUNE_1984).match("Dune")
    assert match.films == (DUNE_2021,)
    assert match.is_ambiguous


def test_one_film_under_one_title_in_two_languages_is_not_ambiguous() -> None:
    titles = TitleBook(titles_by_key([("dune", DUNE_2021), ("dune", DUNE_2021)]), {"dune"})
    assert not titles.match("Dune").is_ambiguous


def test_an_unknown_title_is_one_new_film_however_often_it_stands_there() -> None:
    titles = book()
    first, again = titles.match("Neu"), titles.match("NEU")
    assert first == again
    assert titles.new == {"neu": KnownFilm("neu", "Neu", is_new=True)}


def test_a_new_film_takes_a_slug_that_nobody_has() -> None:
    taken = TitleBook({}, {"dune", "dune-2"})
    assert [film.slug for film in taken.match("Dune").films] == ["dune-3"]


def test_a_title_without_letters_has_a_slug_too() -> None:
    dots, mark = (book().match(title).films[0].slug for title in ("…", "?"))
    assert dots.startswith("film-")
    assert dots != mark
