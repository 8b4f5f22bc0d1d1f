"""A cell may be as long and as odd as a file: reading it takes no time to speak of, and loses no other row."""

import tracemalloc

import pytest
from sqlalchemy import Engine

from data.schedules.readers.ical_times import zone_named
from data.schedules.taught_beside import read_taught_title
from data.schedules.titles.book import KnownFilm, TitleBook, book_of
from data.schedules.titles.match import Doubt, find, match
from data.schedules.words import Words
from data.text import plain_text
from data.times.calendar_words import meaning_of
from data.times.cells import read_date_cell, read_time_cell
from data.versions.notation import NOTHING_SAID, read_notation
from tests.data.factories import check_sheet, row
from tests.work import calls_of, is_linear

LENGTH = 100_000
PIECES = [
    *(
        "a",
        "ab ",
        "/",
        "a/",
        "(",
        ")",
        "[(",
        "(a ",
        "(a) ",
        "OmU ",
        "om",
        "(OmU) ",
        "omu/",
        ", the",
        " - redux",
        "(redux)",
    ),
    *("part two ", "i ", "1", "1 ", "(1984) ", "1984 ", ".", "…", " + ", " & ", ": ", "-", "'", "½", "ß", "🎬", "字幕"),
    *(
        "مرحبا ",
        "\u202eabc",
        "e\u0301",
        "\u0301",
        "a\u200d",
        "\u00a0",
        "Preview: ",
        "mit Gast ",
        "20:15 ",
        "24.",
        "um ",
    ),
]
TAUGHT = Words(labels={"kasperl": NOTHING_SAID}, titles_end_in=frozenset({"kasperl"}))


def long_cell(piece: str, length: int = LENGTH) -> str:
    return f"X{piece * (length // len(piece))}"[:length]


def read_in_every_way(cell: str) -> None:
    plain_text(cell)
    read_notation(cell)
    read_taught_title(cell, TAUGHT, "DE")
    match(TitleBook(), cell)
    find(TitleBook(), cell)
    read_date_cell(cell)
    read_time_cell(cell)


@pytest.mark.parametrize("piece", PIECES)
def test_a_cell_as_long_as_a_file_is_no_more_work_than_it_is_long(piece: str) -> None:
    assert is_linear(lambda length: read_in_every_way(long_cell(piece, length)), LENGTH)


@pytest.mark.parametrize("inner", ["", "a", " "])
def test_nested_brackets_are_no_more_work_than_they_are_many(inner: str) -> None:
    assert is_linear(lambda length: read_in_every_way(f"{'(' * length}{inner * length}{')' * length}"), LENGTH // 2)


@pytest.mark.parametrize("piece", [", the", " - redux", "(redux)", "🎬", "a/", "字幕", "OmU/", "["])
def test_an_odd_cell_is_little_work(piece: str) -> None:
    cells = [f"{number}{piece * 500}"[:500] for number in range(2)]
    read_in_every_way(cells[0])
    assert calls_of(lambda: read_in_every_way(cells[1])) < 20_000


@pytest.mark.parametrize("piece", ["OmU/", "E/d,f ", "a/", "字幕"])
def test_what_has_more_words_than_any_notation_is_none(piece: str) -> None:
    cell = f"1{piece * 500}"[:400]
    (problem,) = read_notation(cell).problems
    assert problem.message == "This is longer than 50 words, and no notation: your words are kept."
    assert read_notation(cell).left == (cell,)
    # Taken apart, it would be thousands.
    assert calls_of(lambda: read_notation(f"2{cell}")) < 1_000


def test_long_cells_are_not_remembered(house: Engine) -> None:
    check_sheet(house, row())
    tracemalloc.start()
    for number in range(30):
        cell = f"{number} {'x' * LENGTH}"
        check_sheet(house, row(date=cell, time=cell, title=cell, version=cell, status=cell, auditorium=cell))
        zone_named(cell)
    remembered, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert remembered < 10 * LENGTH


def test_words_in_dates_are_not_remembered_for_ever() -> None:
    for number in range(5_000):
        read_date_cell(f"1. wort{number} 2026")
    assert meaning_of.cache_info().currsize <= 2_000


def test_a_title_longer_than_any_is_known_again_as_a_whole() -> None:
    title = "Sehr langer Titel (2024) 2 " * 1000
    book = TitleBook()
    found = match(book, title)
    assert (found.doubt, [film.title for film in found.films]) == (Doubt.NEW, [title])
    again = find(book_of([(film.title, film) for film in book.new]), title.upper())
    assert again
    assert again.films == found.films
    assert find(book_of([(title, KnownFilm("long", title))]), title + "2") is None


def test_odd_cells_lose_no_other_row(house: Engine) -> None:
    pieces = (", the", "🎬", "(OmU) ")
    odd = [row(title=f"Odd {piece}", version=long_cell(piece), time="18:00") for piece in pieces]
    bad = [row(title=long_cell(piece)) for piece in pieces]
    bad += [row(auditorium=long_cell("Kino ")), row(time=long_cell("20:15 ")), row(date=long_cell("24."))]
    report = check_sheet(house, *odd, *bad, row())
    assert (report.counts.screenings, report.counts.errors) == (4, len(bad))
