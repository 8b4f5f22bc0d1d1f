"""A version has the label that stands at a German cinema's door, and a key that is its own."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.versions.label import key_of, label_of
from data.versions.notation import VERSIONS
from data.versions.version import Version

TAGS = st.sampled_from(["de", "en", "fr", "ko", "pt-BR", "und"])
VERSION = st.builds(
    Version,
    audio=st.lists(TAGS, min_size=1, max_size=2, unique=True).map(tuple),
    is_original=st.none() | st.booleans(),
    subtitles=st.none() | st.lists(TAGS, max_size=2).map(tuple),
    captions=st.booleans(),
    audio_description=st.booleans(),
)


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("OV", "OV"),
        ("OF", "OV"),
        ("OmU", "OmU"),
        ("OmeU", "OmeU"),
        ("OmenglU", "OmeU"),
        ("DF", "DF"),
        ("DE", "DF"),
        ("EN", "EN"),
    ],
)
def test_every_known_word_has_its_label(word: str, label: str) -> None:
    assert label_of(VERSIONS[word]) == label


@pytest.mark.parametrize(
    ("version", "label"),
    [
        (Version(), ""),
        (Version(audio=("en",), is_original=True, subtitles=()), "OV"),
        (Version(audio=("en",), is_original=True, subtitles=("de",)), "OmU"),
        (Version(audio=("ko",), is_original=True, subtitles=("en",)), "OmeU"),
        (Version(audio=("ko",), is_original=True, subtitles=("fr",)), "OmfU"),
        (Version(audio=("ko",), is_original=True, subtitles=("es",)), "OmspU"),
        (Version(audio=("ko",), is_original=True, subtitles=("de", "en")), "Omde&eU"),
        (Version(audio=("de",), is_original=True, subtitles=()), "DF"),
        (Version(audio=("de",), is_original=False, subtitles=()), "DF"),
        (Version(audio=("de",), is_original=True, subtitles=("en",)), "OmeU"),
        (Version(audio=("en",), is_original=True, subtitles=None), "EN"),
        (Version(audio=("en",), is_original=False, subtitles=()), "EN"),
        (Version(audio=("en",), is_original=False, subtitles=("de",)), "EN m. DE UT"),
    ],
)
def test_a_label_says_what_is_heard_and_read(version: Version, label: str) -> None:
    assert label_of(version) == label


def test_an_original_that_is_partly_german_is_not_called_dubbed() -> None:
    assert label_of(Version(audio=("en", "de", "fr"), is_original=True, subtitles=())) == "OV"


@given(VERSION)
def test_every_version_has_a_label_but_the_one_of_which_nothing_is_known(version: Version) -> None:
    is_original = version.is_original and version.subtitles is not None
    is_known = bool(set(version.audio) != {"und"} or version.subtitles or is_original)
    assert bool(label_of(version)) is is_known


def test_a_key_names_label_audio_and_subtitles() -> None:
    assert key_of(Version(audio=("en",), is_original=True, subtitles=("de",)), "OmU") == "OmU·en·de"


@given(VERSION, VERSION, st.sampled_from([field.name for field in fields(Version)]))
def test_versions_that_differ_in_one_thing_have_different_keys(one: Version, other: Version, name: str) -> None:
    changed = replace(one, **{name: getattr(other, name)})
    keys = {key_of(version, label_of(version)) for version in (one, changed)}
    assert len(keys) == len({one, changed})
