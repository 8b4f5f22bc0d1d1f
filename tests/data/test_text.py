"""Text from outside is made harmless, comparable and fit for an address bar."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.text import folded, has_hidden_characters, plain_paragraphs, plain_text, slug_of

# Surrogates too: a JSON file can hold half of a pair.
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
@example("e\u200b\u0301")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


@given(ANY_TEXT)
@example("Kino\u202eonik")
def test_no_control_and_no_direction_character_is_left(text: str) -> None:
    hidden = {c for c in plain_text(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert hidden <= {"\u200c", "\u200d"}


@given(ANY_TEXT)
def test_clean_text_can_be_stored(text: str) -> None:
    plain_text(text).encode()


def test_the_joiners_that_scripts_need_stay() -> None:
    assert plain_text("می\u200cخواهم") == "می\u200cخواهم"


def test_white_space_of_every_kind_is_one_space() -> None:
    assert plain_text("  Red\u00a0\t\r\nRocket\u2028 ") == "Red Rocket"


def test_paragraphs_stay_paragraphs() -> None:
    assert plain_paragraphs(" One \t line\r\nand a second\n\n\n\nTwo\u202e.\n") == "One line\nand a second\n\nTwo."


@given(ANY_TEXT)
def test_what_is_clean_hides_nothing(text: str) -> None:
    assert not has_hidden_characters(plain_text(text))
    assert plain_paragraphs(plain_paragraphs(text)) == plain_paragraphs(text)


@given(ANY_TEXT)
@example("℡")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amélie", "AMELIE"),
        ("Die Straße", "DIE STRASSE"),
        ("Red  Rocket", "red rocket"),
        ("SİNEMA", "sinema"),
        ("Ｒｅｄ", "Red"),
        ("e\u0301", "é"),
    ],
)
def test_what_reads_alike_folds_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_titles_stay_different() -> None:
    assert folded("Das Boot") != folded("Das Brot")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Hackesche Höfe Kino", "hackesche-hoefe-kino"),
        ("Freilichtbühne Weißensee", "freilichtbuehne-weissensee"),
        ("ÄÖÜ", "aeoeue"),
        ("A\u0308rger", "aerger"),
        ("SİNEMA TRANSTOPIA", "sinema-transtopia"),
        ("기생충", "gisaengchung"),
        ("Сталкер", "stalker"),
        ("b-ware! ladenkino", "b-ware-ladenkino"),
        ("…!?", ""),
    ],
)
def test_a_name_is_spelled_for_the_address_bar(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(ANY_TEXT)
def test_a_slug_is_lower_case_latin_with_single_hyphens(text: str) -> None:
    slug = slug_of(text)
    assert len(slug) <= 80
    assert slug == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert slug_of(slug) == slug
