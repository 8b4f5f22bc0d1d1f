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


@pytest.mark.parametrize("name", ["openair-list-a.csv", "openair-list-b.csv"])
@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_list_without_a_header_is_refused_in_a_sentence(copy_url: str, shared: Path, name: str, command: str) -> None:
    before = dump(copy_url)
    file = str(shared / "samples" / name)
    ended = call(copy_url, "schedule", command, file, "--cinema", "freiluftkino-rehberge", "--json")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("The first row must name the columns; there is none for the date and the time")
    assert "Known words are, for example: Date, Time, Title, Version." in ended.err
    assert ended.err.count("\n") == 1
    assert dump(copy_url) == before
