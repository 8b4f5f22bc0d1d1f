"""The demo programme: the same for ever, possible in a real house, and with everything a reader may look for."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.demo.cinemas import DemoCinema, Profile, load_demo_cinemas
from data.demo.films import DemoFilm, load_demo_films
from data.demo.weeks import programme_sheet

A_THURSDAY = date(2026, 11, 19)
CINEMAS = load_demo_cinemas()
FILMS = load_demo_films()
MINUTES = {title: film.minutes for film in FILMS for title in (film.title, film.original_title)}
A_DAY = st.dates(date(2024, 1, 1), date(2032, 12, 31))
A_CINEMA = st.sampled_from(CINEMAS)


@dataclass(frozen=True)
class Row:
    """A row of a sheet, read back as a cinema's staff would read it."""

    begins_at: datetime
    auditorium: str
    title: str
    version: str
    format: str

    @property
    def films(self) -> list[str]:
        return [] if self.title == "Sneak Preview" else self.title.split(" + ")

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=sum(MINUTES[title] for title in self.films) or 120)


@cache
def rows_of(cinema: DemoCinema, first_on: date, days: int) -> tuple[Row, ...]:
    sheet = csv.DictReader(programme_sheet(cinema, FILMS, first_on, days).splitlines(), delimiter=";")
    return tuple(
        Row(datetime.fromisoformat(f"{row['Datum']}T{row['Beginn']}"), *(row[name] for name in list(row)[2:]))
        for row in sheet
    )


def city(first_on: date, days: int) -> Iterator[tuple[DemoCinema, Row]]:
    return ((cinema, row) for cinema in CINEMAS for row in rows_of(cinema, first_on, days))


def is_shown(film: DemoFilm, titles: set[str]) -> bool:
    return film.title in titles or film.original_title in titles


def test_a_sheet_is_a_tall_table_with_semicolons() -> None:
    lines = programme_sheet(CINEMAS[0], FILMS, A_THURSDAY, 7).split("\n")
    assert lines[0] == "Datum;Beginn;Saal;Titel;Fassung;Format"
    assert all(line.count(";") == 5 for line in lines[1:-1])
    assert lines[-1] == ""


def test_a_day_written_down_once_stays_as_it_is() -> None:
    adria = next(cinema for cinema in CINEMAS if cinema.slug == "adria-filmtheater")
    assert programme_sheet(adria, FILMS, A_THURSDAY, 1) == (
        "Datum;Beginn;Saal;Titel;Fassung;Format\n"
        "2026-11-19;14:15;;Good Bye, Lenin!;DF;\n"
        "2026-11-19;17:00;;Oppenheimer;DF;\n"
        "2026-11-19;20:30;;Red Rocket;DF;\n"
    )


@given(cinema=A_CINEMA, first_on=A_DAY, later=st.integers(0, 10))
@settings(deadline=None, max_examples=40)
def test_a_later_sheet_agrees_on_the_days_that_both_cover(cinema: DemoCinema, first_on: date, later: int) -> None:
    middle = first_on + timedelta(later)
    whole = programme_sheet(cinema, FILMS, first_on, 14).splitlines()
    before = programme_sheet(cinema, FILMS, first_on, later).splitlines()
    after = programme_sheet(cinema, FILMS, middle, 14 - later).splitlines()
    assert whole == before + after[1:]


@given(cinema=A_CINEMA, day=A_DAY)
@settings(deadline=None, max_examples=40)
def test_rows_belong_to_their_programme_day(cinema: DemoCinema, day: date) -> None:
    for row in rows_of(cinema, day, 1):
        assert (row.begins_at - timedelta(hours=5)).date() == day


@given(cinema=A_CINEMA, first_on=A_DAY)
@settings(deadline=None, max_examples=40)
def test_no_two_films_overlap_in_an_auditorium(cinema: DemoCinema, first_on: date) -> None:
    by_auditorium = defaultdict(list)
    for row in rows_of(cinema, first_on, 7):
        by_auditorium[row.auditorium].append(row)
    for rows in by_auditorium.values():
        for row, following in pairwise(rows):
            assert row.ends_at + timedelta(minutes=30) <= following.begins_at


