"""Documents that are none, or that were made to do harm: refused in a sentence, quickly."""

import json
from contextlib import suppress

import pytest

from data.errors import FileUnreadableError
from tests.data.schedules.readers.reading import read
from tests.work import is_linear

SHOW = '{"Id": 1, "Title": "X", "PreShowStartTime": "2026-11-26T20:15:00"'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ("{a:" * 100_000, "nested too deeply"),
        (f'[{SHOW}, "Id": 2}}]', "says 'Id' twice in one object"),
        (f'[{SHOW}, "Seats": NaN}}]', "holds NaN"),
        (f'[{SHOW}, "Seats": -Infinity}}]', "holds -Infinity"),
        (f"[{SHOW}}},]", "The JSON breaks off in line 1"),
        (f"[\n{SHOW}", "The JSON breaks off in line 2"),
        ("[]", "This is JSON, but of no kind that we know"),
        ("{}", "This is JSON, but of no kind that we know"),
        ('[{"type": "Feature"}]', r"\(it begins with type\)"),
        ('{"value": []}', "of no kind that we know"),
        ('{"@type": "Organization", "name": "Kino"}', "The file has no shows"),
        ("export default load()", "breaks off"),
        ("export default { cinemas: window.cinemas }", "breaks off"),
        ("export default { cinemas: `x` }", "breaks off"),
        ("<x/>", "This is XML, but of no kind that we know"),
        ("<ShowInfo><Show>", "The XML breaks off in line 1, at character 17"),
        (f"<?xml version='1.0'?>{BOMB}<ShowInfo>&b;</ShowInfo>", "declares entities"),
        (f"<?xml version='1.0'?>{OUTSIDE}<ShowInfo>&a;</ShowInfo>", "declares entities"),
        ("<a>" * 100_000, "more than 100 levels deep"),
        ("<html>" + "<p>" * 1_700_000, "larger than 5 MB"),
        ("export default {" + " " * 5_000_000, "longer than 5,000,000 characters"),
        ("<a/>" * 1_100_000, "more than 1,000,000 tags"),
        ("[" + "0," * 1_600_000 + "0]", "more than 1,500,000 values"),
        (json.dumps([{"FeatureStartTime": 0}] * 50_001), "more than 50,000 shows"),
    ],
    ids=lambda text: text[:40],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: str, sentence: str) -> None:
    with pytest.raises(FileUnreadableError, match=sentence) as refused:
        read(content)
    assert len(str(refused.value)) < 500


def test_a_huge_number_is_read_as_it_stands() -> None:
    number = "9" * 5_000
    (row,) = read(f'[{SHOW}, "ScreenId": {number}, "Seats": 1e999}}]').rows
    assert row.auditorium == number


@pytest.mark.parametrize(
    "piece",
    ["{a:'", "/*", '"\\', "'", "[{'", "a", "[ ", '{"', "export default ", "<!--", "<a ", "BEGIN:VEVENT\nRDATE:1,"],
)
@pytest.mark.parametrize("head", ["", "{a: ", "BEGIN:VCALENDAR\n", "<?xml version='1.0'?>", "<html>", "["])
def test_what_repeats_is_no_more_work_than_it_is_long(head: str, piece: str) -> None:
    assert is_linear(lambda length: read_or_refuse(head + piece * (length // len(piece))), 400_000)


def read_or_refuse(text: str) -> None:
    with suppress(FileUnreadableError):
        read(text.encode())
