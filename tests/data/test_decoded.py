"""Files are text in the encodings that cinemas' programs write, or are refused as a whole."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.decoded import MOST_BYTES, decode, decoded
from data.errors import FileUnreadableError

WORDS = "Titel;Fassung\nAmélie – „Köln“;OmU\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_each_encoding_gives_the_same_words(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_utf_16_is_read_from_either_end() -> None:
    assert decode(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")) == WORDS


@pytest.mark.parametrize("content", [b"", b"  \r\n\t "])
def test_an_empty_file_says_so(content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="empty"):
        decode(content)


@pytest.mark.parametrize(
    "content",
    [
        b"Datum;Zeit\0;Titel",
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        codecs.BOM_UTF16_LE + b"odd",
        b"PK\x03\x04\x14\x00\x06\x00",
    ],
)
def test_a_file_that_is_no_text_says_how_to_send_it(content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="CSV"):
        decode(content)


def test_a_file_of_twenty_megabytes_is_the_largest() -> None:
    assert len(decode(b"x" * MOST_BYTES)) == 20_000_000
    with pytest.raises(FileUnreadableError, match="20 MB"):
        decode(b"x" * (MOST_BYTES + 1))


LEGACY = {
    "cp1250": "Příliš žluťoučký kůň;Kino Světozor;20:15\nLe Beau Serge – zkrácená verze;Bio Oko;18:00\n",
    "cp1251": "Сталкер;Кинотеатр Родина;20:15\nЛетят журавли;Иллюзион;18:00\n",
    "cp850": "Käse für Könige;Grüner Saal;20:15\nÜber Öfen und Ähren;Großer Saal;18:00\n",
    "mac_roman": "Käse für Könige;Grüner Saal;20:15\nÜber Öfen und Ähren;Großer Saal;18:00\n",
    "cp932": "千と千尋の神隠し;字幕;20:15\nもののけ姫;吹替;18:00\n",
}


@pytest.mark.parametrize(("encoding", "text"), LEGACY.items())
def test_an_encoding_that_is_not_named_is_guessed_and_the_guess_is_told(encoding: str, text: str) -> None:
    read = decoded((text * 3).encode(encoding))
    assert read.text == text * 3
    assert read.guessed


def test_lines_pasted_from_another_program_are_read_and_named() -> None:
    lines = ["Titel", "Amélie", "Köln", "Plain", "Große Freiheit"]
    content = b"\n".join(line.encode("cp1252" if number in (2, 4) else "utf-8") for number, line in enumerate(lines))
    read = decoded(content)
    assert read.text.split("\n") == lines
    assert read.odd_lines == {3, 5}


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from([codecs.BOM_UTF16_LE, codecs.BOM_UTF8]), st.binary()))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    with suppress(FileUnreadableError):
        assert "\0" not in decode(content)
