"""A tall sheet is read whatever its separator and its words, and each row keeps its place in the file."""

from datetime import date

import pytest

from data.errors import FileUnreadableError
from data.schedules.readers.workbook import read_workbook
from data.schedules.sheet import Sheet
from tests.data.factories import row, sheet

TODAY = date(2026, 11, 25)
HEADER = "Datum;Zeit;Titel;Fassung\n"


def read_tall_sheet(content: bytes) -> Sheet:
    return read_workbook(content, TODAY)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_cells_are_separated_by_semicolons_commas_or_tabs(separator: str) -> None:
    read = read_tall_sheet(sheet(row(title="Ja; nein, und\tvielleicht"), separator=separator))
    assert read.rows[0].title == "Ja; nein, und\tvielleicht"
    assert read.rows[0].auditorium == "Kino 1"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_machine(ending: str) -> None:
    read = read_tall_sheet(
        f"{HEADER}2026-11-26;20:00;A;\n2026-11-27;20:00;B, C, D, E;\n".replace("\n", ending).encode()
    )
    assert [one.title for one in read.rows] == ["A", "B, C, D, E"]


@pytest.mark.parametrize(
    "header",
    ["date;time;title", "Datum;Uhrzeit;Film", "TAG;BEGINN;FILMTITEL", "Jour;Heure;Titre", " Datum ;Zeit;Titel"],
)
def test_headers_are_understood_in_several_languages(header: str) -> None:
    first = read_tall_sheet(f"{header}\n2026-11-26;20:00;Red Rocket".encode()).rows[0]
    assert (first.date, first.time, first.title) == ("2026-11-26", "20:00", "Red Rocket")


def test_the_columns_may_stand_in_any_order() -> None:
    first = read_tall_sheet(b"Spielst\xc3\xa4tte;Titel;Source_ID;Zeit;Datum\nMoviemento;A;77;20:00;2026-11-26").rows[0]
    assert (first.cinema, first.title, first.source_id, first.time) == ("Moviemento", "A", "77", "20:00")


def test_a_column_that_is_not_known_is_named_and_left_aside() -> None:
    read = read_tall_sheet(b"Datum;Zeit;Titel;Eintritt\n2026-11-26;20:00;A;9 Euro")
    assert read.ignored_columns == ("Eintritt",)
    assert read.columns == {"date": "Datum", "time": "Zeit", "title": "Titel"}


def test_rows_are_numbered_as_in_a_spreadsheet() -> None:
    read = read_tall_sheet(f'{HEADER}\n2026-11-26;20:00;"A\nzweite Zeile";\n;;;\n2026-11-26;22:00;B;\n'.encode())
    assert [(one.number, one.title) for one in read.rows] == [(3, "A\nzweite Zeile"), (5, "B")]


def test_a_short_row_has_empty_cells() -> None:
    assert read_tall_sheet(f"{HEADER}2026-11-26;20:00;A".encode()).rows[0].version == ""


def test_empty_cells_beyond_the_header_are_no_problem() -> None:
    assert read_tall_sheet(f"{HEADER}2026-11-26;20:00;A;OmU;;;".encode()).problems == ()


def test_a_row_with_too_many_cells_is_barred_with_its_number() -> None:
    read = read_tall_sheet(f"{HEADER}2026-11-26;20:00;A;OmU\n2026-11-26;20:00;A; B;OmU".encode())
    assert [(problem.code, problem.row, problem.severity) for problem in read.problems] == [
        ("too-many-cells", 3, "error")
    ]
    assert len(read.rows) == 2


def test_two_columns_of_one_kind_are_refused() -> None:
    with pytest.raises(FileUnreadableError, match=r"Two columns are headed as the title"):
        read_tall_sheet(b"Datum;Zeit;Titel;Film\n2026-11-26;20:00;A;B")


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (b"2026-11-26;Red Rocket;OmU", "date and the time and the title"),
        (b"Datum;Titel\n2026-11-26;A", "time"),
    ],
)
def test_a_file_whose_columns_are_not_named_says_which_are_missing(content: bytes, missing: str) -> None:
    with pytest.raises(FileUnreadableError, match=f"none for the {missing}"):
        read_tall_sheet(content)


@pytest.mark.parametrize("content", [b"\xff\xfe", b";;;\n;;;"])
def test_a_file_without_a_word_says_so(content: bytes) -> None:
    with pytest.raises(FileUnreadableError, match="nothing but separators"):
        read_tall_sheet(content)


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows() -> None:
    content = f'{HEADER}2026-11-26;20:00;"A;OmU\n2026-11-26;22:00;B;OmU\n2026-11-27;20:00;C;OmU\n'.encode()
    with pytest.raises(FileUnreadableError, match="quotation mark in row 2 is never closed"):
        read_tall_sheet(content)


def test_quotation_marks_within_a_title_are_kept() -> None:
    read = read_tall_sheet(f'{HEADER}2026-11-26;20:00;Der "Club";OmU\n2026-11-26;22:00;"Der ""Club""";OmU'.encode())
    assert [one.title for one in read.rows] == ['Der "Club"', 'Der "Club"']


