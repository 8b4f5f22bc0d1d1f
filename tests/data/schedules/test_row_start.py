"""A row's cells say when it starts; what they leave open the other rows, the country and the zone decide."""

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.errors import FileUnreadableError
from data.problem import Severity
from data.schedules.report import Report
from data.tables.database import reading
from data.tables.screening import Screening
from tests.data.factories import BERLIN, add_cinema, check_sheet, publish_sheet, row


def said(report: Report) -> list[tuple[str, str | None, str | None]]:
    return [(problem.code, problem.column, problem.value) for problem in report.problems]


def starts(report: Report) -> list[str]:
    return [change.starts_at.isoformat() for change in report.changes]


def evenings(engine: Engine) -> list[tuple[str, str]]:
    """Give each stored start in Berlin with its evening."""
    with reading(engine) as session:
        rows = session.exec(select(Screening).order_by(col(Screening.starts_at))).all()
        return [(f"{one.starts_at.astimezone(BERLIN):%m-%d %H:%M}", f"{one.programme_on:%m-%d}") for one in rows]


@pytest.mark.parametrize(
    ("date", "time"),
    [
        *(("26.11.", "20.15"), ("Do 26.11.", "20h15"), ("Do, 26. Nov", "8:15 PM"), ("46352", "0,84375")),
        *(
            ("Do 26.11. 20:15", ""),
            ("46352.84375", ""),
            ("2026-11-26T20:15:00+01:00", ""),
            ("2026-11-26 00:00:00", "20:15"),
        ),
        *(
            ("2026-11-26T20:15", "20:15"),
            ("2026-11-26T20:15+01:00", "20:15"),
            ("26.11.", "2026-11-26T20:15"),
            ("26/11/2026", "20 Uhr 15"),
        ),
    ],
)
def test_a_start_is_read_however_it_is_written(house: Engine, date: str, time: str) -> None:
    report = check_sheet(house, row(date=date, time=time))
    assert (starts(report), report.problems) == (["2026-11-26T20:15:00+01:00"], [])


def test_a_programme_without_years_runs_on_into_the_new_one(house: Engine) -> None:
    report = check_sheet(house, row(date="28.12."), row(date="Sa 02.01."))
    assert [start[:10] for start in starts(report)] == ["2026-12-28", "2027-01-02"]
    assert report.problems == []


def test_the_country_of_the_cinema_says_which_number_is_the_day(house: Engine) -> None:
    add_cinema(house, "film-forum", country="US", time_zone="America/New_York", lat=40.73, lon=-74.0)
    assert starts(check_sheet(house, row(date="12/11/2026"), cinema="film-forum")) == ["2026-12-11T20:00:00-05:00"]
    assert starts(check_sheet(house, row(date="11/12/2026"))) == ["2026-12-11T20:00:00+01:00"]


def test_the_other_rows_say_which_number_is_the_day(house: Engine) -> None:
    report = check_sheet(house, row(date="12/11/2026"), row(date="12/24/2026"))
    assert [start[:10] for start in starts(report)] == ["2026-12-11", "2026-12-24"]


def test_rows_of_another_house_do_not_explain_our_own(house: Engine) -> None:
    odd = row(date="12/24/2026", cinema="Odeon")
    report = check_sheet(house, row(date="11/12/2026", cinema="Moviemento"), odd)
    assert [start[:10] for start in starts(report)] == ["2026-12-11"]


def test_where_nothing_says_which_number_is_the_day_a_person_has_to(house: Engine) -> None:
    add_cinema(house, "ottawa", country="CA", time_zone="America/Toronto", lat=45.42, lon=-75.7)
    report = check_sheet(house, row(date="11/12/2026", version=""), cinema="ottawa")
    assert (said(report), starts(report)[0][:10]) == ([("date-ambiguous", "date", "11/12/2026")], "2026-12-11")


def test_a_weekday_that_is_not_of_the_date_is_doubtful_and_the_date_counts(house: Engine) -> None:
    report = check_sheet(house, row(date="Fr 26.11."))
    assert (said(report), starts(report)[0][:10]) == ([("weekday-wrong", "date", "Fr 26.11.")], "2026-11-26")


