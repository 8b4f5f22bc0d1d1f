"""Real files of cinemas and their vendors come in through the command line: every show, and nothing twice."""

from pathlib import Path
from typing import Any

import pytest

from tests.real.conftest import dump
from tests.real.door import call

# The file: its cinema and country, the day before its first show, and what it holds by a count without our code.
FILES: dict[str, dict[str, Any]] = {
    "cinetixx-booking.json": {"name": "Schaubühne Lindenfels", "country": "DE", "now": "2026-10-01", "rows": 4},
    "kinotickets-export-2021.js.txt": {"name": "Cinepark", "country": "DE", "now": "2021-10-01", "rows": 83},
    "wordpress-events.ics": {"name": "Cineding", "country": "DE", "now": "2026-10-01", "rows": 3},
    "jsonld-page-bio-oko.html": {"name": "Bio Oko", "country": "CZ", "now": "2026-07-20", "rows": 29},
}
MARKS = {".json": "showId=", ".txt": "starts_at:", ".ics": "BEGIN:VEVENT", ".html": '"startDate"'}
ZONES = {"DE": "Europe/Berlin", "CZ": "Europe/Prague"}


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kinonah.db'}"


def with_cinema(url: str, tmp_path: Path, name: str, country: str) -> None:
    cinemas = tmp_path / "cinemas.csv"
    cinemas.write_text(f"slug,name,lat,lon,country,time_zone\nhouse,{name},51.34,12.37,{country},{ZONES[country]}\n")
    assert call(url, "cinemas", "import", str(cinemas)).code == 0


@pytest.mark.parametrize("file", FILES)
def test_every_show_of_a_real_file_is_published_once(url: str, shared: Path, tmp_path: Path, file: str) -> None:
    facts, path = FILES[file], shared / "samples" / file
    with_cinema(url, tmp_path, facts["name"], facts["country"])
    command = ("schedule", "publish", str(path), "--cinema", "house", "--now", f"{facts['now']}T00:00", "--json")
    ended = call(url, *command)
    assert (ended.code, ended.err) == (0, "")
    report = ended.json()
    counts = report["counts"]
    assert counts["rows"] == facts["rows"]
    assert counts["added"] + counts["duplicates"] == facts["rows"]
    assert counts["errors"] == counts["past"] == counts["elsewhere"] == 0
    before = dump(url)
    assert call(url, *command).json()["state"] == "unchanged"
    assert dump(url) == before


def test_as_many_shows_as_the_files_have_by_their_own_marks(shared: Path) -> None:
    for file, facts in FILES.items():
        text = (shared / "samples" / file).read_text(encoding="utf-8-sig")
        assert text.count(MARKS[Path(file).suffix]) == facts["rows"], file


def test_a_map_is_no_schedule(url: str, shared: Path, tmp_path: Path) -> None:
    with_cinema(url, tmp_path, "Odeon", "DE")
    path = shared / "samples" / "osm-cinemas-overpass.geojson"
    ended = call(url, "schedule", "check", str(path), "--cinema", "house")
    assert ended.code == 1
    assert ended.err.startswith("This is JSON, but of no kind that we know (it begins with type, generator")
