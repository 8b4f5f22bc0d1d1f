"""Files are text in the encodings that cinemas' programs write, or are refused as a whole."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.csv_records import MOST_BYTES, decode
from data.errors import FileUnreadableError

WORDS = "Titel;Fassung\nAmélie – „Köln“;OmU\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
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
        WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        codecs.BOM_UTF16_LE + b"odd",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x81\x8d",
    ],
)
def test_a_file_that_is_no_text_says_how_to_send_it(content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="CSV"):
        decode(content)


def test_a_file_of_twenty_megabytes_is_the_largest() -> None:
    assert len(decode(b"x" * MOST_BYTES)) == 20_000_000
    with pytest.raises(FileUnreadableError, match="20 MB"):
        decode(b"x" * (MOST_BYTES + 1))


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from([codecs.BOM_UTF16_LE, codecs.BOM_UTF8]), st.binary()))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    with suppress(FileUnreadableError):
        assert "\0" not in decode(content)
