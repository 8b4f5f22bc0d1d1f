"""The demo catalogue: facts that must be right, texts in both languages, cinemas that stand in Berlin."""

import csv
import json
import re
from importlib.resources import files
from typing import Any

import pytest

from data.demo.cinemas import load_demo_cinemas
from data.demo.films import load_demo_films

GENRES = {
    *("action", "adventure", "animation", "biography", "children", "comedy", "crime", "documentary", "drama"),
    *("fantasy", "history", "horror", "music", "musical", "mystery", "romance", "science-fiction", "silent"),
    *("thriller", "war", "western"),
}
ROLES = {"director", "writer", "photography", "editing", "distributor", "cast"}


@pytest.fixture(scope="module")
def catalogue() -> list[dict[str, Any]]:
    films: list[dict[str, Any]] = json.loads((files("data.demo") / "films.json").read_text(encoding="utf-8"))
    return films


@pytest.fixture(scope="module")
def cinema_rows() -> list[dict[str, str]]:
    text = (files("data.demo") / "berlin" / "cinemas.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_the_facts_of_red_rocket_are_right(catalogue: list[dict[str, Any]]) -> None:
    film = next(film for film in catalogue if film["slug"] == "red-rocket")
    assert (film["year"], film["countries"], film["minutes"]) == (2021, ["US"], 130)
    assert film["original_languages"] == ["en"]
    assert film["genres"] == ["comedy", "drama"]
    assert film["released_on"] == {"DE": "2022-04-14"}
    assert film["credits"] == {
        "director": ["Sean Baker"],
        "writer": ["Sean Baker", "Chris Bergoch"],
        "photography": ["Drew Daniels"],
        "editing": ["Sean Baker"],
        "distributor": ["Universal Pictures"],
        "cast": ["Simon Rex", "Suzanna Son", "Bree Elrod"],
    }


def test_every_film_has_a_title_and_our_own_text_in_german_and_english(catalogue: list[dict[str, Any]]) -> None:
    for film in catalogue:
        for language in ("de", "en"):
            text = film["texts"][language]
            assert film["titles"][language]
            assert text["teaser"]
            assert 2 <= len(re.findall(r"[.!?](?= |$)", text["review"])) <= 4, film["slug"]
            assert text["author"]


def test_of_two_texts_exactly_one_is_a_translation(catalogue: list[dict[str, Any]]) -> None:
    for film in catalogue:
        translators = [text["translator"] for text in film["texts"].values()]
        assert translators.count(None) == 1, film["slug"]
        assert len({text["author"] for text in film["texts"].values()}) == 1


def test_films_use_the_agreed_words_and_codes(catalogue: list[dict[str, Any]]) -> None:
    for film in catalogue:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", film["slug"])
        assert set(film["genres"]) <= GENRES
        assert set(film["credits"]) <= ROLES
        assert all(re.fullmatch(r"[A-Z]{2}", country) for country in film["countries"])
        assert all(re.fullmatch(r"[a-z]{2,3}", language) for language in film["original_languages"])
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in film["released_on"].values())


def test_the_catalogue_is_a_mix(catalogue: list[dict[str, Any]]) -> None:
    spoken = {film["original_languages"][0] for film in catalogue}
    assert len(catalogue) >= 28
    assert spoken >= {"en", "de", "fr", "es", "ko", "ja", "it", "da", "pt", "fa", "pl", "uk", "ar", "tr", "zxx"}
    assert max(film["minutes"] for film in catalogue) > 180
    assert min(film["minutes"] for film in catalogue) < 80
    assert len({film["slug"] for film in catalogue}) == len(catalogue)


def test_every_film_of_the_catalogue_is_booked(catalogue: list[dict[str, Any]]) -> None:
    assert [film.slug for film in load_demo_films()] == [film["slug"] for film in catalogue]
    assert all(film.profiles for film in load_demo_films())


def test_there_are_65_cinemas_within_berlin(cinema_rows: list[dict[str, str]]) -> None:
    assert len(cinema_rows) == len({row["slug"] for row in cinema_rows}) == 65
    for row in cinema_rows:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["slug"])
        assert re.fullmatch(r"1[0-4]\d{3}", row["postcode"]), row["slug"]
        assert 52.33 < float(row["lat"]) < 52.68, row["slug"]
        assert 13.08 < float(row["lon"]) < 13.77, row["slug"]
        assert (row["city"], row["country"], row["time_zone"]) == ("Berlin", "DE", "Europe/Berlin")


def test_every_cinema_has_a_programme_and_open_air_means_the_same_to_both(cinema_rows: list[dict[str, str]]) -> None:
    outdoor = {row["slug"]: row["outdoor"] == "yes" for row in cinema_rows}
    assert {cinema.slug: cinema.is_outdoor for cinema in load_demo_cinemas()} == outdoor


def test_no_house_plays_in_more_auditoriums_than_it_is_known_to_have(cinema_rows: list[dict[str, str]]) -> None:
    known = {row["slug"]: int(row["screens"]) for row in cinema_rows if row["screens"]}
    for cinema in load_demo_cinemas():
        assert len(cinema.auditoriums) <= known.get(cinema.slug, 3), cinema.slug


def test_the_notice_names_openstreetmap_and_its_licence() -> None:
    notice = (files("data.demo") / "berlin" / "NOTICE.md").read_text(encoding="utf-8")
    for words in ("© OpenStreetMap contributors", "ODbL", "openstreetmap.org/copyright", "invented"):
        assert words in notice
