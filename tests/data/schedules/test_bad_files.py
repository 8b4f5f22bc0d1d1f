"""Whatever is no schedule is refused with a sentence that says what to do, quickly and in little memory."""

import tracemalloc
from contextlib import suppress
from datetime import date, time
from secrets import token_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.readers.recognise import read_schedule
from tests.data.factories import check_sheet, row, sheet
from tests.data.schedules.workbooks import ods, xlsx, zipped

TODAY = date(2026, 11, 25)
HEADER = "Datum;Zeit;Titel\n"
WORKBOOK = xlsx([["Datum", "Zeit", "Titel"], [date(2026, 11, 26), time(20), "A"]])
TABLE = ods([["Datum", "Zeit", "Titel"], [date(2026, 11, 26), time(20), "A"]])
XML = b'<?xml version="1.0"?>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\n \n", "The file is empty"),
        (HEADER.encode(), "There is a header, and no row below it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "This is a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "This is a picture"),
        (b"%PDF-1.7\n", "This is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"old Office file \(\.xls, \.doc\)"),
        (b"{\\rtf1 Programm}", "This is a text document"),
        (zipped({"word/document.xml": XML}), "This is a text document"),
        (zipped({"moviemento.csv": b"Datum"}), "a folder packed as zip"),
        (WORKBOOK[: len(WORKBOOK) // 2], "The file is damaged"),
        (b"PK\x03\x04 a sheet in a box", "The file is damaged"),
        (zipped({"xl/workbook.xml": b"no xml"}), "The file is damaged"),
        (zipped({"content.xml": b"<a><b></a>"}), "The file is damaged"),
        (b"Titel;Fassung\nRed Rocket;OmU\nDune;DF\n", "none for the date and the time"),
        (b"Datum;Titel\n2026-11-26;Red Rocket\n", "none for the time"),
        (b"Datum;Zeit;Titel\n2026-11-26;20:00;Red\0Rocket\n", "The file is no text"),
        (b"Red Rocket\nDune\n", "none for the date and the time and the title"),
    ],
)
def test_what_is_no_schedule_says_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(FileUnreadableError, match=sentence):
        read_schedule(content, TODAY)


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    bomb = zipped({"xl/workbook.xml": XML, "xl/worksheets/sheet1.xml": bytes(300_000_000)})
    with pytest.raises(FileUnreadableError, match="unpacks to 300 MB in 2 parts: that is no table"):
        read_schedule(bomb, TODAY)


def test_a_box_of_too_many_parts_is_refused() -> None:
    with pytest.raises(FileUnreadableError, match="in 2,001 parts"):
        read_schedule(zipped({"xl/workbook.xml": XML} | {f"{number}": b"" for number in range(2000)}), TODAY)


def test_a_part_that_declares_less_than_it_unpacks_to_is_damaged() -> None:
    box = bytearray(zipped({"content.xml": XML + b"<a>" + b" " * 5_000_000 + b"</a>"}))
    size = (len(XML) + 7 + 5_000_000).to_bytes(4, "little")
    content = bytes(box).replace(size, (30).to_bytes(4, "little"))
    with pytest.raises(FileUnreadableError, match="damaged"):
        read_schedule(content, TODAY)


def test_a_protected_file_says_so() -> None:
    locked = bytearray(TABLE)
    # The bit of the central directory that says encrypted.
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(FileUnreadableError, match="protected by a password"):
        read_schedule(bytes(locked), TODAY)


def test_entities_that_grow_are_no_way_in() -> None:
    grown = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
    with pytest.raises(FileUnreadableError, match="damaged"):
        read_schedule(zipped({"content.xml": XML + grown}), TODAY)


LINE = b"26.11.;20:15;A\n"
ODS_CELL = "<table:table-cell><text:p>A</text:p></table:table-cell>"
ODS_ROW = f'<table:table-row table:number-rows-repeated="1000000">{ODS_CELL}</table:table-row>'


XLSX_ROWS = b"<worksheet><sheetData>" + b'<row><c t="n"><v>1</v></c></row>' * 1_000_000 + b"</sheetData></worksheet>"
XLSX = zipped({"xl/workbook.xml": XML, "xl/worksheets/sheet1.xml": XLSX_ROWS, "picture": token_bytes(200_000)})
LONG = {"csv": HEADER.encode() + LINE * 1_000_000, "ods": ods([["A"]], ODS_ROW), "xlsx": XLSX}


@pytest.mark.parametrize("content", LONG.values(), ids=LONG)
def test_a_million_rows_are_refused_in_little_memory(content: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(FileUnreadableError, match="more than 50,000 rows"):
        read_schedule(content, TODAY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


def test_rows_in_another_encoding_are_read_and_named(house: Engine) -> None:
    lines = [HEADER.encode(), "2026-11-26;20:00;Käse\n".encode(), "2026-11-26;22:00;Öl\n".encode("cp1252")]
    report = check_sheet(house, content=b"".join(lines))
    assert [change.title for change in report.changes] == ["Käse", "Öl"]
    assert [problem.row for problem in report.problems if problem.code == "encoding-mixed"] == [3]


def test_signs_that_turn_a_line_around_are_taken_out_and_told(house: Engine) -> None:
    report = check_sheet(house, row(title="Red \u202eRocket"))
    assert [change.title for change in report.changes] == ["Red Rocket"]
    assert [problem.code for problem in report.problems] == ["hidden-characters"]


@pytest.mark.parametrize(("day", "code"), [("26.11.1926", None), ("2126-11-26", "date-far")])
def test_a_century_off_is_past_or_an_error(house: Engine, day: str, code: str | None) -> None:
    report = check_sheet(house, row(date=day))
    assert report.counts.past + report.counts.errors == 1
    assert [problem.code for problem in report.problems if problem.severity == "error"] == ([code] if code else [])


SEPARATORS = st.sampled_from(";,\t")
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
# An apostrophe before a tab is ours, and taken off again.
TITLES = st.lists(
    st.text("abcäöüßé ABC;,\t\"'–", min_size=1, max_size=20).filter(lambda text: "'\t" not in text),
    min_size=1,
    max_size=6,
)


@given(titles=TITLES, separator=SEPARATORS, encoding=ENCODINGS)
def test_any_separator_and_encoding_says_the_same(titles: list[str], separator: str, encoding: str) -> None:
    rows = [row(title=title, auditorium="Großer Saal") for title in titles]
    content = sheet(*rows, separator=separator).decode().encode(encoding)
    read = read_schedule(content, TODAY)
    assert [one.title for one in read.rows] == [title.strip() for title in titles]
    assert {one.auditorium for one in read.rows} == {"Großer Saal"}


@given(at=st.integers(0, 10_000), with_byte=st.integers(0, 255), saved=st.sampled_from([WORKBOOK, TABLE]))
@settings(deadline=None, max_examples=60)
def test_a_damaged_workbook_is_read_or_refused(at: int, with_byte: int, saved: bytes) -> None:
    content = bytearray(saved)
    content[at % len(content)] = with_byte
    with suppress(FileUnreadableError):
        read_schedule(bytes(content), TODAY)


def test_fifty_thousand_rows_are_read_whatever_follows_them() -> None:
    content = HEADER.encode() + LINE * 49_999
    assert len(read_schedule(content + b"\n;;\n", TODAY).rows) == 49_999
    with pytest.raises(FileUnreadableError, match="more than 50,000 rows"):
        read_schedule(content + LINE, TODAY)
