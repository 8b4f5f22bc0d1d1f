"""Real lists of cinemas come in with every row accounted for; what is doubtful in them is named."""

from pathlib import Path
from typing import Any

import pytest

from tests.real.conftest import dump
from tests.real.door import call

DUMMIES = {37, 73, 76, 94, 105, 107}


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kinonah.db'}"


def bring_in(url: str, file: Path) -> dict[str, Any]:
    report: dict[str, Any] = call(url, "cinemas", "import", str(file), "--json").json()
    counts = report["counts"]
    parts = ("added", "changed", "unchanged", "left_aside", "errors")
    assert counts["rows"] == sum(counts[part] for part in parts)
    return report


def rows(report: dict[str, Any], code: str) -> set[int]:
    return {problem["row"] for problem in report["problems"] if problem["code"] == code}


def test_the_map_of_zuerich_comes_in(url: str, shared: Path) -> None:
    file = shared / "samples" / "osm-cinemas-overpass.geojson"
    report = bring_in(url, file)
    assert report["reader"] == "osm-geojson"
    assert report["counts"] == {
        "rows": 50,
        "added": 48,
        "changed": 0,
        "unchanged": 0,
        "left_aside": 0,
        "errors": 2,
        "warnings": 1,
    }
    assert rows(report, "name-missing") == {12, 31}
    assert sum(report["countries"].values()) == 48
    assert report["countries"]["CH"] == 29
    before = dump(url)
    assert bring_in(url, file)["counts"]["unchanged"] == 48
    assert dump(url) == before


def test_the_houses_of_the_map_have_their_facts(url: str, shared: Path) -> None:
    bring_in(url, shared / "samples" / "osm-cinemas-overpass.geojson")
    tables = dump(url)
    assert "'Kino Wildenmann'" in tables
    assert "Genossenschaft Kino Wildenmann" in tables
    assert "'Q13142736'" in tables
    assert "'way/25395748'" in tables


def test_the_dummy_position_of_six_houses_is_told_from_houses_that_stand_there_twice(
    url: str, week_folder: Path
) -> None:
    report = bring_in(url, week_folder / "cinemas.csv")
    assert (report["counts"]["rows"], report["counts"]["added"], report["counts"]["errors"]) == (106, 106, 0)
    assert rows(report, "position-dummy") == DUMMIES
    assert rows(report, "position-shared") == {32, 36, 48, 41, 44, 61}
    assert len(report["problems"]) == 12
    (sentence,) = {problem["message"] for problem in report["problems"] if problem["code"] == "position-dummy"}
    assert "Zukunft am Ostkreuz" in sentence


def test_the_hand_made_list_has_nothing_doubtful(url: str, shared: Path) -> None:
    report = bring_in(url, shared / "berlin_cinemas.csv")
    assert (report["counts"]["added"], report["problems"]) == (80, [])
    assert report["countries"] == {"DE": 80}
