"""schema.org events in pages and bare."""

import json
from typing import Any

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.versions.version import Version
from tests.data.factories import check_sheet, publish_sheet, stored
from tests.data.schedules.readers.reading import only_row, problems, read


def screening(**facts: object) -> dict[str, Any]:
    start = {"@type": "ScreeningEvent", "name": "Red Rocket", "startDate": "2026-11-26T20:15:00+01:00"}
    return {"@context": "https://schema.org", **start, **facts}


def page(*blocks: str) -> str:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return f"<!DOCTYPE html><html><head><title>Programm</title></head><body><h1>Kino</h1>{scripts}</body></html>"


@pytest.mark.parametrize(
    "document",
    [
        screening(),
        screening(**{"@type": "Event"}),
        screening(**{"@type": ["Event", "http://schema.org/ScreeningEvent"]}),
        [screening()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, screening()]},
        {"@type": "MovieTheater", "name": "x", "event": [screening()]},
        {"@type": "Event", "name": "Red Rocket", "subEvent": {"@type": "Event", "startDate": "2026-11-26T20:15:00"}},
        page(json.dumps(screening())),
        page(json.dumps({"@type": "Organization"}), json.dumps([[screening()]])),
        page("//<![CDATA[\n" + json.dumps(screening()) + "\n//]]>"),
        page(json.dumps(screening()).replace('"', "&quot;")),
    ],
)
def test_events_are_found_wherever_they_stand(document: object) -> None:
    row = only_row(document)
    assert (row.title, row.date[:16]) == ("Red Rocket", "2026-11-26T20:15")


def test_the_film_the_place_and_the_offer_may_be_records_texts_or_links() -> None:
    theatre = {"@type": "MovieTheater", "@id": "#kino", "name": "Moviemento"}
    film = {"@type": "Movie", "@id": "#film", "name": "Red Rocket"}
    event = screening(
        name="Abends",
        location={"@id": "#kino"},
        workPresented={"@id": "#film"},
        offers=[{"url": "https://kino.example/1", "availability": "https://schema.org/SoldOut"}],
    )
    row = only_row({"@graph": [event, theatre, film]})
    assert (row.title, row.cinema, row.booking_url) == ("Red Rocket", "Moviemento", "https://kino.example/1")
    assert row.status == "sold out"


def test_what_stands_beside_the_films_name_is_kept() -> None:
    assert only_row(screening(name="Preview: RED ROCKET (OmU)", workPresented={"name": "Red Rocket"})).title == (
        "Preview: RED ROCKET (OmU)"
    )


def test_an_auditorium_stands_in_its_cinema() -> None:
    hall = {"@type": "Place", "name": "Blau", "containedInPlace": {"@type": "MovieTheater", "name": "Moviemento"}}
    row = only_row(screening(location=hall))
    assert (row.cinema, row.auditorium) == ("Moviemento", "Blau")
    assert only_row(screening(location={"name": "Saal 3"})).auditorium == "Saal 3"


def test_cinema_and_auditorium_may_stand_in_a_list_and_by_link() -> None:
    theatre = {"@type": "MovieTheater", "@id": "#kino", "name": "Moviemento"}
    hall = {"@type": "Place", "name": "Blau", "containedInPlace": {"@id": "#kino"}}
    row = only_row({"@graph": [screening(location=[{"@id": "#kino"}, hall]), theatre]})
    assert (row.cinema, row.auditorium) == ("Moviemento", "Blau")


@pytest.mark.parametrize(
    ("label", "country", "tags", "said"),
    [
        (
            "OmU",
            "DE",
            {"inLanguage": "en", "subtitleLanguage": "de"},
            Version(audio=("en",), is_original=True, subtitles=("de",)),
        ),
        ("OV", "DE", {"inLanguage": "en"}, Version(audio=("en",), is_original=True, subtitles=())),
        ("DF", "DE", {"inLanguage": "de"}, Version(audio=("de",), is_original=False, subtitles=())),
        (
            "VOSTFR",
            "FR",
            {"inLanguage": "ko", "subtitleLanguage": "fr"},
            Version(audio=("ko",), is_original=True, subtitles=("fr",)),
        ),
        ("OmU", "DE", {}, Version(audio=("en", "ko"), is_original=True, subtitles=("de",))),
    ],
)
def test_a_label_of_a_legend_says_what_no_field_can(
    label: str, country: str, tags: dict[str, Any], said: Version
) -> None:
    legend = f"https://kinonah.example/api/v1/versions?country={country}"
    term = {"@type": "DefinedTerm", "termCode": label, "inDefinedTermSet": legend}
    film = {"@type": "Movie", "name": "Red Rocket", "inLanguage": ["en", "ko"]}
    row = only_row(screening(keywords=term, workPresented=film, **tags))
    assert (row.version, row.version_said) == (label, said)


