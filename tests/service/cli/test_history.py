"""`kinonah schedule history` and `undo`: what became of a cinema's files, and the latest one taken back."""

import json
from pathlib import Path

import pytest

from tests.data.factories import row, sheet
from tests.service.cli.conftest import Kinonah

NOW = ("--now", "2026-11-26T16:00")
MOVIEMENTO = ("--cinema", "moviemento")


@pytest.fixture
def published(kinonah_in_town: Kinonah, tmp_path: Path) -> Kinonah:
    path = tmp_path / "moviemento.csv"
    path.write_bytes(sheet(row(date="2026-11-28"), row(date="2026-11-29", title="Fallende Blätter")))
    assert kinonah_in_town("schedule", "publish", str(path), *NOW).code == 0
    return kinonah_in_town


def test_undo_takes_the_latest_back_and_says_what_it_changed(published: Kinonah) -> None:
    ended = published("schedule", "undo", *MOVIEMENTO, *NOW)
    assert (ended.code, ended.err) == (0, "")
    first, second, *changes = ended.out.splitlines()
    assert first == "moviemento, 2026-11-28 to 2026-11-29: undone"
    assert second.startswith("0 added, 0 moved, 0 changed, 2 removed")
    assert [line.split()[0] for line in changes] == ["removed", "removed"]


def test_the_history_lists_what_happened_last_first(published: Kinonah) -> None:
    newest = published("schedule", "history", *MOVIEMENTO).out.splitlines()[0]
    assert newest.startswith("* ")
    assert "published 2026-11-26 16:00 by command line  moviemento.csv, 2026-11-28 to 2026-11-29: 2 added" in newest
    published("schedule", "undo", *MOVIEMENTO, "--now", "2026-11-26T17:00")
    assert "undone 2026-11-26 17:00 by command line" in published("schedule", "history", *MOVIEMENTO).out


def test_json_is_what_the_api_would_answer(published: Kinonah) -> None:
    newest = json.loads(published("schedule", "history", *MOVIEMENTO, "--json").out)[0]
    assert (newest["state"], newest["file"], newest["is_latest"]) == ("published", "moviemento.csv", True)
    undone = json.loads(published("schedule", "undo", *MOVIEMENTO, *NOW, "--json").out)
    assert (undone["state"], undone["id"], undone["counts"]["removed"]) == ("undone", newest["id"], 2)


def test_a_cinema_without_schedules_is_told_how_to_publish_one(kinonah: Kinonah, tmp_path: Path) -> None:
    (tmp_path / "cinemas.csv").write_text("name,city,country,lat,lon\nOdeon,Berlin,DE,52.5,13.4\n")
    assert kinonah("cinemas", "import", str(tmp_path / "cinemas.csv")).code == 0
    assert "odeon has no schedules yet" in kinonah("schedule", "history", "--cinema", "odeon").out
    refused = kinonah("schedule", "undo", "--cinema", "odeon")
    assert (refused.code, refused.out) == (2, "")
    assert "has no published schedule that could be undone" in refused.err


@pytest.mark.parametrize("command", ["history", "undo"])
def test_a_cinema_that_nobody_knows_is_refused(kinonah_in_town: Kinonah, command: str) -> None:
    ended = kinonah_in_town("schedule", command, "--cinema", "nowhere")
    assert (ended.code, ended.out) == (2, "")
    assert "There is no cinema 'nowhere'" in ended.err
