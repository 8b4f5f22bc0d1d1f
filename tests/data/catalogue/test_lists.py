"""Cinemas come in from tables and JSON in anybody's words, with positions written in many ways."""

import io
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.catalogue.bringing_in import bring_in, cinemas, counts, found, sentences


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "file",
    [
        "Kino;Straße;Hausnummer;PLZ;Ort;Breitengrad;Längengrad\nLichtburg;Damm;22;10967;Berlin;52,49033;13,4234\n",
        "Titel\tAdresse\tKoordinaten\nLichtburg\tDamm 22, 10967 Berlin\t52,49033; 13,4234\n",
        'Name,Anschrift,Position\nLichtburg,"Damm 22, 10967 Berlin","52.49033, 13.4234"\n',
        "Nom;Rue;Code postal;Ville;Latitude;Longitude\nLichtburg;Damm 22;10967;Berlin;52.49033;13.4234\n",
        'name,address,wkt\nLichtburg,"Damm 22, Berlin, 10967",POINT(13.4234 52.49033)\n',
        'venue_name,street_address,zip,city,lat,lng\nLichtburg,Damm 22,10967,Berlin,"52,49033","13,4234"\n',
        "Haus;Strasse;Postleitzahl;Stadt;y;x\nLichtburg;Damm 22;10967;Berlin;52.49033°;13.4234°\n",
        "Stand 2026-11;;;;;\n\nKino;Strasse;PLZ;Ort;Lat;Lon\nLichtburg;Damm 22;10967;Berlin;52.49033;13.4234\n",
        'cinema,street,postalCode,addr:city,geo\nLichtburg,Damm 22,10967,Berlin,"geo:52.49033,13.4234"\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_a_table_is_read_in_anybodys_words(engine: Engine, file: str, encoding: str) -> None:
    report = bring_in(engine, file.encode(encoding))
    house = cinemas(engine)["lichtburg"]
    assert (report.reader, report.problems) == ("table", ())
    assert (house.lat, house.lon) == (52.49033, 13.4234)
    assert (house.street, house.postcode, house.city) == ("Damm 22", "10967", "Berlin")


RECORD = {"name": "Lichtburg", "lat": 52.49033, "lon": 13.4234}


@pytest.mark.parametrize(
    "document",
    [
        [RECORD],
        RECORD,
        {"cinemas": [{"cinema": RECORD, "distance_m": None}], "total": 1},
        {"status": "ok", "results": [RECORD]},
        [{"title": "Lichtburg", "location": {"latitude": "52,49033", "longitude": "13,4234"}}],
        [{"name": "Lichtburg", "location": {"type": "Point", "coordinates": [13.4234, 52.49033]}}],
        {
            "@graph": [
                {"@type": "MovieTheater", "name": "Lichtburg", "geo": {"latitude": 52.49033, "longitude": 13.4234}}
            ]
        },
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"name": "Lichtburg"},
                    "geometry": {"type": "Point", "coordinates": [13.4234, 52.49033]},
                }
            ],
        },
    ],
)
def test_a_list_of_records_is_read(engine: Engine, document: object) -> None:
    report = bring_in(engine, document)
    house = cinemas(engine)["lichtburg"]
    assert (counts(report), [problem.code for problem in report.problems]) == ((1, 1, 0, 0, 0), [])
    assert (house.lat, house.lon) == (52.49033, 13.4234)


def test_yes_and_no_and_unknown_are_three(engine: Engine) -> None:
    told = {"outdoor": True, "drive_in": False, "hearing_loop": None}
    bring_in(engine, [RECORD | told])
    house = cinemas(engine)["lichtburg"]
    assert (house.is_outdoor, house.is_drive_in, house.has_hearing_loop) == (True, False, None)
    bring_in(engine, [RECORD | {"Induktionsschleife": "nein"}])
    assert cinemas(engine)["lichtburg"].has_hearing_loop is False


def test_no_advertising_is_said_and_none_said_is_as_usual(engine: Engine) -> None:
    bring_in(engine, [RECORD | {"advertising_minutes": 0}])
    assert cinemas(engine)["lichtburg"].advertising_minutes == 0
    bring_in(engine, [RECORD | {"Werbung": "25 Minuten"}])
    bring_in(engine, [RECORD])
    assert cinemas(engine)["lichtburg"].advertising_minutes == 25
    report = bring_in(engine, [RECORD | {"Werbung": "61"}])
    assert [problem.code for problem in report.problems] == ["advertising-minutes-unreadable"]
    assert cinemas(engine)["lichtburg"].advertising_minutes == 25


