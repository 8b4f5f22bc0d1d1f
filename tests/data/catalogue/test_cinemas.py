"""Cinemas come in from CSV: good rows in spite of bad ones, what is known kept, the same file once."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.catalogue.cinemas import import_cinemas
from data.catalogue.report import CatalogueReport
from data.errors import FileUnreadableError
from data.problem import Severity
from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.database import reading, writing

pytestmark = pytest.mark.both_databases

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
PLAIN = "name,lat,lon\nMoviemento,52.49033,13.4234\nKino Central,52.52457,13.40184\n"


def bring_in(engine: Engine, content: str | bytes) -> CatalogueReport:
    with writing(engine) as session:
        return import_cinemas(session, content.encode() if isinstance(content, str) else content, now=NOW)


def cinemas(engine: Engine) -> dict[str, Cinema]:
    with reading(engine) as session:
        found = {cinema.slug: cinema for cinema in session.exec(select(Cinema).order_by(Cinema.slug))}
        session.expunge_all()
    return found


def changes(engine: Engine) -> list[tuple[str, datetime, list[int]]]:
    with reading(engine) as session:
        return [(change.kind, change.changed_at, change.film_ids) for change in session.exec(select(Change))]


def counts(report: CatalogueReport) -> tuple[int, int, int, int, int]:
    return report.rows, report.added, report.changed, report.unchanged, report.errors


def found(report: CatalogueReport) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.row, problem.column) for problem in report.problems]


def test_what_a_file_does_not_say_comes_from_the_position(engine: Engine) -> None:
    assert counts(bring_in(engine, PLAIN)) == (2, 2, 0, 0, 0)
    moviemento = cinemas(engine)["moviemento"]
    assert (moviemento.name, moviemento.lat, moviemento.lon) == ("Moviemento", 52.49033, 13.4234)
    assert (moviemento.time_zone, moviemento.country) == ("Europe/Berlin", "DE")
    assert (moviemento.is_outdoor, moviemento.wheelchair, moviemento.screens) == (False, None, None)


@pytest.mark.parametrize(
    ("lat", "lon", "zone", "country"),
    [
        (19.076, 72.8777, "Asia/Kolkata", "IN"),
        (50.4501, 30.5234, "Europe/Kyiv", "UA"),
        (-34.6, -58.38, "America/Argentina/Buenos_Aires", "AR"),
        (48.2082, 16.3738, "Europe/Vienna", "AT"),
    ],
)
def test_zone_and_country_are_known_all_over_the_world(
    engine: Engine, lat: float, lon: float, zone: str, country: str
) -> None:
    bring_in(engine, f"name,lat,lon\nKino,{lat},{lon}\n")
    assert (cinemas(engine)["kino"].time_zone, cinemas(engine)["kino"].country) == (zone, country)


def test_the_shape_with_one_address_comes_in(engine: Engine) -> None:
    file = (
        "slug,name,address,lat,lon,website,outdoor\n"
        'cinemaxx,CinemaxX,"Potsdamer Straße 5, Berlin, 10785",52.5086,13.3737,https://www.cinemaxx.de/Home?Id=12,\n'
        "hasenheide,Freiluftkino Hasenheide,,52.4836,13.4163,,yes\n"
    )
    report = bring_in(engine, file)
    house, garden = cinemas(engine)["cinemaxx"], cinemas(engine)["hasenheide"]
    assert report.problems == ()
    assert (house.street, house.postcode, house.city) == ("Potsdamer Straße 5", "10785", "Berlin")
    assert (house.website, house.is_outdoor) == ("https://www.cinemaxx.de/Home?Id=12", False)
    assert (garden.street, garden.is_outdoor) == (None, True)


def test_the_shape_with_kinds_comes_in_and_names_the_columns_that_nobody_reads(engine: Engine) -> None:
    file = (
        "name,street,postcode,city,lat,lon,website,screens,wheelchair,kind,confidence,note\n"
        "ACUDkino,Veteranenstraße 21,10119,Berlin,52.53366,13.40082,https://acudkino.de/,2,limited,cinema,A,\n"
        "Freiluftkino,Park 1,10119,Berlin,52.541,13.411,,1,,open-air (summer),A,wet\n"
    )
    report = bring_in(engine, file)
    assert report.ignored_columns == ("confidence", "note")
    assert report.problems == ()
    assert (cinemas(engine)["acudkino"].screens, cinemas(engine)["acudkino"].wheelchair) == (2, "limited")
    assert [cinema.is_outdoor for cinema in cinemas(engine).values()] == [False, True]


def test_semicolons_a_byte_order_mark_and_decimal_commas_are_read(engine: Engine) -> None:
    file = b"\xef\xbb\xbfName;Lat;Lon\r\nH\xc3\xb6fekino;52,52407;13,40191\r\n;;\r\n"
    assert counts(bring_in(engine, file)) == (1, 1, 0, 0, 0)
    assert cinemas(engine)["hoefekino"].lat == 52.52407


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    bring_in(engine, PLAIN)
    assert counts(bring_in(engine, PLAIN)) == (2, 0, 0, 2, 0)
    assert changes(engine) == [("cinemas", NOW, [])]


def test_a_file_without_news_writes_no_change(engine: Engine) -> None:
    bring_in(engine, "name,lat,lon\nNowhere,0,0\n")
    assert changes(engine) == []


def test_an_empty_cell_and_a_missing_column_never_erase_what_is_known(engine: Engine) -> None:
    full = (
        "slug,name,street,postcode,city,country,lat,lon,time_zone,website,screens,wheelchair,outdoor\n"
        "moviemento,Moviemento,Damm 22,10967,Berlin,DE,52.49,13.42,Europe/Berlin,https://m.de/,3,no,yes\n"
    )
    bring_in(engine, full)
    before = cinemas(engine)["moviemento"].model_dump()
    bring_in(engine, "slug,name,street,lat,lon,outdoor\nmoviemento,Moviemento,,52.49,13.42,\n")
    assert cinemas(engine)["moviemento"].model_dump() == before


def test_a_slug_is_updated_by_what_the_file_says(engine: Engine) -> None:
    bring_in(engine, PLAIN)
    report = bring_in(engine, "slug,name,lat,lon,screens\nmoviemento,Moviemento 3,52.5,13.5,3\n")
    assert counts(report) == (1, 0, 1, 0, 0)
    cinema = cinemas(engine)["moviemento"]
    assert (cinema.name, cinema.lat, cinema.lon, cinema.screens) == ("Moviemento 3", 52.5, 13.5, 3)
    assert len(changes(engine)) == 2


def test_a_zone_that_came_from_the_position_follows_it(engine: Engine) -> None:
    bring_in(engine, "slug,name,lat,lon\nkino,Kino,48.2082,16.3738\n")
    bring_in(engine, "slug,name,lat,lon\nkino,Kino,52.5,13.4\n")
    assert (cinemas(engine)["kino"].time_zone, cinemas(engine)["kino"].country) == ("Europe/Berlin", "DE")


def test_a_zone_that_was_written_stays(engine: Engine) -> None:
    bring_in(engine, "slug,name,lat,lon,time_zone,country\nkino,Kino,48.2082,16.3738,Europe/Zurich,CH\n")
    bring_in(engine, "slug,name,lat,lon\nkino,Kino,52.5,13.4\n")
    assert (cinemas(engine)["kino"].time_zone, cinemas(engine)["kino"].country) == ("Europe/Zurich", "CH")


def test_the_same_name_at_the_same_place_is_the_same_cinema(engine: Engine) -> None:
    bring_in(engine, "slug,name,lat,lon\nbali,Bali-Kino,52.43188,13.2597\n")
    assert counts(bring_in(engine, "name,lat,lon\nBALI  Kino,52.4320,13.2597\n")) == (1, 0, 1, 0, 0)
    assert list(cinemas(engine)) == ["bali"]


def test_the_same_name_elsewhere_is_another_cinema_with_a_number(engine: Engine) -> None:
    file = "name,lat,lon\nOdeon,52.481,13.351\nOdeon,52.581,13.351\n"
    report = bring_in(engine, file)
    assert list(cinemas(engine)) == ["odeon", "odeon-2"]
    assert found(report) == [("slug-taken", 3, "name")]
    assert counts(bring_in(engine, file)) == (2, 0, 0, 2, 0)


def test_a_slug_that_the_file_names_is_not_given_to_another(engine: Engine) -> None:
    bring_in(engine, "slug,name,lat,lon\n,Odeon,52.48,13.35\nodeon,Odeon Nord,52.58,13.35\n")
    assert {slug: cinema.lat for slug, cinema in cinemas(engine).items()} == {"odeon": 52.58, "odeon-2": 52.48}


def test_a_name_without_letters_gets_a_slug_too(engine: Engine) -> None:
    bring_in(engine, "name,lat,lon\n…,52.48,13.35\n!!,52.58,13.35\n")
    assert list(cinemas(engine)) == ["cinema", "cinema-2"]


@pytest.mark.parametrize(
    "file",
    [
        "slug,name,lat,lon\nodeon,Odeon,52.481,13.351\nodeon,Odeon Neu,52.491,13.351\n",
        "name,lat,lon\nOdeon,52.481,13.351\nODEON,52.481,13.351\n",
    ],
)
def test_a_cinema_that_stands_twice_in_the_file_comes_in_once(engine: Engine, file: str) -> None:
    report = bring_in(engine, file)
    assert counts(report) == (2, 1, 0, 0, 1)
    assert found(report)[0][:2] == ("cinema-twice", 3)
    assert counts(bring_in(engine, file)) == (2, 0, 0, 1, 1)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (",52.501,13.401,,,", "name-missing", "name"),
        ("Kino,,13.4,,,", "position-missing", "lat"),
        ("Kino,52.5,x,,,", "position-unreadable", "lon"),
        ("Kino,0,0,,,", "position-unknown", "lat"),
        ("Kino,95,13.4,,,", "position-out-of-range", "lat"),
        ("Kino,52.5,213.4,,,", "position-out-of-range", "lon"),
        ("Kino,nan,13.4,,,", "position-out-of-range", "lat"),
        ("Kino,13.401,52.501,,,", "position-swapped", "lat"),
        ("Kino,52.501,13.401,Atlantis,,", "country-unreadable", "country"),
        ("Kino,52.501,13.401,,Europe/Bärlin,", "zone-unknown", "time_zone"),
        ("Kino,52.501,13.401,,../../etc/passwd,", "zone-unknown", "time_zone"),
        ("Kino,30.001,-40.001,,,", "country-unknown", "country"),
        ("Kino,52.501,13.401,,,Kino Nord", "slug-unreadable", "slug"),
        ("Kino, am Park,52.501,13.401,,,kino", "cells-surplus", None),
    ],
)
def test_a_bad_row_stays_out_and_loses_no_good_one(engine: Engine, row: str, code: str, column: str | None) -> None:
    good = "Odeon,52.481,13.351,,,\nPassage,52.471,13.431,,,\n"
    report = bring_in(engine, f"name,lat,lon,country,time_zone,slug\n{good}{row}\nXenon,52.486,13.359,,,\n")
    assert (code, 4, column) in found(report)
    assert all(problem.severity is Severity.ERROR for problem in report.problems)
    assert counts(report) == (4, 3, 0, 0, 1)
    assert list(cinemas(engine)) == ["odeon", "passage", "xenon"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("website", "javascript:alert(1)", "website-unreadable"),
        ("website", "www.kino.de", "website-unreadable"),
        ("website", "https://", "website-unreadable"),
        ("website", "https://[kino", "website-unreadable"),
        ("website", '"https://kino.de/""onclick"', "website-unreadable"),
        ("wheelchair", "maybe", "wheelchair-unreadable"),
        ("screens", "two", "screens-unreadable"),
        ("screens", "0", "screens-unreadable"),
        ("outdoor", "sometimes", "outdoor-unreadable"),
    ],
)
def test_what_is_doubtful_is_left_out_with_a_warning(engine: Engine, column: str, value: str, code: str) -> None:
    report = bring_in(engine, f"name,lat,lon,{column}\nKino,52.501,13.401,{value}\n")
    assert found(report) == [(code, 2, column)]
    assert (report.warnings, report.errors) == (1, 0)
    kino = cinemas(engine)["kino"]
    assert (kino.website, kino.wheelchair, kino.screens, kino.is_outdoor) == (None, None, None, False)


@pytest.mark.parametrize("word", ["yes", "ja", "TRUE", "1"])
def test_outdoor_has_many_words(engine: Engine, word: str) -> None:
    bring_in(engine, f"name,lat,lon,outdoor\nKino,52.5,13.4,{word}\n")
    assert cinemas(engine)["kino"].is_outdoor


def test_characters_that_nobody_sees_are_taken_out_and_named(engine: Engine) -> None:
    report = bring_in(engine, "name,lat,lon\nKino\u202eonik  Eins,52.501,13.401\n")
    assert found(report) == [("hidden-characters", 2, "name")]
    assert cinemas(engine)["kinoonik-eins"].name == "Kinoonik Eins"


def test_swapped_positions_are_found_though_they_keep_each_other_company(engine: Engine) -> None:
    rows = "".join(f"Kino {number},52.{number}1,13.{number}1\n" for number in range(10, 20))
    report = bring_in(engine, f"name,lat,lon\n{rows}A,13.401,52.401\nB,13.501,52.501\n")
    assert found(report) == [("position-swapped", 12, "lat"), ("position-swapped", 13, "lat")]
    assert report.added == 10


def test_a_file_of_the_whole_world_is_not_swapped(engine: Engine) -> None:
    places = ((52.5, 13.4), (40.7, -74.0), (-33.9, 151.2), (35.7, 139.7), (9.0, 38.7), (15.5, 32.5), (-17.5, -149.6))
    rows = "".join(f"Kino {number},{lat},{lon}\n" for number, (lat, lon) in enumerate(places))
    assert counts(bring_in(engine, f"name,lat,lon\n{rows}")) == (7, 7, 0, 0, 0)


def test_three_houses_at_one_spot_are_doubtful_and_come_in(engine: Engine) -> None:
    rows = "A,52.52,13.405\nB,52.52,13.405\nC,52.52,13.405\nD,52.531,13.401\nE,52.531,13.401\n"
    report = bring_in(engine, f"name,lat,lon\n{rows}")
    assert found(report) == [("position-dummy", row, "lat") for row in (2, 3, 4)]
    assert counts(report) == (5, 5, 0, 0, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b"a,b\n", "no column name and no column lat and no column lon.*It reads: a, b"),
        (b"name,lat\nKino,52.5\n", "no column lon"),
        (b"name,lat,lon,lat\n", "column lat is there twice"),
        (b"name,lat,lon\nKi\0no,52.5,13.4\n", "no text"),
        (b'name,lat,lon\n"Kino,52.5,13.4\nOdeon,52.4,13.3\n', "quotation mark in row 2"),
    ],
)
def test_a_file_that_is_none_says_what_it_lacks(engine: Engine, content: bytes, words: str) -> None:
    with pytest.raises(FileUnreadableError, match=words):
        bring_in(engine, content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_file_comes_in_whatever_program_wrote_it(engine: Engine, encoding: str) -> None:
    report = bring_in(engine, "name;lat;lon\nHöfe;52.5;13.4\n".encode(encoding))
    assert counts(report) == (1, 1, 0, 0, 0)


def test_rows_are_numbered_as_a_spreadsheet_does(engine: Engine) -> None:
    report = bring_in(engine, 'name,street,lat,lon\n\n"Kino\nEins",,52.501,13.401\n,,52.601,13.401\n')
    assert found(report) == [("name-missing", 4, "name")]
    assert report.rows == 2


def test_a_row_that_names_its_slug_comes_before_one_that_only_resembles_it(engine: Engine) -> None:
    bring_in(engine, "slug,name,lat,lon\nodeon,Odeon,52.481,13.351\n")
    report = bring_in(engine, "slug,name,lat,lon,screens\n,Odeon,52.481,13.351,7\nodeon,Odeon,52.481,13.351,1\n")
    assert found(report) == [("cinema-twice", 2, "name")]
    assert cinemas(engine)["odeon"].screens == 1
