"""`kinonah schedule check|publish`: what a cinema's file would change, what it changed, and what is wrong with it."""

import json
from pathlib import Path

import pytest

from tests.data.factories import row, sheet
from tests.service.cli.conftest import Kinonah

NOW = ("--now", "2026-11-26T16:00")
NEW = sheet(row(date="2026-11-28"), row(date="2026-11-29", title="Fallende Blätter", version="OmeU"))
BAD = sheet(row(date="2026-11-28"), row(date="2026-11-29", time="2o:15"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "moviemento.csv"
    path.write_bytes(NEW)
    return path


def starts(kinonah: Kinonah) -> list[str]:
    asked = ("near", "52.5,13.42", "--from", "2026-11-28T00:00", "--until", "2026-12-05T00:00", "--json")
    cinemas = json.loads(kinonah(*asked).out)["cinemas"]
    return [screening["starts_at"] for one in cinemas for screening in one["screenings"]]


def test_a_check_tells_what_would_change_and_changes_nothing(kinonah_in_town: Kinonah, file: Path) -> None:
    before = starts(kinonah_in_town)
    ended = kinonah_in_town("schedule", "check", str(file), *NOW)
    assert (ended.code, ended.err) == (0, "")
    assert "moviemento, 2026-11-28 to 2026-11-29: checked" in ended.out
    assert "2 added, 0 moved, 0 changed, 0 removed" in ended.out
    assert starts(kinonah_in_town) == before


def test_what_is_published_is_found_and_the_same_again_changes_nothing(kinonah_in_town: Kinonah, file: Path) -> None:
    assert kinonah_in_town("schedule", "publish", str(file), *NOW).code == 0
    shown = starts(kinonah_in_town)
    assert "2026-11-28T20:00:00+01:00" in shown
    again = kinonah_in_town("schedule", "publish", str(file), *NOW)
    assert "moviemento, 2026-11-28 to 2026-11-29: unchanged" in again.out
    assert starts(kinonah_in_town) == shown


def test_bad_rows_are_published_around_only_after_a_yes(kinonah_in_town: Kinonah, file: Path) -> None:
    file.write_bytes(BAD)
    refused = kinonah_in_town("schedule", "publish", str(file), *NOW)
    assert refused.code == 1
    assert refused.err.startswith("Nothing was published. 1 of 2 rows cannot be read")
    assert "error: row 3, column time" in refused.out
    assert "2026-11-28T20:00:00+01:00" not in starts(kinonah_in_town)
    assert kinonah_in_town("schedule", "publish", str(file), *NOW, "--yes").code == 1
    assert "2026-11-28T20:00:00+01:00" in starts(kinonah_in_town)


@pytest.mark.parametrize("command", ["check", "publish"])
@pytest.mark.parametrize("content", [NEW, BAD])
def test_json_is_the_report_alone(kinonah_in_town: Kinonah, file: Path, command: str, content: bytes) -> None:
    file.write_bytes(content)
    ended = kinonah_in_town("schedule", command, str(file), *NOW, "--json")
    report = json.loads(ended.out)
    assert {"id", "cinema", "state", "reader", "mode", "scope", "counts", "problems", "changes"} <= set(report)
    assert report["counts"]["rows"] == 2
    assert ended.code == (1 if content is BAD else 0)


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_missing_file_is_named(kinonah_in_town: Kinonah, tmp_path: Path, command: str) -> None:
    ended = kinonah_in_town("schedule", command, str(tmp_path / "none.csv"))
    assert ended.code == 3
    assert ended.err == f"{tmp_path}/none.csv cannot be opened: No such file or directory.\n"


def test_a_folder_is_no_file(kinonah_in_town: Kinonah, tmp_path: Path) -> None:
    ended = kinonah_in_town("schedule", "check", str(tmp_path), "--cinema", "moviemento")
    assert (ended.code, ended.err) == (3, f"{tmp_path} cannot be opened: Is a directory.\n")


def test_an_unknown_cinema_is_a_sentence(kinonah_in_town: Kinonah, file: Path) -> None:
    ended = kinonah_in_town("schedule", "check", str(file), "--cinema", "nowhere")
    assert ended.code == 2
    assert ended.err.startswith("There is no cinema 'nowhere'.")


def test_a_file_whose_name_says_no_cinema_asks_for_one(kinonah_in_town: Kinonah, file: Path) -> None:
    other = file.rename(file.with_name("programme.csv"))
    ended = kinonah_in_town("schedule", "check", str(other))
    assert ended.code == 2
    assert "--cinema SLUG" in ended.err
    assert kinonah_in_town("schedule", "check", str(other), "--cinema", "moviemento", *NOW).code == 0


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe\x00" * 50, b"PK\x03\x04 a sheet in a box", b"just words\n"])
def test_an_unreadable_file_is_a_sentence(kinonah_in_town: Kinonah, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    ended = kinonah_in_town("schedule", "check", str(file), *NOW)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err


def test_a_now_that_is_none_is_a_sentence(kinonah_in_town: Kinonah, file: Path) -> None:
    ended = kinonah_in_town("schedule", "check", str(file), "--now", "soon")
    assert (ended.code, ended.err) == (2, "--now is no moment. Write it as 2026-07-24T00:00.\n")


def test_a_file_cannot_steer_the_terminal(kinonah_in_town: Kinonah, file: Path) -> None:
    file.write_bytes(sheet(row(date="2026-11-28", title="\x1b[31mRed\u202e", **{"odd\x1b[2J": "x"})))
    out = kinonah_in_town("schedule", "check", str(file), *NOW).out
    assert not {"\x1b", "\u202e"} & set(out)


def of_cinemas(*names: str) -> bytes:
    return sheet(*(row(date="2026-11-28", cinema=name, time=f"{number + 18}:00") for number, name in enumerate(names)))


def test_all_cinemas_of_a_file_are_checked_and_published_at_once(kinonah_in_town: Kinonah, file: Path) -> None:
    file.write_bytes(of_cinemas("Moviemento", "Kino Moviemento", "Nirgendwo"))
    command = ("schedule", "publish", str(file), "--all-cinemas", *NOW)
    checked = kinonah_in_town("schedule", "check", str(file), "--all-cinemas", *NOW, "--json")
    (report,) = json.loads(checked.out)
    assert (report["cinema"], report["counts"]["added"], report["elsewhere"]) == ("moviemento", 2, {"Nirgendwo": 1})
    published = kinonah_in_town(*command)
    assert (published.code, published.err) == (0, "")
    assert "Of other cinemas: Nirgendwo (1)" in published.out
    assert {"2026-11-28T18:00:00+01:00", "2026-11-28T19:00:00+01:00"} <= set(starts(kinonah_in_town))


def test_one_cinema_and_all_at_once_is_wrong_usage(kinonah_in_town: Kinonah, file: Path) -> None:
    ended = kinonah_in_town("schedule", "check", str(file), "--all-cinemas", "--cinema", "moviemento")
    assert (ended.code, ended.err) == (2, "Say --cinema or --all-cinemas, not both.\n")


def test_the_schedule_of_another_cinema_is_refused(kinonah_in_town: Kinonah, file: Path) -> None:
    file.write_bytes(of_cinemas("Nirgendwo"))
    ended = kinonah_in_town("schedule", "publish", str(file), *NOW)
    assert ended.code == 1
    assert ended.err.startswith("This is a schedule for another cinema: it is of Nirgendwo, and has no row of ")


def test_days_and_auditoriums_can_be_asked_for(kinonah_in_town: Kinonah, file: Path) -> None:
    days = ("--from", "2026-11-28", "--until", "2026-11-28", "--auditorium", "kino 1")
    ended = kinonah_in_town("schedule", "check", str(file), *NOW, *days, "--json")
    report = json.loads(ended.out)
    assert (report["scope"]["from"], report["scope"]["until"]) == ("2026-11-28", "2026-11-28")
    assert (report["counts"]["added"], report["counts"]["elsewhere"]) == (1, 1)


def test_a_day_asked_for_that_is_none_is_a_sentence(kinonah_in_town: Kinonah, file: Path) -> None:
    ended = kinonah_in_town("schedule", "check", str(file), "--from", "Thursday")
    assert (ended.code, ended.err) == (2, "--from is no date. Write it as 2026-11-26.\n")


def test_what_a_publish_needs_is_said_once_and_whose_it_is(kinonah_in_town: Kinonah, file: Path) -> None:
    kinonah_in_town("schedule", "publish", str(file), *NOW)
    file.write_bytes(sheet(row(date="2026-11-28", cinema="Moviemento", title="Other", auditorium="")))
    ended = kinonah_in_town("schedule", "check", str(file), *NOW, "--all-cinemas", "--until", "2026-11-29")
    assert ended.out.count("Is the file all that is shown on these days?") == 1
    assert "\nmoviemento: " in ended.out
    assert "published screenings would be removed. Publishing needs --yes." in ended.out


def test_the_words_to_be_taught_stand_in_the_command(kinonah_in_town: Kinonah, file: Path) -> None:
    file.write_bytes(sheet(row(date="2026-11-28", version="Quark & Co")))
    ended = kinonah_in_town("schedule", "check", str(file), *NOW)
    assert "kinonah schedule teach --cinema moviemento 'Quark & Co' --means OmeU" in ended.out
