"""Other real files: a second list of Berlin's cinemas comes in, and what is no schedule of ours is refused kindly."""

from pathlib import Path

import pytest

from tests.real.conftest import dump
from tests.real.door import call

CINEMAS = 80


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kinonah.db'}"


def test_another_list_of_the_cinemas_comes_in_whole(url: str, shared: Path) -> None:
    command = ("cinemas", "import", str(shared / "berlin_cinemas.csv"), "--json")
    first = call(url, *command)
    assert (first.code, first.err) == (0, "")
    assert first.json()["counts"] == {
        "rows": CINEMAS,
        "added": CINEMAS,
        "changed": 0,
        "unchanged": 0,
        "left_aside": 0,
        "errors": 0,
        "warnings": len(first.json()["problems"]),
    }
    before = dump(url)
    assert call(url, *command).json()["counts"]["unchanged"] == CINEMAS
    assert dump(url) == before


def test_it_comes_in_over_the_first_list_too(copy_url: str, shared: Path) -> None:
    command = ("cinemas", "import", str(shared / "berlin_cinemas.csv"), "--json")
    counts = call(copy_url, *command).json()["counts"]
    assert counts["rows"] == counts["added"] + counts["changed"] + counts["unchanged"] == CINEMAS
    # Most houses are known already, and are not added a second time.
    assert counts["added"] < CINEMAS / 2
    assert call(copy_url, *command).json()["counts"]["unchanged"] == CINEMAS


LISTS = {"openair-list-a.csv": "2018-06-01T00:00", "openair-list-b.csv": "2018-06-20T00:00"}


@pytest.mark.parametrize(("name", "now"), LISTS.items())
def test_a_list_of_several_cinemas_without_a_header_is_taken_by_its_look(
    copy_url: str, shared: Path, name: str, now: str
) -> None:
    file = str(shared / "samples" / name)
    command = ("schedule", "check", file, "--now", now, "--json")
    report = call(copy_url, *command, "--cinema", "freiluftkino-rehberge").json()
    assert (report["reader"], report["counts"]["screenings"], report["counts"]["elsewhere"]) == ("bare-sheet", 1, 5)
    assert list(report["columns"]) == ["cinema", "title", "date", "booking_url"]
    assert "header-missing" in {problem["code"] for problem in report["problems"]}
    assert sum(report["elsewhere"].values()) == 5
    every = call(copy_url, *command, "--all-cinemas").json()
    # Of six houses, five are in the list of the week.
    assert [one["cinema"] for one in every if one["counts"]["screenings"] + one["counts"]["errors"] == 1] == [
        one["cinema"] for one in every
    ]
    assert {one["cinema"] for one in every} >= {"freiluftkino-rehberge", "freiluftkino-kreuzberg"}


@pytest.mark.parametrize(("name", "now"), LISTS.items())
def test_a_list_of_other_cinemas_is_refused_by_their_names(copy_url: str, shared: Path, name: str, now: str) -> None:
    before = dump(copy_url)
    file = str(shared / "samples" / name)
    ended = call(copy_url, "schedule", "publish", file, "--cinema", "moviemento", "--now", now, "--json")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("This is a schedule for another cinema: it is of ")
    assert ended.err.count("\n") == 1
    assert dump(copy_url) == before
