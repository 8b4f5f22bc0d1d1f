"""`kinonah schedule teach`: what a cinema's words mean is said once, listed and forgotten."""

import json
from pathlib import Path

import pytest

from tests.data.factories import row, sheet
from tests.service.cli.conftest import Kinonah

TEACH = ("schedule", "teach", "--cinema", "moviemento")


@pytest.fixture
def check(tmp_path: Path) -> tuple[str, ...]:
    file = tmp_path / "moviemento.csv"
    file.write_bytes(sheet(row(date="2026-11-28", title="Blätter", version="Kasperl")))
    return ("schedule", "check", str(file), "--now", "2026-11-26T16:00")


def test_a_sheet_has_no_doubts_after_its_words_were_taught(kinonah_in_town: Kinonah, check: tuple[str, ...]) -> None:
    doubtful = kinonah_in_town(*check).out
    assert doubtful.count("warning:") == 2
    assert "kinonah schedule teach --cinema moviemento" in doubtful
    assert kinonah_in_town(*TEACH, "Kasperl", "--means", "OmeU").code == 0
    taught = kinonah_in_town(*TEACH, "Blätter", "--film", "fallende-blaetter")
    assert taught.out == "Kasperl  means  OmeU\nBlätter  means  fallende-blaetter\n"
    assert {"warning:", "teach"}.isdisjoint(kinonah_in_town(*check).out.split())
    assert kinonah_in_town(*TEACH, "kasperl", "--forget").out == "Blätter  means  fallende-blaetter\n"
    assert kinonah_in_town(*check).out.count("warning:") == 1


def test_without_words_all_that_was_taught_is_listed(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town(*TEACH).out == "moviemento has taught nothing: its sheets are read as everyone's.\n"
    kinonah_in_town(*TEACH, "Wundertüte", "--no-film")
    assert kinonah_in_town(*TEACH).out == "Wundertüte  means  no film\n"
    listed = json.loads(kinonah_in_town(*TEACH, "--json").out)
    assert listed == [{"text": "Wundertüte", "kind": "title", "means": None, "films": []}]


@pytest.mark.parametrize(
    "arguments",
    [
        ("Kasperl",),
        ("Kasperl", "--means", "OmU", "--no-film"),
        ("--means", "OmU"),
        ("Kasperl", "--means", "Zauberfassung"),
        ("Kasperl", "--film", "nobody-knows"),
        ("Kasperl", "--forget"),
    ],
)
def test_what_cannot_be_taught_is_a_sentence(kinonah_in_town: Kinonah, arguments: tuple[str, ...]) -> None:
    ended = kinonah_in_town(*TEACH, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1


def test_an_unknown_cinema_is_a_sentence(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("schedule", "teach", "--cinema", "nowhere")
    assert (ended.code, ended.err.startswith("There is no cinema 'nowhere'.")) == (2, True)
