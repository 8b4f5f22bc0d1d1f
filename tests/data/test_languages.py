"""A language tag is spelled as usual, and what is none is refused."""

import pytest

from data.languages import read_language


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("DE", "de"),
        ("ger", "de"),
        ("fre", "fr"),
        ("gsw", "gsw"),
        ("zxx", "zxx"),
        ("und", "und"),
        ("pt-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
    ],
)
def test_a_tag_has_one_spelling(written: str, tag: str) -> None:
    assert read_language(written) == tag
    assert read_language(tag) == tag


@pytest.mark.parametrize("written", ["", "english", "jp", "xx", "en_GB", "d", "en-", "de-DE-x"])
def test_what_is_no_tag_says_what_to_write(written: str) -> None:
    with pytest.raises(ValueError, match="language"):
        read_language(written)
