"""Calendars, as the programs of cinemas write them."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet, publish_sheet, starts, stored
from tests.data.schedules.readers.reading import only_row, problems, read


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = "VERSION:2.0\r\n") -> bytes:
    return f"BEGIN:VCALENDAR\r\n{head}{''.join(events)}END:VCALENDAR\r\n".encode()


BERLIN = "DTSTART;TZID=Europe/Berlin:20261126T201500"
FILM = "SUMMARY:Red Rocket (OmU)"


def test_an_event_is_a_screening_at_the_line_in_which_it_begins() -> None:
    sheet = read(calendar(event(BERLIN, FILM), event(BERLIN, "SUMMARY:Dune")))
    assert [(row.number, row.title) for row in sheet.rows] == [(3, "Red Rocket (OmU)"), (7, "Dune")]
    assert sheet.counted == "line"


def test_folded_lines_and_escapes_are_undone_even_within_a_letter() -> None:
    folded = "SUMMARY:Schöne Grü".encode() + b"\r\n " + "ße\\, sagt\r\n\t er \\; sie".encode()
    cut_in_two = folded.replace("ß".encode(), b"\xc3\r\n \x9f")
    content = b"\xef\xbb\xbf" + calendar(event(BERLIN, "SUMMARY:X"), event(BERLIN, FILM)).replace(
        b"SUMMARY:X", cut_in_two
    )
    sheet = read(content)
    assert sheet.rows[0].title == "Schöne Grüße, sagt er ; sie"
    # The second event begins behind the three lines of the fold.
    assert sheet.rows[1].number == 10


def test_an_end_at_the_start_and_lines_of_other_programs_do_no_harm() -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Wake up", "DTSTART:19700101T000000Z", "END:VALARM")
    row = only_row(calendar(event(BERLIN, "DTEND;TZID=Europe/Berlin:20261126T201500", FILM, "X-WP:1", *alarm)))
    assert (row.title, row.date) == ("Red Rocket (OmU)", "20261126T201500")


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20261126T191500Z",
        "DTSTART:20261126T201500",
        "DTSTART;TZID=Europe/Berlin:20261126T201500",
        'DTSTART;TZID="W. Europe Standard Time":20261126T201500',
        "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261126T201500",
        "DTSTART;TZID=Europe/London:20261126T191500",
        "DTSTART;TZID=America/New_York:20261126T141500",
    ],
)
def test_a_start_in_any_zone_comes_out_as_the_clock_at_the_cinema(house: Engine, start: str) -> None:
    report = publish_sheet(house, content=calendar(event(start, FILM)))
    assert [problem.code for problem in report.problems] == []
    assert starts(house) == ["26 20:15"]


def test_a_zone_that_nobody_knows_is_the_cinemas_with_a_warning(house: Engine) -> None:
    report = publish_sheet(house, content=calendar(event("DTSTART;TZID=Kino:20261126T201500", FILM)))
    assert [(one.code, one.row, one.value) for one in report.problems] == [("zone-unknown", 3, "Kino")]
    assert starts(house) == ["26 20:15"]


def test_an_instant_has_no_doubt_where_a_time_comes_twice() -> None:
    row = only_row(calendar(event("DTSTART:20261025T013000Z", FILM)))
    assert row.starts_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    sheet = read(calendar(event("DTSTART;TZID=Europe/Berlin:20261025T023000", FILM)))
    assert [code for code, _, _ in problems(sheet)] == ["time-twice"]


def test_a_time_that_its_zone_skips_is_an_error(house: Engine) -> None:
    report = check_sheet(house, content=calendar(event("DTSTART;TZID=Europe/Berlin:20270328T023000", FILM)))
    assert ("time-missing", 3) in [(one.code, one.row) for one in report.problems]
    assert report.counts.errors == report.counts.rows == 1


def test_an_event_of_a_whole_day_has_no_time(house: Engine) -> None:
    report = check_sheet(house, content=calendar(event("DTSTART;VALUE=DATE:20261126", FILM), event(BERLIN, FILM)))
    assert [(one.code, one.row) for one in report.problems] == [("time-absent", 3)]
    assert (report.counts.errors, report.counts.screenings) == (1, 1)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", ["26", "27", "28"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20261130T191500Z", ["26", "28", "30"]),
        ("FREQ=DAILY;UNTIL=20261127", ["26", "27"]),
        ("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", ["26", "28", "29"]),
        ("FREQ=WEEKLY;COUNT=2", ["26", "03"]),
        ("FREQ=WEEKLY;BYDAY=TH,MO;COUNT=4", ["26", "30", "03", "07"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU;COUNT=4", ["26", "06", "10", "20"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=MO;COUNT=4", ["26", "29", "10", "13"]),
        ("FREQ=MONTHLY;COUNT=3", ["26", "26", "26"]),
        ("FREQ=MONTHLY;BYDAY=-1TH;COUNT=2", ["26", "31"]),
        ("FREQ=MONTHLY;BYDAY=1SU;COUNT=3", ["26", "06", "03"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["26", "30", "31"]),
        ("FREQ=YEARLY;UNTIL=20270101T000000Z", ["26"]),
    ],
)
def test_what_repeats_is_a_screening_each_time(rule: str, expected: list[str]) -> None:
    sheet = read(calendar(event(BERLIN, FILM, f"RRULE:{rule}")))
    assert list(problems(sheet)) == []
    assert [row.starts_at.strftime("%d") for row in sheet.rows if row.starts_at] == expected
    assert {row.number for row in sheet.rows} == {3}


def test_what_repeats_keeps_its_time_of_day_when_the_clocks_change() -> None:
    sheet = read(calendar(event("DTSTART;TZID=Europe/Berlin:20261024T201500", FILM, "RRULE:FREQ=DAILY;COUNT=2")))
    assert [f"{row.starts_at:%d %H:%M}" for row in sheet.rows] == ["24 18:15", "25 19:15"]


def test_exceptions_additions_and_moved_ones_are_minded(house: Engine) -> None:
    series = event(
        "UID:sneak",
        BERLIN,
        FILM,
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20261127T201500",
        "RDATE:20261205T191500Z",
    )
    moved = event("UID:sneak", "RECURRENCE-ID:20261128T191500Z", "DTSTART:20261128T203000Z", FILM)
    content = calendar(series, moved)
    publish_sheet(house, content=content)
    assert starts(house) == ["26 20:15", "28 21:30", "29 20:15", "05 20:15"]
    before = stored(house)
    # The one that moved is the screening that it was.
    report = publish_sheet(house, content=content.replace(b"203000Z", b"210000Z"))
    assert (report.counts.moved, report.counts.unchanged) == (1, 3)
    assert [one.id for one in stored(house)] == [one.id for one in before]


def test_what_repeats_without_end_is_read_for_half_a_year_from_when_it_was_written() -> None:
    old = event("DTSTAMP:20261120T100000Z", "DTSTART:20260101T191500Z", FILM, "RRULE:FREQ=WEEKLY")
    sheet = read(calendar(old))
    assert list(problems(sheet)) == [("repeat-long", 3, "RRULE")]
    assert "2027-05-21" in sheet.problems[0].message
    assert max(row.date for row in sheet.rows) == "20270520T191500"


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;BYSETPOS=1", "INTERVAL=2", "FREQ=WEEKLY;BYDAY=XX", "?"])
def test_a_way_to_repeat_that_is_not_read_is_said_and_the_first_start_counts(rule: str) -> None:
    sheet = read(calendar(event(BERLIN, FILM, f"RRULE:{rule}")))
    assert (len(sheet.rows), list(problems(sheet))) == (1, [("repeat-unknown", 3, "RRULE")])


def test_a_cancelled_event_is_a_cancelled_screening(house: Engine) -> None:
    publish_sheet(house, content=calendar(event(BERLIN, FILM)))
    publish_sheet(house, content=calendar(event(BERLIN, FILM, "STATUS:CANCELLED")))
    assert [one.status for one in stored(house)] == ["cancelled"]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("Saal 2", ("", "Saal 2")),
        ("Großer Saal\\, Moviemento\\, Kottbusser Damm 22", ("", "Großer Saal")),
        ("Moviemento\\, Kottbusser Damm 22\\, 10967 Berlin", ("Moviemento", "")),
        ("Moviemento\\, Kino 1", ("Moviemento", "Kino 1")),
        ("Kottbusser Damm 22\\, Berlin", ("", "")),
    ],
)
def test_a_location_is_a_cinema_or_an_auditorium(location: str, expected: tuple[str, str]) -> None:
    row = only_row(calendar(event(BERLIN, FILM, f"LOCATION:{location}")))
    assert (row.cinema, row.auditorium) == expected


def test_several_calendars_may_stand_in_one_file() -> None:
    assert len(read(calendar(event(BERLIN, FILM)) + calendar(event(BERLIN, "SUMMARY:Dune"))).rows) == 2


def test_a_broken_event_loses_no_good_one(house: Engine) -> None:
    content = calendar(event(BERLIN, FILM), event("SUMMARY"), event(FILM), "BEGIN:VEVENT\r\nSUMMARY:Ohne Ende\r\n")
    report = check_sheet(house, content=content)
    assert (report.counts.rows, report.counts.screenings, report.counts.errors) == (4, 1, 3)
    assert [one.row for one in report.problems if one.code == "event-broken"] == [7, 13]


@pytest.mark.parametrize("content", [b"BEGIN:VCALENDAR", calendar()])
def test_a_calendar_without_events_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="The calendar has no events"):
        read(content)