@pytest.mark.parametrize(
    ("date", "time", "code", "column"),
    [
        *(("26.13.", "20:00", "date-unreadable", "date"), ("29.02.2027", "20:00", "date-unreadable", "date")),
        *(("2026-11-26", "2o:15", "time-unreadable", "time"), ("2026-11-26", "20:15-22:00", "time-unreadable", "time")),
        *(("2026-11-26", "", "time-absent", "time"), ("2026-11-26", "ganztägig", "time-absent", "time")),
        *(("2026-11-26 00:00:00", "", "time-absent", "date"), ("2062-11-26", "20:00", "date-far", "date")),
        *(("2028-01-01", "20:00", "date-far", "date"), ("2027-03-28T02:30", "", "time-missing", "date")),
    ],
)
def test_what_cannot_be_a_start_is_an_error_with_its_cell(
    house: Engine, date: str, time: str, code: str, column: str
) -> None:
    report = check_sheet(house, row(date=date, time=time))
    assert [(one.code, one.column, one.severity) for one in report.problems] == [(code, column, Severity.ERROR)]
    assert (report.counts.errors, report.counts.screenings) == (1, 0)


def test_midnight_is_a_time_where_the_column_has_others(house: Engine) -> None:
    report = check_sheet(house, row(date="2026-11-26 20:15:00", time=""), row(date="2026-11-28 00:00:00", time=""))
    assert starts(report) == ["2026-11-26T20:15:00+01:00", "2026-11-28T00:00:00+01:00"]


@pytest.mark.parametrize("written", ["2027-07-01T20:15:00+01:00", "2027-07-01T20:15Z", "2027-07-01 20:15:00-04:00"])
def test_an_offset_that_no_clock_at_the_cinema_shows_is_doubtful_and_the_clock_counts(
    house: Engine, written: str
) -> None:
    report = check_sheet(house, row(date=written, time=""))
    assert said(report) == [("offset-wrong", "date", written)]
    assert starts(report) == ["2027-07-01T20:15:00+02:00"]


def test_the_time_of_greenwich_is_right_in_london_in_winter(house: Engine) -> None:
    add_cinema(house, "prince-charles", country="GB", time_zone="Europe/London", lat=51.51, lon=-0.13)
    assert (
        check_sheet(house, row(date="2026-11-26T20:15Z", time="", version=""), cinema="prince-charles").problems == []
    )
    summer = check_sheet(house, row(date="2027-07-01T20:15Z", time="", version=""), cinema="prince-charles")
    assert [problem.code for problem in summer.problems] == ["offset-wrong"]


def test_the_second_of_two_equal_times_is_not_what_an_offset_makes_it(house: Engine) -> None:
    report = check_sheet(house, row(date="2027-10-31T02:30:00+01:00", time=""))
    assert [problem.code for problem in report.problems] == ["time-twice", "offset-wrong"]
    assert starts(report) == ["2027-10-31T02:30:00+02:00"]


@pytest.mark.parametrize("time", ["03:00", "04:00", "7:59"])
def test_a_start_in_the_middle_of_the_night_is_doubtful(house: Engine, time: str) -> None:
    assert said(check_sheet(house, row(time=time))) == [("night-start", "time", time)]


@pytest.mark.parametrize("time", ["02:59", "08:00", "00:30", "24:30"])
def test_a_late_or_an_early_start_is_none(house: Engine, time: str) -> None:
    assert check_sheet(house, row(time=time)).problems == []


@pytest.mark.parametrize("time", ["24:00", "24:30", "28:15"])
def test_hours_that_are_counted_on_are_of_the_evening_under_which_they_stand(house: Engine, time: str) -> None:
    publish_sheet(house, row(time=time))
    ((start, evening),) = evenings(house)
    assert (start[:5], evening) == ("11-27", "11-26")


def test_a_row_that_says_its_time_twice_counts_by_its_column(house: Engine) -> None:
    report = check_sheet(house, row(date="2026-11-26T18:00", time="20:15"), row(date="27.11.", time="2026-12-27 20:15"))
    assert [problem.code for problem in report.problems] == ["times-differ", "times-differ"]
    assert starts(report) == ["2026-11-26T20:15:00+01:00", "2026-11-27T20:15:00+01:00"]


def test_the_start_is_that_of_the_programme_not_of_the_feature(house: Engine) -> None:
    report = check_sheet(house, row(time="20:00", featurestarttime="20:20"), row(time="23:50", featurestarttime="0:10"))
    assert (starts(report)[0][11:16], report.problems) == ("20:00", [])


def test_a_feature_before_its_programme_is_doubtful(house: Engine) -> None:
    assert said(check_sheet(house, row(time="20:20", filmbeginn="20:00"))) == [("feature-early", "filmbeginn", "20:00")]


