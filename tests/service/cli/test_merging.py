"""`kinonah cinemas duplicates|merge|unmerge` and `kinonah films merge|unmerge`, as they are typed."""

import json
from pathlib import Path

import pytest

from tests.service.cli.test_catalogue import Kinonah

HOUSES = """slug,name,lat,lon,website
passage,Passage,52.49,13.42,https://kino.example/
passage-kino,Passage Kino,52.4902,13.42,
"""
FILMS = '[{"original_title": "Red Rocket"}, {"original_title": "Rote Rakete"}]'


@pytest.fixture
def kinonah(tmp_path: Path) -> Kinonah:
    kinonah = Kinonah(tmp_path)
    assert kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", HOUSES)).exit_code == 0
    assert kinonah.run("films", "import", kinonah.file("films.json", FILMS)).exit_code == 0
    return kinonah


def test_duplicates_come_with_their_reasons_and_the_command(kinonah: Kinonah) -> None:
    told = kinonah.run("cinemas", "duplicates")
    assert told.stdout.splitlines() == [
        "passage  Passage",
        "  passage-kino  80%: 22 m apart, “Passage Kino” and “Passage” alike",
        "    kinonah cinemas merge passage passage-kino",
        "Groups of cinemas that may be one house: 1.",
    ]
    (group,) = json.loads(kinonah.run("cinemas", "duplicates", "--json").stdout)
    assert group["commands"] == ["kinonah cinemas merge passage passage-kino"]
    assert group["doubles"][0]["confidence"] == group["confidence"] == 0.8


def test_nothing_is_merged_where_nobody_says_yes(kinonah: Kinonah) -> None:
    told = kinonah.run("cinemas", "merge", "passage", "passage-kino")
    assert told.exit_code == 1
    assert "passage-kino would be merged into passage" in told.stderr
    assert "Say --yes" in told.stderr
    assert kinonah.cinema_names() == ["Passage", "Passage Kino"]


def test_a_merge_says_how_to_undo_it_and_that_does(kinonah: Kinonah) -> None:
    told = kinonah.run("cinemas", "merge", "passage", "passage-kino", "--yes")
    assert told.stdout.splitlines()[-1] == "To undo it: kinonah cinemas unmerge passage-kino"
    assert kinonah.cinema_names() == ["Passage"]
    assert "No two cinemas look like one house." in kinonah.run("cinemas", "duplicates").stdout
    assert kinonah.run("cinemas", "unmerge", "passage-kino").exit_code == 0
    assert kinonah.cinema_names() == ["Passage", "Passage Kino"]


def test_of_two_that_are_each_read_from_an_address_it_is_said_which_one_is_paused(kinonah: Kinonah) -> None:
    for slug in ("passage", "passage-kino"):
        added = kinonah.run("feeds", "add", f"https://{slug}.example/week.ics", "--cinema", slug)
        assert added.exit_code == 0, added.output
    told = kinonah.run("cinemas", "merge", "passage", "passage-kino")
    assert "https://passage-kino.example/week.ics would be paused" in told.stderr
    told = kinonah.run("cinemas", "merge", "passage", "passage-kino", "--yes", "--json")
    assert json.loads(told.stdout)["paused_feeds"] == ["https://passage-kino.example/week.ics"]


def test_films_are_merged_and_parted_alike(kinonah: Kinonah) -> None:
    told = kinonah.run("films", "merge", "red-rocket", "rote-rakete", "--yes", "--json")
    assert json.loads(told.stdout)["merged"] == "rote-rakete"
    parted = kinonah.run("films", "unmerge", "rote-rakete")
    assert parted.stdout == "rote-rakete is a film of its own again, apart from red-rocket.\n"
