"""A text is taken apart into words, however it is spelled."""

import string

from hypothesis import given
from hypothesis import strategies as st

from data.versions.words import keys_of, words_of


def test_letters_and_digits_are_different_words_and_punctuation_is_none() -> None:
    assert keys_of("35mm, (OmU) + Gespräch?") == ("35", "mm", "omu", "gesprach", "?")


def test_a_sign_of_an_unspaced_script_is_a_word() -> None:
    assert keys_of("日本語字幕無し") == ("日", "本", "語", "字", "幕", "無", "し")


@given(st.text(st.sampled_from([*map(chr, range(128)), *string.ascii_letters, "1", " "])))
def test_plain_text_is_taken_apart_like_any_other(text: str) -> None:
    # With a sign behind it that is not plain, every character is looked at for itself.
    assert words_of(text) == words_of(f"{text}…")
