"""Feeds of vendors: each is known by its shape, and its show comes out as the row that it means."""

import json
from typing import Any

import pytest
from sqlalchemy import Engine

from data.schedules.sheet import Row
from data.versions.version import Version
from tests.data.factories import check_sheet, publish_sheet, stored
from tests.data.schedules.readers.reading import only_row, problems, read
from tests.data.schedules.readers.vendor_documents import (
    CINEMA_SHOWTIMES,
    CINETIXX_BOOKING,
    CINETIXX_XML,
    KINOTICKETS,
    KINOTICKETS_JS,
    LINK,
    START,
    TAPOS,
    VEEZI,
    VISTA,
)

_EN_DE_FR = Version(audio=("en",), subtitles=("de", "fr"), captions=True, audio_description=True)


@pytest.mark.parametrize(
    ("document", "reader", "expected"),
    [
        (
            CINETIXX_XML,
            "cinetixx-xml",
            {
                "title": "Grüße & Küsse",
                "version": "OmU",
                "format": "3D",
                "auditorium": "Kino 2",
                "cinema": "Moviemento",
            },
        ),
        (
            CINETIXX_BOOKING,
            "cinetixx-booking",
            {"title": " RED ROCKET (OmeU)", "version": "OmeU, Originalversion", "source_id": "3662477640"},
        ),
        (
            KINOTICKETS,
            "kinotickets",
            {
                "title": "Wickie und die starken Männer - Das magische Schwe",
                "version_said": Version(is_original=True, subtitles=("de",)),
                "format": "3D",
                "source_id": "performance17",
            },
        ),
        (
            KINOTICKETS_JS,
            "kinotickets",
            {"title": 'L\'amour "à" trois', "version_said": Version(is_original=True, subtitles=())},
        ),
        (
            VISTA,
            "vista",
            {
                "date": "2026-11-27T00:30:00",
                "business_date": "2026-11-26T00:00:00",
                "version": "OmU, 3D",
                "status": "sold out",
                "booking_url": "",
            },
        ),
        (
            VEEZI,
            "veezi",
            {
                "time": START,
                "feature_time": "2026-11-26T20:30:00",
                "status": "scheduled",
                "auditorium": "2",
                "format": "2D",
            },
        ),
        (TAPOS, "tapos", {"date": "2026-11-26", "time": "2015", "title": "Red Rocket", "auditorium": "2"}),
        (
            CINEMA_SHOWTIMES,
            "cinema-showtimes",
            {"auditorium": "Kino 2", "cinema": "Moviemento", "version_said": _EN_DE_FR, "booking_url": ""},
        ),
    ],
    ids=["cinetixx-xml", "cinetixx-booking", "kinotickets", "kinotickets-js", "vista", "veezi", "tapos", "showtimes"],
)
def test_a_show_is_the_row_that_it_means(document: object, reader: str, expected: dict[str, Any]) -> None:
    assert read(document).reader == reader
    row = only_row(document)
    usual = {"number": 1, "date": START, "booking_url": LINK, "source_id": row.source_id}
    assert {name: getattr(row, name) for name in usual | expected} == usual | expected
    assert row.source_id.endswith(("17", "40"))


@pytest.mark.parametrize(
    "document", [CINETIXX_XML, CINETIXX_BOOKING, KINOTICKETS, KINOTICKETS_JS, VISTA, VEEZI, TAPOS, CINEMA_SHOWTIMES]
)
def test_a_feed_is_published_and_again_changes_nothing(house: Engine, document: object) -> None:
    content = (document if isinstance(document, str) else json.dumps(document)).encode()
    report = publish_sheet(house, content=content)
    assert (report.counts.rows, report.counts.added, report.counts.errors) == (1, 1, 0)
    assert check_sheet(house, content=content).counts.unchanged == 1
    assert stored(house)[0].starts in ("26 20:15", "27 00:30")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16"])
def test_xml_is_read_in_the_encoding_that_it_names_or_has(encoding: str) -> None:
    named = CINETIXX_XML.replace("UTF-8", encoding)
    assert only_row(named.encode(encoding)).title == "Grüße & Küsse"
    # A lie about it does no harm.
    assert only_row(CINETIXX_XML.encode(encoding)).title == "Grüße & Küsse"


def test_a_vendors_word_for_the_version_is_read_through_the_notation(house: Engine) -> None:
    publish_sheet(house, content=CINETIXX_XML.replace("OmU", "engl. OmU").encode())
    assert stored(house)[0].label == "OmeU"


def test_a_film_that_is_no_original_is_not_said_to_be_german(house: Engine) -> None:
    content = KINOTICKETS_JS.replace("is_original_version: true", "is_original_version: false").encode()
    publish_sheet(house, content=content)
    assert stored(house)[0].label == ""


def test_houses_without_names_are_kept_apart_by_their_numbers() -> None:
    two = {"cinemas": [*KINOTICKETS["cinemas"], {**KINOTICKETS["cinemas"][0], "id": 2}]}
    assert [row.cinema for row in read(two).rows] == ["1", "2"]


FILM = {"ScheduledFilmId": "HO1", "FilmTitle": "Red Rocket"}
SESSION = {name: value for name, value in VISTA["value"][0].items() if name != "Title"}


