"""One real week of Berlin comes in: every row of every file, and a second time nothing."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from fastapi.testclient import TestClient

from tests.real.brute_force import BERLIN, House
from tests.real.conftest import BEGINNING, Filled, dump, publish_all
from tests.real.door import call, run_program
from tests.real.reading import READ_AS, screenings_as_rows, starts_as_rows

CINEMAS = 106
SCREENINGS = 4_778
# Six at a dummy coordinate, and two houses under three names each.
SHARED_POSITIONS = 12


def test_all_cinemas_come_in(filled: Filled) -> None:
    counts = filled.import_report["counts"]
    assert counts == {
        "rows": CINEMAS,
        "added": CINEMAS,
        "changed": 0,
        "unchanged": 0,
        "left_aside": 0,
        "errors": 0,
        "warnings": SHARED_POSITIONS,
    }
    codes = {problem["code"] for problem in filled.import_report["problems"]}
    assert codes == {"position-dummy", "position-shared"}


def test_every_row_of_every_file_becomes_a_screening(filled: Filled, week: list[House]) -> None:
    rows = {house.slug: len(house.starts) for house in week}
    assert sum(rows.values()) == SCREENINGS
    assert {slug: report["counts"]["added"] for slug, report in filled.reports.items()} == rows
    counts = _sums(filled)
    # The doubts about a file are films that nobody has heard of before, and one that was known by a cut title.
    assert counts.pop("warnings") == _codes(filled)["film-new"] + _codes(filled)["title-whole"]
    assert +counts == {"rows": SCREENINGS, "screenings": SCREENINGS, "added": SCREENINGS}
    assert set(_codes(filled)) == {"film-new", "title-whole"}


def test_every_row_of_every_file_comes_out_again(week: list[House], client: TestClient) -> None:
    for house in week:
        asked = {"cinema": house.slug, "from": BEGINNING, "until": "2026-08-03T00:00"}
        answered = client.get("/api/v1/showtimes", params=asked).json()
        cinemas = answered["cinemas"]
        rows = [row for one in cinemas for row in screenings_as_rows(one["screenings"], answered)]
        assert rows == starts_as_rows(house.starts), house.slug


def test_no_version_of_the_week_is_unknown_to_us(week: list[House]) -> None:
    assert {start.label_raw for house in week for start in house.starts} == READ_AS.keys()


def test_the_same_files_again_change_nothing(copy_url: str, week_folder: Path, filled: Filled) -> None:
    before = dump(copy_url)
    again = publish_all(copy_url, week_folder)
    for slug, report in again.items():
        rows = filled.reports[slug]["counts"]["rows"]
        assert +Counter(report["counts"]) == {"rows": rows, "screenings": rows, "unchanged": rows}, slug
        assert (report["state"], report["changes"], report["problems"]) == ("unchanged", [], []), slug
    assert dump(copy_url) == before


def test_the_same_files_amid_the_week_touch_neither_the_past_nor_what_is_to_come(
    copy_url: str, week_folder: Path, week: list[House]
) -> None:
    before = dump(copy_url)
    now = datetime(2026, 7, 27, 12, 30, tzinfo=BERLIN)
    again = publish_all(copy_url, week_folder, now="2026-07-27T12:30")
    for house in week:
        rows = len(house.starts)
        past = sum(start.at < now for start in house.starts)
        coming = rows - past
        expected = Counter(rows=rows, past=past, screenings=coming, unchanged=coming)
        assert +Counter(again[house.slug]["counts"]) == +expected, house.slug
    assert dump(copy_url) == before


def test_a_file_of_one_day_speaks_of_that_day_alone(copy_url: str, week_folder: Path, tmp_path: Path) -> None:
    before = dump(copy_url)
    lines = (week_folder / "schedules" / "blauer-stern.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    sunday = [line for line in lines[1:] if line.startswith("2026-07-26")]
    file = tmp_path / "sunday.csv"
    publish = ("schedule", "publish", str(file), "--cinema", "blauer-stern", "--now", BEGINNING, "--json")
    file.write_text("".join([lines[0], *sunday]), encoding="utf-8")
    assert +Counter(call(copy_url, *publish).json()["counts"]) == Counter(
        rows=len(sunday), screenings=len(sunday), unchanged=len(sunday)
    )
    assert dump(copy_url) == before
    file.write_text("".join([lines[0], *sunday[1:]]), encoding="utf-8")
    fewer = call(copy_url, *publish).json()
    assert [(change["kind"], change["starts_at"][:10]) for change in fewer["changes"]] == [("removed", "2026-07-26")]


def test_the_same_cinemas_again_change_nothing(copy_url: str, week_folder: Path) -> None:
    before = dump(copy_url)
    again = call(copy_url, "cinemas", "import", str(week_folder / "cinemas.csv"), "--json").json()
    assert again["counts"]["unchanged"] == CINEMAS
    assert dump(copy_url) == before


def test_the_program_itself_says_and_does_the_same(tmp_path: Path, week_folder: Path, filled: Filled) -> None:
    url = f"sqlite:///{tmp_path / 'own.db'}"
    imported = run_program(url, "cinemas", "import", str(week_folder / "cinemas.csv"), "--json")
    assert (imported.code, imported.json(), imported.err) == (0, filled.import_report, "")
    file = week_folder / "schedules" / "blauer-stern.csv"
    publish = ("schedule", "publish", str(file), "--cinema", "blauer-stern", "--now", BEGINNING, "--json")
    first, second = run_program(url, *publish), run_program(url, *publish)
    assert (first.code, second.code, first.err, second.err) == (0, 0, "", "")
    assert first.json()["counts"]["added"] == second.json()["counts"]["unchanged"] == first.json()["counts"]["rows"]
    near = ("near", "52.5737,13.4035", "--from", BEGINNING, "--until", "2026-07-25T05:00", "--json")
    assert run_program(url, *near) == call(url, *near)


def _sums(filled: Filled) -> Counter[str]:
    sums: Counter[str] = Counter()
    for report in filled.reports.values():
        sums.update(report["counts"])
    return sums


def _codes(filled: Filled) -> Counter[str]:
    return Counter(problem["code"] for report in filled.reports.values() for problem in report["problems"])
