"""What is made of all titles and versions that real cinemas write: held in numbers, and read one by one by a person."""

from pathlib import Path

import pytest

from data.schedules.titles.book import KnownFilm, book_of
from data.schedules.titles.match import Doubt, Match, find
from tests.real.brute_force import same_title
from tests.real.cells import Cells, sample_cells, week_cells
from tests.real.understood import Understanding, understand

TITLES = 145
FILMS = 133
# Also what two houses call differently: no letter says that it is one film, only a catalogue can.
SUGGESTED = {
    "The Odyssey": "Die Odyssee",
    "Obsession": "Obsession - Du sollst mich lieben",
    "Minions & Monsters": "Minions & Monster",
    "jean-pierre melville wochenende – le doulous": "jean-pierre melville wochenende – bob le flambeur",
    "disclosure day – der tag der wahrheit": "Disclosure Day",
    "das drama – noch mal auf anfang": "The Drama",
    "der astronaut – project hail mary": "Project Hail Mary",
}
JOINED = {"good luck, have fun, don’t die": "Good Luck, Have Fun, D..."}
BESIDE_A_TITLE = {
    "Toy Story 5 3D": "Toy Story 5",
    "Spider-Man: Brand New Day 3D": "Spider-Man: Brand New Day",
    "To My Sisters (OmU)": "To My Sisters",
    "amores perros (2001)": "amores perros",
    "EVERYTIME (OmeU)": "EVERYTIME",
    "ANSTATT BÄUMEN (OmU) + Filmgespräch mit Regisseur Philipp Hartmann": "ANSTATT BÄUMEN",
    "WIND RIVER ENGL.M.DT.UT": "WIND RIVER",
    "MARIA BY CALLAS OMDU": "MARIA BY CALLAS",
    "2001: ODYSSEE IM WELTRAUM OMDU": "2001: ODYSSEE IM WELTRAUM",
    "James Bond 007 (OV)": "James Bond 007",
}
# As a catalogue has them: each film with the titles that the week's cinemas may know it by.
CATALOGUE = [
    ("Father Mother Sister Brother",),
    ("Good Luck, Have Fun, Don't Die",),
    ("The Odyssey", "Die Odyssee"),
    ("H Is for Hawk", "H wie Habicht"),
    ("The Secret Agent", "O Agente Secreto"),
    ("Das tiefste Blau", "O último azul"),
    ("Der Astronaut", "Project Hail Mary"),
    ("The Prince and the Showgirl",),
    ("2001: A Space Odyssey", "2001: Odyssee im Weltraum"),
]
MEANT = {
    "Father Mother Sister B...": ("Father Mother Sister Brother", Doubt.CUT),
    "Good Luck, Have Fun, D...": ("Good Luck, Have Fun, Don't Die", Doubt.CUT),
    "The Prince and the Sho...": ("The Prince and the Showgirl", Doubt.CUT),
    "good luck, have fun, don’t die": ("Good Luck, Have Fun, Don't Die", None),
    "Die Odyssee": ("The Odyssey", None),
    "H wie Habicht": ("H Is for Hawk", None),
    "H Is for Hawk": ("H Is for Hawk", None),
    "the secret agent – o agente secreto": ("The Secret Agent", None),
    "das tiefste blau – o último azul": ("Das tiefste Blau", None),
    "der astronaut – project hail mary": ("Der Astronaut", None),
    "stanley kubrick – 2001 odyssee im weltraum (1968)": ("2001: A Space Odyssey", None),
}


@pytest.fixture(scope="module")
def cells(shared: Path) -> Cells:
    return week_cells(shared)


@pytest.fixture(scope="module")
def understood(cells: Cells) -> Understanding:
    return understand(cells)


def named(found: Match | None) -> list[str]:
    return [film.title for film in found.films] if found else []


def test_no_version_is_unknown_to_us(understood: Understanding, shared: Path) -> None:
    assert understood.unknown_versions == understand(sample_cells(shared)).unknown_versions == ()


def test_titles_become_as_many_films_as_a_person_counts(cells: Cells, understood: Understanding) -> None:
    counted = {same_title(title) for title in cells.titles} - {"tba"}
    assert (len(cells.titles), len(counted), len(understood.films())) == (TITLES, FILMS, FILMS)


def test_what_only_resembles_another_title_is_suggested_and_nothing_else_is(understood: Understanding) -> None:
    doubtful = understood.doubtful()
    assert {title: found.close[0].title for title, found in doubtful.items() if found.close} == SUGGESTED
    assert {title: found.films[0].title for title, found in doubtful.items() if not found.close} == JOINED


def test_what_stands_beside_a_title_is_not_its_films(understood: Understanding, shared: Path) -> None:
    titles = {**understood.titles, **understand(sample_cells(shared)).titles}
    assert {title: named(titles[title]) for title in BESIDE_A_TITLE} == {
        title: [film] for title, film in BESIDE_A_TITLE.items()
    }


def test_a_catalogue_makes_one_film_of_its_titles(cells: Cells) -> None:
    year = {"2001: A Space Odyssey": 1968}
    films = [(KnownFilm(titles[0], titles[0], year.get(titles[0])), titles) for titles in CATALOGUE]
    book = book_of((title, film) for film, titles in films for title in titles)
    found = {title: find(book, title) for title in cells.titles}
    meant = {title: (*named(one), one.doubt) for title, one in found.items() if one and title in MEANT}
    assert meant == MEANT
    # And of no other title of the week is it said that it means one of them.
    others = {title for title, one in found.items() if named(one)} - MEANT.keys()
    assert others == {"The Odyssey", "Project Hail Mary"}
