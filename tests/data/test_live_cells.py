"""A cell that a spreadsheet would compute is quieted, and read again as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.csv_records import csv_records
from data.live_cells import as_meant, quieted

LIVE = ("=", "+", "-", "@", "\t", "\r")
CELLS = st.text() | st.builds("".join, st.lists(st.sampled_from([*LIVE, "'", "1", " "]), max_size=5))


@given(CELLS)
def test_what_is_quieted_is_read_as_it_was(text: str) -> None:
    assert as_meant(quieted(text)) == text
    assert not quieted(text).startswith(LIVE)


@pytest.mark.parametrize("text", ["'n Abend", "'", "Red Rocket", "", "''", "it's = so"])
def test_other_apostrophes_stay(text: str) -> None:
    assert quieted(text) == as_meant(text) == text


@given(st.lists(CELLS.filter(lambda text: text.strip() and "\0" not in text), min_size=1, max_size=4))
def test_a_record_of_live_cells_comes_back(cells: list[str]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerow(["a;b", *map(quieted, cells)])
    written = text.getvalue().encode("utf-8", "replace")
    ((_, read),) = csv_records(written)
    assert read[1:] == [cell.encode("utf-8", "replace").decode() for cell in cells]