@pytest.mark.parametrize(
    "keywords",
    ["comedy, OmU", ["comedy"], {"@type": "DefinedTerm", "name": "OmU"}],
)
def test_other_keywords_are_no_version(keywords: object) -> None:
    assert only_row(screening(keywords=keywords)).version == ""


def test_a_label_of_another_set_is_read_as_words_are() -> None:
    term = {"termCode": "OmU", "inDefinedTermSet": "https://[other.example/versions"}
    row = only_row(screening(keywords=term, inLanguage="en"))
    assert (row.version, row.version_said) == ("OmU", Version(audio=("en",)))


@pytest.mark.parametrize("written", ["Tom &amp; Jerry", "Tom &amp;amp; Jerry", "Tom & Jerry", "Tom &#38;amp; Jerry"])
def test_entities_are_undone_however_often_they_were_escaped(written: str) -> None:
    assert only_row(screening(name=written)).title == "Tom & Jerry"


@pytest.mark.parametrize(
    ("facts", "said", "words"),
    [
        ({"inLanguage": "en"}, Version(audio=("en",)), ""),
        ({"inLanguage": "en-US", "subtitleLanguage": "de"}, Version(audio=("en-US",), subtitles=("de",)), ""),
        ({"inLanguage": {"@type": "Language", "name": "Korean", "alternateName": "ko"}}, Version(audio=("ko",)), ""),
        ({"subtitleLanguage": ["de", "fr"]}, Version(subtitles=("de", "fr")), ""),
        ({"inLanguage": "orig"}, None, "orig"),
        ({"inLanguage": "OmU"}, None, "OmU"),
        ({"inLanguage": None}, None, ""),
    ],
)
def test_languages_are_tags_or_words(facts: dict[str, Any], said: Version | None, words: str) -> None:
    row = only_row(screening(**facts))
    assert (row.version_said, row.version) == (said, words)


def test_what_the_fields_say_is_the_version_and_words_are_read_as_ever(house: Engine) -> None:
    event = screening(inLanguage="en", subtitleLanguage="de", videoFormat="3D")
    publish_sheet(house, content=json.dumps(event).encode())
    # Of which film it is the original, the stored version need not say.
    assert stored(house)[0].label == "EN m. DE UT"
    publish_sheet(house, content=json.dumps(screening(inLanguage="Deutsch")).encode())
    assert stored(house)[0].label == "DF"


@pytest.mark.parametrize("status", ["EventCancelled", "https://schema.org/EventCancelled", "EventPostponed"])
def test_a_cancelled_event_is_cancelled(status: str) -> None:
    assert only_row(screening(eventStatus=status)).status == "cancelled"


def test_wall_time_marked_z_keeps_its_warning(house: Engine) -> None:
    content = json.dumps(screening(startDate="2026-11-26T20:15:00Z")).encode()
    report = publish_sheet(house, content=content)
    assert [one.code for one in report.problems] == ["offset-wrong"]
    assert stored(house)[0].starts == "26 20:15"


def test_a_day_without_a_time_and_no_day_at_all_are_errors(house: Engine) -> None:
    events = [screening(startDate="2026-11-26"), screening(startDate=None), screening(name=None), screening()]
    report = check_sheet(house, content=json.dumps(events).encode())
    assert [(one.code, one.row) for one in report.problems] == [
        ("time-absent", 1),
        ("date-absent", 2),
        ("time-absent", 2),
        ("title-missing", 3),
    ]
    assert (report.counts.rows, report.counts.errors, report.counts.screenings) == (4, 3, 1)


def test_a_broken_block_is_reported_and_the_others_are_read() -> None:
    sheet = read(page('{"@type": "Event", "name": ', json.dumps(screening())))
    assert list(problems(sheet)) == [("script-unreadable", None, None)]
    assert sheet.problems[0].message.startswith("Block 1 of JSON-LD in the page cannot be read")
    assert len(sheet.rows) == 1


def test_a_raw_line_break_in_a_text_is_forgiven() -> None:
    broken = json.dumps(screening(description="DESCRIPTION")).replace("DESCRIPTION", "two\nlines\tof text")
    assert only_row(page(broken)).title == "Red Rocket"


@pytest.mark.parametrize("content", [page(), page("{"), "<html><table><tr><td>20:15</td></tr></table></html>"])
def test_a_page_without_events_is_refused_in_a_sentence(content: str) -> None:
    with pytest.raises(FileUnreadableError, match="says nothing about screenings that programs can read"):
        read(content)