def test_a_cell_without_end_is_refused_as_a_whole() -> None:
    with pytest.raises(FileUnreadableError, match="cannot be read as CSV"):
        read_tall_sheet(f"{HEADER}2026-11-26;20:00;{'A' * 200_000};".encode())


def test_a_header_cannot_hide_what_it_says() -> None:
    read = read_tall_sheet("Datum;Zeit;Titel;\u202etirtniE\u001b[31m\n2026-11-26;20:00;A;9".encode())
    assert read.ignored_columns == ("tirtniE[31m",)


def test_a_refusal_repeats_no_control_characters() -> None:
    with pytest.raises(FileUnreadableError) as refusal:
        read_tall_sheet("Wann\u001b[2J;\u202eWas\n1;2".encode())
    assert not {"\u001b", "\u202e"} & set(str(refusal.value))


@pytest.mark.parametrize(
    "header",
    [
        *("Data;Ora;Titolo;Versione;Sala", "Fecha;Hora;Película;Versión;Sala", "Datum;Aanvang;Film;Versie;Zaal"),
        *("Data;Godzina;Tytuł;Wersja;Sala", "Datum;Čas;Název filmu;Verze;Sál", "Date;Séance;Titre;Version;Salle"),
        *("DATUM:;Uhrzeit*;Film-Titel;Sprachfassung;Kino", "Show_Date;Start_Time;Movie;Version;Screen"),
    ],
)
def test_headers_are_understood_in_eight_languages(header: str) -> None:
    first = read_tall_sheet(f"{header}\n2026-11-26;20:00;Red Rocket;OmU;1".encode()).rows[0]
    assert (first.date, first.time, first.title) == ("2026-11-26", "20:00", "Red Rocket")
    assert (first.version, first.auditorium) == ("OmU", "1")


def test_a_header_may_stand_below_titles_and_remarks() -> None:
    above = "Kino Moviemento, Kottbusser Damm 22\nProgramm;;;\n\n"
    read = read_tall_sheet(f"{above}{HEADER}2026-11-26;20:00;A, B;OmU".encode())
    assert [(row.number, row.title) for row in read.rows] == [(5, "A, B")]


@pytest.mark.parametrize(
    ("header", "cinema", "auditorium"),
    [("Kino;Saal", "X", "Y"), ("Kino", "", "X"), ("Cinema", "X", ""), ("Spielstätte;Kino", "X", "Y")],
)
def test_kino_is_the_house_beside_an_auditorium_and_else_the_auditorium(
    header: str, cinema: str, auditorium: str
) -> None:
    first = read_tall_sheet(f"Datum;Zeit;Titel;{header}\n2026-11-26;20:00;A;X;Y".encode()).rows[0]
    assert (first.cinema, first.auditorium) == (cinema, auditorium)


def test_a_time_in_a_column_for_both_is_the_time_beside_a_date() -> None:
    first = read_tall_sheet(b"Datum;Vorstellung;Titel\n2026-11-26;20:00;A").rows[0]
    assert (first.date, first.time) == ("2026-11-26", "20:00")


@pytest.mark.parametrize(
    "line",
    [
        "Red Rocket;26.11.2026;20:15;OmU;Kino 1;https://kino.example/{};120",
        "https://kino.example/{};120;Kino 1;OmU;20:15;26.11.2026;Red Rocket",
        "120;Kino 1;Red Rocket;Do 26.11. 20:15;OmU;https://kino.example/{}",
    ],
)
def test_without_a_header_columns_are_known_by_what_their_cells_look_like(line: str) -> None:
    content = "\n".join(line.format(number).replace("Rocket", f"Rocket {number}") for number in (1, 2, 3))
    read = read_tall_sheet(content.encode())
    first = read.rows[0]
    assert read.reader == "bare-sheet"
    assert (first.number, first.title, first.version, first.auditorium) == (1, "Red Rocket 1", "OmU", "Kino 1")
    assert "26.11." in first.date
    assert "20:15" in (first.date + first.time)
    assert first.booking_url == "https://kino.example/1"
    assert [problem.code for problem in read.problems] == ["header-missing"]
    assert len(read.ignored_columns) == 1


def test_of_columns_without_a_header_the_one_of_houses_is_the_cinema() -> None:
    lines = "Freiluftkino Insel;MAUDIE;MO 11.06. 21:30\nFreiluftkino Rehberge;LADY BIRD;16. JUL\n"
    read = read_tall_sheet(lines.encode())
    assert [(row.cinema, row.title, row.date) for row in read.rows] == [
        ("Freiluftkino Insel", "MAUDIE", "MO 11.06. 21:30"),
        ("Freiluftkino Rehberge", "LADY BIRD", "16. JUL"),
    ]
    assert read.columns == {"cinema": "column A", "title": "column B", "date": "column C"}


def test_commas_in_a_title_separate_nothing() -> None:
    read = read_tall_sheet(
        sheet(row(title="Eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn"), separator=";")
    )
    assert read.rows[0].title.startswith("Eins, zwei")