def test_the_start_of_the_feature_stands_in_where_there_is_no_other(house: Engine) -> None:
    content = b"Date;Feature Start;Title\n2026-11-26;20:20;Red Rocket"
    assert starts(check_sheet(house, content=content)) == ["2026-11-26T20:20:00+01:00"]


@pytest.mark.parametrize("header", ["Datum und Uhrzeit", "Showtime", "date_time", "Termin"])
def test_day_and_time_may_share_a_column(house: Engine, header: str) -> None:
    content = f"{header};Titel\nDo 26.11. 20:15;Red Rocket\nFr 27.11.;Red Rocket".encode()
    report = check_sheet(house, content=content)
    assert starts(report) == ["2026-11-26T20:15:00+01:00"]
    assert [(one.code, one.row) for one in report.problems] == [("time-absent", 3)]


@pytest.mark.parametrize(
    ("cells", "start", "evening"),
    [
        # The date is that of the calendar.
        ({"date": "2026-11-27", "time": "00:30", "business_date": "2026-11-26"}, "11-27 00:30", "11-26"),
        # The date repeats the business date.
        ({"date": "2026-11-26", "time": "00:30", "business_date": "2026-11-26"}, "11-27 00:30", "11-26"),
        ({"date": "", "time": "00:30", "business_date": "26.11."}, "11-27 00:30", "11-26"),
        ({"date": "", "time": "20:00", "business_date": "26.11."}, "11-26 20:00", "11-26"),
        # A vendor whose evening lasts longer than ours: its own word wins.
        ({"date": "2026-11-27", "time": "05:30", "business_date": "2026-11-26"}, "11-27 05:30", "11-26"),
        ({"date": "2026-11-27 00:30", "time": "", "business_date": "46352"}, "11-27 00:30", "11-26"),
    ],
)
def test_a_business_date_is_the_evening(house: Engine, cells: dict[str, str], start: str, evening: str) -> None:
    publish_sheet(house, row(**cells))
    assert evenings(house) == [(start, evening)]


@pytest.mark.parametrize("business_date", ["2026-11-25", "2026-11-27", "2027-11-26", "?"])
def test_a_business_date_that_cannot_be_is_doubtful_and_the_date_counts(house: Engine, business_date: str) -> None:
    report = publish_sheet(house, row(business_date=business_date))
    assert said(report) == [("business-date-wrong", "business_date", business_date)]
    assert evenings(house) == [("11-26 20:00", "11-26")]


def test_a_business_date_may_be_the_only_date(house: Engine) -> None:
    publish_sheet(house, content=b"Spieltag;Zeit;Titel\n26.11.;20:15;Red Rocket\n26.11.;0:15;Red Rocket")
    assert evenings(house) == [("11-26 20:15", "11-26"), ("11-27 00:15", "11-26")]


def test_the_past_is_not_doubted(house: Engine) -> None:
    report = check_sheet(house, row(date="Mo 20.11.2026", time="04:00"), row())
    assert (report.counts.past, report.problems) == (1, [])


def test_every_sentence_says_what_to_do_or_what_counts(house: Engine) -> None:
    report = check_sheet(house, row(date="?", time="?"), row(date="Fr 26.11.", time="04:00"), row(date="2062-01-01"))
    for problem in report.problems:
        assert problem.message.endswith((".", "?"))
        assert any(word in problem.message for word in ("rite", "counts", "orrect", "cannot be published"))


@pytest.mark.parametrize("header", ["Beginn", "Start", "Zeit"])
@pytest.mark.parametrize("cell", ["26.11.2026 20:15", "2026-11-26T20:15:00", "46352.84375"])
def test_without_a_column_of_days_the_one_of_times_may_have_both(house: Engine, header: str, cell: str) -> None:
    report = check_sheet(house, content=f"{header};Titel\n{cell};Red Rocket\n".encode())
    assert (starts(report), report.problems) == (["2026-11-26T20:15:00+01:00"], [])


def test_without_any_day_the_file_is_told_what_is_missing(house: Engine) -> None:
    with pytest.raises(FileUnreadableError, match="none for the date"):
        check_sheet(house, content=b"Beginn;Titel\n20.11;Red Rocket\n20:15;Vesper\n")


def test_a_time_that_a_spreadsheet_wrote_with_its_first_day_is_a_time(house: Engine) -> None:
    report = check_sheet(house, row(date="26.11.2026", time="1899-12-30 20:15:00"))
    assert (starts(report), report.problems) == (["2026-11-26T20:15:00+01:00"], [])
