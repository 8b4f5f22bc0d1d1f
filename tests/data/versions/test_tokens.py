"""A quick look at a text never overlooks a word that means something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.versions.countries.register import COUNTRIES
from data.versions.lexicon import lexicon_of
from data.versions.tokens import may_mean, tokens_of
from data.versions.words import keys_of

CODES = [country.codes[0] for country in COUNTRIES]
PIECES = [
    *("OmdtU", "Omdt&eU", "E/df", "O.m.U.", "pt-BR", "EN", "VOSTFR", "字幕", "om", "Rakete", "Töchter", "ℊ", "\u212ao"),
    *(" ", " ", "/", ".", "-", "(", ")", "3D", "e\u0301", "x", "?"),
]


@pytest.mark.parametrize("code", CODES)
def test_all_that_is_known_may_mean_something(code: str) -> None:
    lexicon = lexicon_of(code)
    spellings = [meaning.spelling for meaning in lexicon.phrases.values()]
    assert [text for text in spellings if not may_mean(text, keys_of(text), lexicon)] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("OmdtU", "DE"), ("Omdt&eU", "DE"), ("O.m.U.", "DE"), ("E/df", "CH"), ("pt-BR", "DE"), ("VOSTPL", "FR")],
)
def test_words_with_languages_in_them_initials_and_codes_may_mean_something(text: str, code: str) -> None:
    lexicon = lexicon_of(code)
    assert any(token.meaning for token in tokens_of(text, lexicon))
    assert may_mean(f"Rakete {text}", keys_of(f"Rakete {text}"), lexicon)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(), st.sampled_from(CODES))
def test_where_nothing_may_mean_anything_no_word_does(text: str, code: str) -> None:
    lexicon = lexicon_of(code)
    if not may_mean(text, keys_of(text), lexicon):
        assert [token.text for token in tokens_of(text, lexicon) if token.meaning] == []
