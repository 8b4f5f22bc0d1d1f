"""`kinonah places import`, and `kinonah near` from a place that is typed by its name."""

import json
from pathlib import Path

import pytest

from tests.service.cli.conftest import Kinonah

LIST = "name,kind,lat,lon,aliases,context\nHermannplatz,station,52.4869,13.4246,Hermi,Berlin\n"
EVENING = ("--on", "2026-11-26")


@pytest.fixture
def places(tmp_path: Path) -> Path:
    file = tmp_path / "places.csv"
    file.write_text(LIST)
    return file


def test_an_import_accounts_for_every_row(kinonah_in_town: Kinonah, places: Path) -> None:
    places.write_text(LIST + "Nirgends,station,95,13,,\nSantiago,city,-33.4,-70.6,,\n")
    ended = kinonah_in_town("places", "import", str(places))
    assert ended.code == 1
    assert "3 rows: 1 added, 1 farther than 150 km from every cinema, 1 with errors. 0 warnings." in ended.out
    assert "error: row 3, column lat: Latitude must lie between -90 and 90 degrees." in ended.out
    again = kinonah_in_town("places", "import", str(places), "--json")
    assert json.loads(again.out)["counts"]["unchanged"] == 1
    assert json.loads(again.out)["rows"] == 3


def test_a_dry_run_writes_nothing(kinonah_in_town: Kinonah, places: Path) -> None:
    for _ in range(2):
        ended = kinonah_in_town("places", "import", str(places), "--dry-run")
        assert (ended.code, ended.err) == (0, "")
        assert "1 row: 1 added." in ended.out
        assert "Nothing was written: this was a dry run." in ended.out


def test_what_is_no_file_of_places_is_refused_with_a_sentence(kinonah_in_town: Kinonah, places: Path) -> None:
    places.write_text("{")
    ended = kinonah_in_town("places", "import", str(places))
    assert (ended.code, ended.out) == (1, "")
    assert "GeoJSON" in ended.err
    assert kinonah_in_town("places", "import", str(places.parent / "nowhere.txt")).code == 3


def test_near_takes_the_name_of_a_place_and_says_which_it_took(kinonah_in_town: Kinonah, places: Path) -> None:
    kinonah_in_town("places", "import", str(places))
    ended = kinonah_in_town("near", "hermanplatz", "red-rocket", *EVENING)
    assert ended.code == 0
    assert ended.err == "From the middle of Hermannplatz, Berlin (station, up to 300 m around it):\n"
    assert "390 m" in ended.out


def test_near_takes_a_postcode(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("near", "10967", "red-rocket", *EVENING, "--json")
    assert json.loads(ended.out)["cinemas"][0]["cinema"]["slug"] == "moviemento"


@pytest.mark.parametrize("typed", ["Wolkenkuckucksheim", "99999", "🐻 Bär"])
def test_near_a_place_that_nobody_knows_says_what_to_write(kinonah_in_town: Kinonah, typed: str) -> None:
    ended = kinonah_in_town("near", typed)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("This is no place that is known here. Write a postcode,")
    assert typed not in ended.err
