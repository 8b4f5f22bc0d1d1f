"""Who follows a language understands what is heard or read in it; where nobody says what is, perhaps."""

import pytest

from data.versions.understood import is_understood
from data.versions.version import Version


@pytest.mark.parametrize(
    ("version", "followed", "fits"),
    [
        (Version(audio=("en",), is_original=True, subtitles=()), {"en"}, True),
        (Version(audio=("ko",), is_original=True, subtitles=("en",)), {"en"}, True),
        (Version(audio=("ko",), is_original=True, subtitles=("de",)), {"en"}, False),
        (Version(audio=("ko",), is_original=True, subtitles=("de", "fr")), {"en", "fr"}, True),
        (Version(audio=("de",), subtitles=()), {"en"}, False),
        (Version(audio=("fi", "en"), subtitles=()), {"en"}, True),
        (Version(audio=("en-GB",), subtitles=()), {"en"}, True),
        (Version(audio=("pt-BR",), subtitles=()), {"pt"}, True),
        (Version(audio=("de",), subtitles=("zh-Hant-TW",)), {"zh"}, True),
        (Version(audio=("eng",), subtitles=()), {"en"}, False),
    ],
)
def test_what_is_heard_or_read_decides(version: Version, followed: set[str], *, fits: bool) -> None:
    assert is_understood(version, followed) is fits


@pytest.mark.parametrize(
    ("version", "fits"),
    [
        (Version(), None),
        (Version(subtitles=()), None),
        (Version(audio=("de",)), None),
        (Version(audio=("de",), subtitles=("und",)), None),
        (Version(subtitles=("en",)), True),
        (Version(audio=("en",)), True),
    ],
)
def test_unknown_is_perhaps_unless_what_is_known_decides(version: Version, *, fits: bool | None) -> None:
    assert is_understood(version, {"en"}) is fits


def test_unknown_is_a_language_that_nobody_follows() -> None:
    assert is_understood(Version(subtitles=()), {"und"}) is None


def test_who_follows_no_language_understands_nothing_that_is_known() -> None:
    assert is_understood(Version(audio=("en",), subtitles=("de",)), set()) is False