def test_a_drive_in_is_one_by_its_kind_too(engine: Engine) -> None:
    bring_in(engine, [RECORD | {"kind": "Autokino"}])
    house = cinemas(engine)["lichtburg"]
    assert (house.is_drive_in, house.is_outdoor) == (True, True)


def test_a_country_is_known_by_its_name(engine: Engine) -> None:
    names = ("Schweiz", "switzerland", "Suisse", "ch")
    bring_in(engine, [RECORD | {"name": f"Kino {name}", "country": name} for name in names])
    assert {cinema.country for cinema in cinemas(engine).values()} == {"CH"}


@pytest.mark.parametrize("name", ["Kino.xlsx", "two sheets"])
def test_a_workbook_is_read_by_its_first_list_of_cinemas(engine: Engine, name: str) -> None:
    rows: list[list[object]] = [["Kino", "Breite", "Länge", None], ["Lichtburg", 52.49033, 13.4234, None]]
    rows += [["Astra", 52.5, "=1+1", "a remark"]]
    others: dict[str, list[list[object]]] = {"Notizen": [["bitte", "prüfen"]]} if name == "two sheets" else {}
    report = bring_in(engine, workbook(**others, Kinos=rows))
    assert (report.added, report.errors) == (1, 1)
    assert ("worksheet-unread", None, None) in found(report) or not others


@pytest.mark.parametrize(
    ("lat", "words"),
    [
        ("52.520.008", "A spreadsheet put points between the digits"),
        ("52520008", "These are no degrees"),
        ("5820345.12", "metres of a country's own grid"),
        ("1e308", "These are no degrees"),
        ("=A1", "This is no number"),
        ("9" * 5000, "These are no degrees"),
        ("inf", "These are no degrees"),
        ("52.5 N", "This is no number"),
    ],
)
def test_degrees_that_are_none_say_what_happened_to_them(engine: Engine, lat: str, words: str) -> None:
    report = bring_in(engine, f"name;lat;lon\nLichtburg;{lat};13.4234\nAstra;52.501;13.401\n")
    assert (report.added, report.errors) == (1, 1)
    assert words in sentences(report)
    assert len(report.problems[0].value or "") <= 200


@pytest.mark.parametrize("cell", ["Damm 22", "52.5", "13.4, 52.5, 7", "91, 13", "0, 0", "POINT(x y)", "(" * 10_000])
def test_a_position_in_one_cell_that_is_none_is_an_error(engine: Engine, cell: str) -> None:
    report = bring_in(engine, f'name;position\nLichtburg;"{cell}"\n')
    assert (counts(report), report.problems[0].column) == ((1, 0, 0, 0, 1), "position")


def test_problems_are_named_by_the_files_own_words(engine: Engine) -> None:
    report = bring_in(engine, "Kino;Breitengrad;Längengrad\nLichtburg;x;13.4\n;52.501;13.401\n")
    assert found(report) == [("position-unreadable", 2, "Breitengrad"), ("name-missing", 3, "Kino")]


def test_of_two_words_for_one_thing_the_likelier_is_read_and_the_other_named(engine: Engine) -> None:
    report = bring_in(engine, "name;titel;lat;lon;y\nLichtburg;Das Kino am Damm;52.49033;13.4234;9\n")
    assert (list(cinemas(engine)), report.ignored_columns) == (["lichtburg"], ("titel", "y"))


def test_a_novel_in_a_cell_is_left_out_with_a_warning(engine: Engine) -> None:
    report = bring_in(engine, [RECORD | {"operator": "x" * 100_000}])
    assert (found(report), cinemas(engine)["lichtburg"].operator) == ([("text-too-long", 1, "operator")], None)


def test_a_formula_is_no_name(engine: Engine) -> None:
    report = bring_in(engine, 'Kino;lat;lon\n"=HYPERLINK(""http://evil.example"";""x"")";52.501;13.401\n')
    assert found(report) == [("formula-without-result", 2, "Kino"), ("name-missing", 2, "Kino")]


