"""`kinonah notation` says what we make of a cinema's words."""

import io
import json

import pytest

from tests.service.cli.conftest import Kinonah


def test_words_are_explained_a_line_each(kinonah: Kinonah) -> None:
    ended = kinonah("notation", "OmU engl.", "3D DF ab 12")
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "OmU engl.: OmeU · original version with English subtitles",
        "3D DF ab 12: DF · version in German · 3D · from 12",
    ]


def test_json_is_one_object_a_line(kinonah: Kinonah) -> None:
    [one, two] = map(json.loads, kinonah("notation", "VOSTFR", "Kasperl", "--country", "fr", "--json").out.splitlines())
    assert list(one)[:5] == ["text", "version", "formats", "left", "problems"]
    assert one["version"] == {
        "label": "VOSTFR",
        "audio": ["und"],
        "is_original": True,
        "subtitles": ["fr"],
        "captions": False,
        "audio_description": False,
    }
    assert (two["left"], [problem["code"] for problem in two["problems"]]) == (["Kasperl"], ["notation-unknown"])


def test_without_words_the_lines_of_stdin_are_read(kinonah: Kinonah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("OmU\nOV\n"))
    assert [line.split(":")[0] for line in kinonah("notation").out.splitlines()] == ["OmU", "OV"]


def test_what_contradicts_itself_is_said(kinonah: Kinonah) -> None:
    out = kinonah("notation", "OmU DF").out
    assert "version not stated" in out
    assert "OmU and DF contradict each other" in out


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("Germany", "Write the country as two letters"),
        ("XX", "There is no country XX."),
        ("EU", "There is no country EU."),
    ],
)
def test_a_country_that_is_none_is_wrong_usage(kinonah: Kinonah, country: str, sentence: str) -> None:
    ended = kinonah("notation", "OmU", "--country", country)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"--country: {sentence}")


def test_a_country_without_words_of_its_own_is_told_that_english_ones_are_read(kinonah: Kinonah) -> None:
    ended = kinonah("notation", "subtitled", "--country", "se", "--json")
    assert ended.err == "We know no words of Sweden yet: English ones are read.\n"
    assert json.loads(ended.out)["left"] == []
    assert kinonah("notation", "OmU", "--country", "AT").err == ""
