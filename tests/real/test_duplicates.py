"""The same house twice in real lists: all that are known are proposed, and no two that are not one."""

from pathlib import Path

import pytest

from tests.real.door import call

# As the list's readme names them, by slug; Casablanca besides, which it does not name.
KNOWN = [
    {"passage", "passage-kino", "passage-kino-neukoelln"},
    {"union-filmtheater", "kino-union", "union-friedrichshagen"},
    {"lichtblick", "lichtblick-kino"},
    {"odeon", "odeon-berlin"},
    {"sputnik-kino", "sputnik-suedstern"},
    {"bali-kino", "bali-kino-2"},
    {"delphi-filmpalast", "delphi-filmpalast-2"},
    {"casablanca", "casablanca-kino"},
]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kinonah.db'}"


def groups(url: str) -> list[set[str]]:
    told = call(url, "cinemas", "duplicates", "--json").json()
    return [{group["slug"], *(one["slug"] for one in group["doubles"])} for group in told]


def by_name(group: set[str]) -> list[str]:
    return sorted(group)


def test_all_houses_that_a_real_list_has_twice_are_proposed(url: str, shared: Path) -> None:
    call(url, "cinemas", "import", str(shared / "real/berlin-2026-07/cinemas.csv"))
    assert sorted(groups(url), key=by_name) == sorted(KNOWN, key=by_name)


def test_no_two_of_another_list_are(url: str, shared: Path) -> None:
    call(url, "cinemas", "import", str(shared / "berlin_cinemas.csv"))
    assert groups(url) == []


def test_merged_as_proposed_the_list_comes_in_again_without_bringing_one_back(url: str, shared: Path) -> None:
    file = str(shared / "real/berlin-2026-07/cinemas.csv")
    call(url, "cinemas", "import", file)
    for group in call(url, "cinemas", "duplicates", "--json").json():
        for command in group["commands"]:
            assert call(url, *command.split()[1:], "--yes").code == 0
    assert groups(url) == []
    counts = call(url, "cinemas", "import", file, "--json").json()["counts"]
    assert (counts["added"], counts["changed"], counts["errors"]) == (0, 0, 0)
    assert groups(url) == []