def test_half_a_letter_does_no_harm(engine: Engine) -> None:
    report = bring_in(engine, '[{"name": "Licht\\ud800burg", "lat": 52.49033, "lon": 13.4234, "\\ud800": "\\udfff"}]')
    assert counts(report) == (1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Lichtburg;Damm 22\nAstra;Markt 1\n", "no column name.*It reads: Lichtburg, Damm 22"),
        ("name;street\nLichtburg;Damm 22\n", "no column lat and no column lon"),
        ("name;lat;Lat;lon\nLichtburg;1;2;3\n", "column lat is there twice"),
        (b"%PDF-1.7\n", "This is a PDF"),
        (b"\x89PNG\r\n", "This is a picture"),
        ({"message": "Not found", "errors": []}, "no column name"),
        ({"a": [{"b": 1}], "c": [{"d": 1}]}, "holds no list of cinemas .it begins with a, c"),
        ([], "holds no list of cinemas"),
        ("[1, 2, 3]", "holds no list of cinemas"),
        ([{f"field {number}": "x"} for number in range(600)], "600 different fields"),
        ("[{'name': 'x'", "JSON"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_what_is_no_list_of_cinemas_says_what_it_lacks(engine: Engine, file: Any, words: str) -> None:  # noqa: ANN401 (any file)
    with pytest.raises(FileUnreadableError, match=words):
        bring_in(engine, file)


SWAPPED = "".join(f"Kino {number},8.5{number}1,47.3{number}1,{{}}\n" for number in range(5))


def test_a_whole_file_that_is_swapped_is_known_by_its_country(engine: Engine) -> None:
    report = bring_in(engine, f"name,lat,lon,country\n{SWAPPED.format(*['CH'] * 5)}")
    assert found(report) == [("position-swapped", row, "lat") for row in range(2, 7)]
    assert "as they stand, it is not in CH, the other way round it is" in sentences(report)


def test_a_whole_file_that_is_swapped_is_known_by_the_cinemas_that_are_there(engine: Engine) -> None:
    bring_in(engine, "name,lat,lon\nArthouse,47.371,8.541\n")
    report = bring_in(engine, f"name,lat,lon,country\n{SWAPPED.format(*[''] * 5)}")
    assert (report.errors, report.added) == (5, 0)
    assert "no cinema is within 500 km" in sentences(report)


def test_a_whole_file_that_is_swapped_is_known_by_the_sea(engine: Engine) -> None:
    report = bring_in(engine, "name,lat,lon\nA,13.401,52.501\nB,13.411,52.511\n")
    assert (report.errors, report.added) == (2, 0)
    assert "it lies at sea, the other way round in DE" in sentences(report)


def test_a_house_that_says_its_country_is_where_it_says(engine: Engine) -> None:
    bring_in(engine, "name,lat,lon\nArthouse,47.371,8.541\n")
    report = bring_in(engine, "name,lat,lon,country\nCinema Galkacyo,8.541,47.371,SO\n")
    assert (report.errors, cinemas(engine)["cinema-galkacyo"].time_zone) == (0, "Africa/Mogadishu")


def test_two_houses_of_different_addresses_at_one_spot_are_doubtful(engine: Engine) -> None:
    rows = (
        "Odeon,Hauptstraße 116,10827,Berlin,52.48205,13.34965\nXenon,Kolonnenstraße 5,10827,Berlin,52.48205,13.34965\n"
    )
    report = bring_in(engine, f"name,street,postcode,city,lat,lon\n{rows}")
    assert found(report) == [("position-dummy", row, "lat") for row in (2, 3)]
    assert "Odeon, Xenon" in sentences(report)


def test_one_house_under_several_names_is_told_from_a_placeholder(engine: Engine) -> None:
    rows = "".join(f"{name},52.47748,13.43941\n" for name in ("Passage Kino Neukölln", "Passage Kino", "Passage"))
    report = bring_in(engine, f"name,lat,lon\n{rows}")
    assert found(report) == [("position-shared", row, "lat") for row in (2, 3, 4)]
    assert "kinonah cinemas duplicates" in sentences(report)


def test_a_position_of_two_decimals_is_doubtful(engine: Engine) -> None:
    report = bring_in(engine, "name,lat,lon\nKino,52.52,13.41\n")
    assert (found(report), report.added) == ([("position-coarse", 2, "lat")], 1)


def test_a_list_says_in_which_countries_its_houses_stand(engine: Engine) -> None:
    places = ((47.371, 8.541), (47.381, 8.551), (52.501, 13.401))
    report = bring_in(engine, [{"name": f"Kino {lat}", "lat": lat, "lon": lon} for lat, lon in places])
    assert report.countries == {"CH": 2, "DE": 1}