@pytest.mark.parametrize(
    "document",
    [
        [{**SESSION, "FilmName": "Red Rocket"}],
        {"d": {"results": [{**SESSION, "Title": "Red Rocket"}]}},
        {"value": [{"ID": "HO1", "Title": "Red Rocket", "Sessions": [SESSION]}]},
        {"Films": [FILM], "Sessions": [SESSION]},
    ],
)
def test_vista_wraps_sessions_and_names_films_in_many_ways(document: object) -> None:
    assert (only_row(document).title, read(document).reader) == ("Red Rocket", "vista")


def test_veezi_may_list_its_films_apart() -> None:
    session = {name: value for name, value in VEEZI[0].items() if name != "Title"}
    assert only_row({"films": [{"Id": "ST1", "Title": "Red Rocket"}], "sessions": [session]}).title == "Red Rocket"


def test_without_a_start_of_the_programme_the_films_counts() -> None:
    session = {**VEEZI[0], "PreShowStartTime": None}
    assert only_row([session]).date == "2026-11-26T20:30:00"


@pytest.mark.parametrize("start", ["2026-11-26T19:15:00Z", "2026-11-26T20:15:00+01:00", "2026-11-26T14:15:00-05:00"])
def test_a_start_in_utc_alone_is_a_moment(house: Engine, start: str) -> None:
    (session,) = CINEMA_SHOWTIMES["sessions"]
    document = {**CINEMA_SHOWTIMES, "sessions": [{**session, "start_time_local": None, "start_time_utc": start}]}
    report = publish_sheet(house, content=json.dumps(document).encode())
    assert report.problems == []
    assert stored(house)[0].starts == "26 20:15"


def test_a_moment_that_is_none_is_an_error(house: Engine) -> None:
    (session,) = CINEMA_SHOWTIMES["sessions"]
    starts = ["2026-11-26T19:15:00", "0001-01-01T00:00:00+14:00", "tonight", 17, {}]
    sessions = [{**session, "start_time_local": None, "start_time_utc": start} for start in starts]
    report = check_sheet(house, content=json.dumps({**CINEMA_SHOWTIMES, "sessions": sessions}).encode())
    assert report.counts.errors == report.counts.rows == len(starts)
    barred = {one.row for one in report.problems if one.code in ("time-unreadable", "field-type")}
    assert barred == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("document", "column"),
    [
        (TAPOS.replace("<FilmCode>F1", "<FilmCode>F2"), "FilmCode"),
        ([SESSION], "ScheduledFilmId"),
        ([{**VEEZI[0], "Title": None}], "FilmId"),
        ({**CINEMA_SHOWTIMES, "films": []}, "film_id"),
    ],
)
def test_a_show_whose_film_the_file_does_not_name_is_one_error(house: Engine, document: object, column: str) -> None:
    content = (document if isinstance(document, str) else json.dumps(document)).encode()
    report = check_sheet(house, content=content)
    assert [(one.code, one.row, one.column) for one in report.problems] == [("film-unknown", 1, column)]
    assert (report.counts.rows, report.counts.errors) == (1, 1)


def with_title(title: object) -> list[dict[str, Any]]:
    return [{**VEEZI[0], "Title": title}]


@pytest.mark.parametrize(
    ("document", "expected", "errors"),
    [
        (with_title(1917), [("field-type", 1, "Title")], 0),
        (with_title(["Red Rocket"]), [("field-type", 1, "Title"), ("title-missing", 1, "Title")], 1),
        (with_title({}), [("field-type", 1, "Title"), ("title-missing", 1, "Title")], 1),
        ([{**VEEZI[0], "TicketsSoldOut": "perhaps"}], [("field-type", 1, "TicketsSoldOut")], 0),
        ([{**VEEZI[0], "PreShowStartTime": {}}], [("field-type", 1, "PreShowStartTime")], 1),
        ([*VEEZI, None, 17], [("show-unreadable", 2, None), ("show-unreadable", 3, None)], 2),
        ([{**VISTA["value"][0], "SoldoutStatus": 7}], [("status-unknown", 1, "SoldoutStatus")], 0),
    ],
)
def test_a_field_of_another_kind_is_reported_at_its_show(
    house: Engine, document: object, expected: list[tuple[str, int, str]], errors: int
) -> None:
    report = check_sheet(house, content=json.dumps(document).encode())
    found = [(one.code, one.row, one.column) for one in report.problems]
    assert set(expected) <= set(found)
    assert report.counts.errors == errors


def test_fields_that_nobody_reads_are_named() -> None:
    assert read(VEEZI).ignored_columns == ("FeatureEndTime",)


def test_columns_are_named_in_the_vendors_words(house: Engine) -> None:
    report = check_sheet(house, content=json.dumps([{**VEEZI[0], "PreShowStartTime": "soon"}]).encode())
    assert {(one.column, one.value) for one in report.problems} == {("PreShowStartTime", "soon")}


def test_shows_of_a_feed_are_counted_as_shows(house: Engine) -> None:
    report = check_sheet(house, content=json.dumps([VEEZI[0], VEEZI[0]]).encode())
    assert report.problems[0].message == "This show says the same as show 1; it counts once."


def test_rows_are_plain() -> None:
    assert isinstance(read(VISTA).rows[0], Row)
    assert list(problems(read(VISTA))) == []
