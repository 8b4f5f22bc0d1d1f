"""What stands beside a title is taken off it, and no word of it is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.demo.films import load_demo_films
from data.versions.countries.register import COUNTRIES
from data.versions.version import Version
from data.versions.words import keys_of
from data.versions.written_title import read_title

ORIGINAL = Version(is_original=True, subtitles=())
OMU = Version(is_original=True, subtitles=("de",))


@pytest.mark.parametrize(
    ("text", "title", "version"),
    [
        ("To My Sisters (OmU)", "To My Sisters", OMU),
        ("EVERYTIME [OmeU]", "EVERYTIME", Version(is_original=True, subtitles=("en",))),
        ("MARIA BY CALLAS OMDU", "MARIA BY CALLAS", OMU),
        ("Eine fantastische Frau OmU", "Eine fantastische Frau", OMU),
        ("WIND RIVER ENGL.M.DT.UT", "WIND RIVER", Version(audio=("en",), subtitles=("de",))),
        ("Zemlja, Ukrainische Sprachfassung", "Zemlja", Version(audio=("uk",))),
        ("Film - OV", "Film", ORIGINAL),
        ("It (DE)", "It", Version(audio=("de",))),
        ("(OmU) Film", "Film", OMU),
        ("OmU: Film", "Film", OMU),
        ("Was ist das? OmU", "Was ist das?", OMU),
        ("The French OmU", "The French", OMU),
        ("Blade Runner (Final Cut, OmU)", "Blade Runner (Final Cut)", OMU),
        ("Blade Runner (OmU, Final Cut)", "Blade Runner (Final Cut)", OMU),
        ("Blade Runner (Final Cut OmU)", "Blade Runner (Final Cut)", OMU),
        ("Sneak Preview OmU", "Sneak Preview", OMU),
    ],
)
def test_a_version_beside_the_title_is_taken_off(text: str, title: str, version: Version) -> None:
    written = read_title(text)
    assert (written.title, written.notation.version, written.notation.left) == (title, version, ())


@pytest.mark.parametrize(
    "title",
    [
        *("Lord OF the Rings", "Film OF", "Vitamin D", "OV the Hill", "Hello OV the Hill", "Ein Mann namens Ov"),
        *("The Office (UK)", "Das Boot (Director's Cut)", "Metropolis (1927)", "Was ist das?", "Die Premiere"),
        *("Volver + Parasite", "Silvester, Sekt & Kurzfilme", "Father Mother Sister B...", "Das Original", "OmU", "3D"),
        *("Sneak Preview", "tba", "Persischstunden", "Alien: Director's Cut", "The English Language", ""),
    ],
)
def test_what_may_belong_to_the_title_stays(title: str) -> None:
    written = read_title(title)
    assert (written.title, written.notation.version, written.events) == (title, Version(), ())


TITLES = [
    *("Lost in Translation", "Original Sin", "A.I.", "V for Vendetta", "E.T.", "M", "The French Dispatch", "D-Day"),
    *(
        "English Vinglish",
        "Ohne Limit",
        "IT",
        "Napoli, Napoli",
        "Kill Bill Vol. 2",
        "Opening Night",
        "Do the Right Thing",
    ),
    *(
        "Zonder Titel",
        "Bez końca",
        "Call Me by Your Name",
        "Une version de toi",
        "La versione di Barney",
        "No",
        "Yes, No",
    ),
    *("Sans toit ni loi", "Polski film", "Der gute Ton", "9 to 5", "Ocean's 8", "2 Days in New York", "Super 8", "O"),
    *(
        "Die drei ??? – Erbe des Drachen",
        "Star Wars: Episode IV",
        "君の名は。",
        "The Office (UK)",
        "Au revoir les enfants",
    ),
]


@pytest.mark.parametrize("country", [country.codes[0] for country in COUNTRIES])
def test_no_country_takes_a_word_off_a_title(country: str) -> None:
    catalogue = [title for film in load_demo_films() for title in (film.title, film.original_title)]
    assert [title for title in (*TITLES, *catalogue) if read_title(title, country).title != title] == []


@pytest.mark.parametrize(
    ("text", "title", "events"),
    [
        ("ANSTATT BÄUMEN (OmU) + Filmgespräch mit Hans", "ANSTATT BÄUMEN", ("Filmgespräch mit Hans",)),
        ("Preview: Barbie", "Barbie", ("Preview",)),
        ("Barbie (OmU-Premiere)", "Barbie", ("Premiere",)),
        ("Barbie mit Gast Greta G.", "Barbie", ("mit Gast Greta G",)),
        ("Barbie (DF) / Kinderkino", "Barbie", ("Kinderkino",)),
        ("Barbie (engl. OmU mit Gast Hans Meier)", "Barbie", ("mit Gast Hans Meier",)),
    ],
)
def test_an_event_beside_the_title_is_taken_off(text: str, title: str, events: tuple[str, ...]) -> None:
    written = read_title(text)
    assert (written.title, written.events) == (title, events)


@pytest.mark.parametrize(
    ("text", "title", "formats", "age"),
    [
        ("Toy Story 5 3D", "Toy Story 5", ("3D",), None),
        ("Toy Story in 3D", "Toy Story", ("3D",), None),
        ("2001 (70 mm, OV)", "2001", ("70mm",), None),
        ("Hotzenplotz ab 6", "Hotzenplotz", (), "6"),
        ("Hotzenplotz FSK 12 3D", "Hotzenplotz", ("3D",), "12"),
    ],
)
def test_formats_and_ages_are_taken_off(text: str, title: str, formats: tuple[str, ...], age: str | None) -> None:
    written = read_title(text)
    assert (written.title, written.notation.formats, written.age_rating) == (title, formats, age)


PIECES = st.sampled_from(
    [
        *("OmU", "OV", "(", ")", "[", "]", ":", " - ", "+", ",", "3D", "ab 12", "engl.", "mit Gast", "Preview", "UT"),
        *("Film", "DF", "D", "?", "mit", "字幕", "É", "Sprachfassung", "OmeU/dU", "&", "(OmU", "/", "  ", "ohne"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=9).map(" ".join))
def test_no_word_is_lost(text: str) -> None:
    written = read_title(text)
    notation = written.notation
    parts = [written.title, *notation.words, *written.events, *notation.left]
    assert Counter(key for part in parts for key in keys_of(part)) == Counter(keys_of(text))


@given(st.text(max_size=30))
def test_any_text_has_a_title(text: str) -> None:
    assert bool(read_title(text).title) is bool(text.strip())


def test_of_a_text_that_is_longer_than_any_title_nothing_is_taken() -> None:
    text = f"{'Wort ' * 200}(OmU)"
    assert read_title(text).title == text
