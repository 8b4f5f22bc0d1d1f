"""What holds of any title: it is understood, the same a second time, and however it is spelled."""

from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.schedules.titles.book import KnownFilm, TitleBook, book_of
from data.schedules.titles.key import key_of
from data.schedules.titles.match import find, match
from data.text import plain_text

PIECES = [
    *("Alien", "Töchter", "the", "Der", "und", "&", "+", "II", "2", "Teil", "Part", "x", "8½", "…", "...", "'", "É"),
    *("(2001)", "(OmU)", "(Live Action)", "[DC]", "Redux", "Final Cut", ", The", "- 4K", ":", "–", "/", "(", ")", "3D"),
    *("Preview:", "+ Filmgespräch", "1984", "tba", "Sneak"),
]
titles = (st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map(" ".join) | st.text(min_size=1)).map(plain_text)


def published(book: TitleBook) -> TitleBook:
    """Give a book as it is read from the database after a file's new films were stored."""
    return book_of([(film.title, film) for film in book.new], {film.slug for film in book.new})


@given(titles)
@example("A Redux Redux")
@example("X, The, Der")
@settings(max_examples=300, deadline=None)
def test_what_became_a_film_is_that_film_the_next_time(title: str) -> None:
    book = TitleBook()
    first = match(book, title)
    again = find(published(book), title)
    assert again
    assert [film.slug for film in again.films] == [film.slug for film in first.films]
    assert again.doubt is None


@given(titles, st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from("-–—‑"))
@settings(max_examples=200, deadline=None)
def test_case_and_the_length_of_dashes_say_nothing(title: str, spell: Callable[[str], str], dash: str) -> None:
    # Where no letter is left of a title, its signs are all that there is.
    known = title if title.isascii() and any(map(str.isalnum, title)) else "Die Töchter - Teil 2 (Live Action)"
    assert key_of(spell(known).replace("-", dash)).spellings == key_of(known).spellings


@given(titles, titles)
@settings(max_examples=300, deadline=None)
def test_no_title_is_taken_for_one_that_counts_differently(known: str, written: str) -> None:
    film = KnownFilm("known", known)
    found = find(book_of([(known, film)]), written)
    if found and found.films == (film,):
        assert set(key_of(known).numbers) <= set(key_of(written).numbers)
