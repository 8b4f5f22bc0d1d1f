"""The words of cinemas are read as versions and formats, and nothing is guessed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.versions.notation import FORMATS, VERSIONS, read_notation
from data.versions.version import Version
from data.versions.words import keys_of

ORIGINAL = Version(is_original=True, subtitles=())
GERMAN_SUBTITLES = Version(is_original=True, subtitles=("de",))
ENGLISH_SUBTITLES = Version(is_original=True, subtitles=("en",))


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("OV", ORIGINAL),
        ("OF", ORIGINAL),
        ("OmU", GERMAN_SUBTITLES),
        ("omu", GERMAN_SUBTITLES),
        ("(OmU)", GERMAN_SUBTITLES),
        ("OmeU", ENGLISH_SUBTITLES),
        ("OmenglU", ENGLISH_SUBTITLES),
        ("DF", Version(audio=("de",), subtitles=())),
        ("DE", Version(audio=("de",))),
        ("EN", Version(audio=("en",))),
    ],
)
def test_a_word_says_what_is_heard_and_read(text: str, version: Version) -> None:
    notation = read_notation(text)
    assert (notation.version, notation.formats, notation.left) == (version, (), ())


@pytest.mark.parametrize("text", ["", "  ", "/", "()", "-3D"])
def test_a_cell_that_says_nothing_of_the_version_is_unknown_in_all_parts(text: str) -> None:
    assert read_notation(text).version == Version(audio=("und",), is_original=None, subtitles=None)


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("3D", ("3D",)),
        ("3d", ("3D",)),
        ("70mm", ("70mm",)),
        ("70 mm", ("70mm",)),
        ("35 MM", ("35mm",)),
        ("IMAX 3D", ("IMAX", "3D")),
        ("IMAX, IMAX", ("IMAX",)),
        ("OV 70 mm", ("70mm",)),
    ],
)
def test_a_format_is_known_in_any_spelling_and_counts_once(text: str, formats: tuple[str, ...]) -> None:
    assert read_notation(text).formats == formats
    assert read_notation(text).left == ()


def test_an_unknown_word_is_left_over_as_written() -> None:
    notation = read_notation("OmU Kasperl")
    assert (notation.version, notation.left) == (GERMAN_SUBTITLES, ("Kasperl",))


def test_the_same_word_twice_is_said_once() -> None:
    assert read_notation("OmU omu").left == ()


@pytest.mark.parametrize("text", ["OmU DF", "OV / DF", "OmeU OmfU", "OmU ohne Untertitel", "DF engl."])
def test_words_that_contradict_each_other_are_both_kept_and_reported(text: str) -> None:
    notation = read_notation(text)
    assert [problem.code for problem in notation.problems][:1] == ["notation-contradictory"]
    assert keys_of(" ".join(notation.left)) == keys_of(text)
    assert notation.version == Version()


@given(st.sampled_from(sorted(VERSIONS)), st.lists(st.sampled_from(sorted(FORMATS)), unique=True), st.booleans())
def test_version_and_formats_are_found_in_any_order(word: str, formats: list[str], is_version_first: bool) -> None:  # noqa: FBT001 (drawn)
    words = [word, *formats] if is_version_first else [*formats, word]
    notation = read_notation(", ".join(words))
    assert notation.version == VERSIONS[word]
    assert notation.formats == tuple(dict.fromkeys(FORMATS[name] for name in formats))
    assert notation.left == ()


@given(st.text())
def test_any_text_can_be_read_and_no_word_of_it_is_lost(text: str) -> None:
    notation = read_notation(text)
    parts = (*notation.words, *notation.events, *notation.left)
    assert Counter(key for part in parts for key in keys_of(part)) == Counter(keys_of(text))


def test_a_text_that_is_longer_than_any_notation_is_left_as_it_is() -> None:
    text = "OmU " * 500
    notation = read_notation(text)
    assert (notation.version, notation.left) == (Version(), (text,))
    assert [problem.code for problem in notation.problems] == ["notation-unknown"]