@given(day=A_DAY)
@settings(deadline=None, max_examples=12)
def test_red_rocket_runs_every_day_in_many_houses_and_two_versions(day: date) -> None:
    shows = [(cinema.slug, row.version) for cinema, row in city(day, 1) if "Red Rocket" in row.films]
    assert len({slug for slug, _ in shows}) >= 8
    assert len({version for _, version in shows}) >= 2


@given(week=st.integers(-150, 400))
@settings(deadline=None, max_examples=12)
def test_every_film_runs_somewhere_in_every_film_week(week: int) -> None:
    titles = {title for _, row in city(A_THURSDAY + timedelta(weeks=week), 7) for title in row.films}
    assert [film.slug for film in FILMS if not is_shown(film, titles)] == []


@example(cinema=next(cinema for cinema in CINEMAS if cinema.slug == "kino-zukunft"), day=date(2028, 12, 15))
@given(cinema=A_CINEMA, day=A_DAY)
@settings(deadline=None, max_examples=100)
def test_every_house_with_a_roof_plays_every_evening(cinema: DemoCinema, day: date) -> None:
    evening = [row for row in rows_of(cinema, day, 1) if row.begins_at.hour >= 19 or row.begins_at.date() > day]
    assert cinema.is_outdoor or evening


@given(day=A_DAY)
@settings(deadline=None, max_examples=12)
def test_a_day_in_the_city_has_a_few_hundred_screenings(day: date) -> None:
    assert 250 <= len(list(city(day, 1))) <= 400


def test_each_title_and_each_part_of_a_double_feature_is_in_the_catalogue() -> None:
    assert {title for _, row in city(A_THURSDAY, 28) for title in row.films} <= set(MINUTES)


def test_every_version_and_format_of_the_legend_occurs_within_a_month() -> None:
    month = [row for _, row in city(A_THURSDAY, 28)]
    assert {row.version for row in month} == {"", "DF", "OV", "OmU", "OmeU"}
    assert {row.format for row in month} == {"", "35 mm", "70 mm", "3D", "IMAX"}


def test_double_features_and_sneaks_occur_within_a_week() -> None:
    week = [row for _, row in city(A_THURSDAY, 7)]
    assert any(len(row.films) == 2 for row in week)
    assert any(row.title == "Sneak Preview" for row in week)


def test_some_start_after_midnight_on_fridays_and_saturdays_only() -> None:
    late = {row.begins_at for _, row in city(A_THURSDAY, 28) if row.begins_at.hour < 5}
    assert {moment.strftime("%H:%M") for moment in late} == {"00:15", "00:30"}
    assert {(moment.date() - timedelta(days=1)).strftime("%A") for moment in late} == {"Friday", "Saturday"}


def test_a_silent_film_has_no_version_and_a_german_one_no_german_subtitles() -> None:
    german = {film.title for film in FILMS if film.original_languages[0] == "de"}
    wordless = {film.title for film in FILMS if film.is_wordless}
    for _, row in city(A_THURSDAY, 14):
        if row.title in wordless:
            assert row.version == ""
        if row.title in german:
            assert row.version in {"DF", "OmeU"}


def test_english_subtitles_are_not_put_under_english_films() -> None:
    english = {
        title for film in FILMS if film.original_languages[0] == "en" for title in (film.title, film.original_title)
    }
    assert not [row for _, row in city(A_THURSDAY, 14) if row.title in english and row.version == "OmeU"]


def test_an_open_air_cinema_rests_in_winter_and_shows_one_film_at_dusk_in_summer() -> None:
    outdoor = [cinema for cinema in CINEMAS if cinema.profile is Profile.OPEN_AIR]
    for cinema in outdoor:
        assert rows_of(cinema, date(2026, 11, 1), 7) == rows_of(cinema, date(2027, 4, 24), 7) == ()
        summer = rows_of(cinema, date(2027, 7, 1), 7)
        assert len(summer) == 7
        assert {row.begins_at.strftime("%H:%M") for row in summer} == {"21:45"}
