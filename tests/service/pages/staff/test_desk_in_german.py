"""On a German page, whatever is wrong is said in German: nothing of the English sentence is left."""

import re
from html import unescape
from string import Formatter

import pytest
from fastapi.testclient import TestClient

from service.pages.staff.told.files import FILES
from service.pages.staff.told.refusals import REFUSALS
from service.pages.staff.told.rows import ROWS
from tests.data.factories import row, sheet
from tests.service.api.staff_of_town import BAD, SPARSE, WEEK
from tests.service.pages.staff.clerk import DESK, Clerk, text_of
from tests.service.pages.staff.editor import FILMS as FILMS_PAGE
from tests.service.pages.staff.editor import Editor

# As long a piece of a pattern, and the page would be partly English.
_TELLING = 12
MESSY = sheet(
    row(date="2026-11-28"),
    row(date="2026-11-28"),
    row(date="2026-11-28", time="2o:15"),
    row(date="2026-11-28", time="20:30", title="Nie gehörter Film", auditorium="1"),
    row(date="2026-11-28", time="21:00", title="Nie gehoerter Fylm", auditorium="1"),
    row(date="2026-11-28", time="17:00", title=""),
    row(date="31.02.2026", time="17:00"),
    row(date="", time="17:00"),
    row(date="2026-11-29", time=""),
    row(date="2026-11-29", time="04:00"),
    row(date="2026-11-29", time="18:00", version="OmXYZ"),
    row(date="2026-11-29", time="19:00", version="OV DF"),
    row(date="2029-11-29"),
    row(date="2026-11-30", time="20:00+03:00"),
    row(date="Mo 01.12.2026"),
)


@pytest.fixture
def clerk(town: TestClient) -> Clerk:
    one = Clerk(town)
    one.headers["Accept-Language"] = "de"
    return one


def english_in(page: str) -> list[str]:
    """Give the pieces of our English sentences that a page shows."""
    said = " ".join(unescape(text_of(re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL))).split())
    pieces = (text for pattern in (*ROWS, *FILES, *REFUSALS) for text, *_ in Formatter().parse(pattern))
    # What a program would send stands in both languages.
    return [piece for piece in pieces if len(piece) >= _TELLING and piece.strip() in said and "unmerge" not in piece]


def alert_in(page: str) -> str:
    (alert,) = re.findall(r'role="alert">(.*?)</p>', page, flags=re.DOTALL)
    return unescape(alert)


def test_the_problems_of_a_file_are_german(clerk: Clerk) -> None:
    page = clerk.open(clerk.drop(MESSY))
    assert english_in(page) == []
    assert 'lang="en"' not in page.partition("<main")[2].partition("</main>")[0]
    told = unescape(text_of(page))
    for sentence in (
        "Das ist keine Uhrzeit. Schreib sie wie 20:15, nach Mitternacht wie 00:30.",
        "Der Film fehlt. Schreib seinen Titel, oder tba.",
        "Hier steht dasselbe wie in Zeile 2; es zählt einmal.",
        "Dieser Tag ist mehr als ein Jahr entfernt",
        "Was OmXYZ heißt, hat uns noch niemand gesagt: Eure Worte bleiben stehen. Die Fassung erscheint als unbekannt.",
        "Diesen Titel kennen wir nicht: Er kommt als neuer Film hinzu.",
    ):
        assert sentence in told


def test_the_same_problems_stay_english_on_an_english_page_and_for_programs(clerk: Clerk, town: TestClient) -> None:
    path = clerk.drop(MESSY)
    told = text_of(clerk.town.get(path, headers=clerk.headers | {"Accept-Language": "en"}).text)
    assert "This row says the same as row 2; it counts once." in told
    number = path.rpartition("/")[2]
    report = town.get(f"/api/v1/cinemas/moviemento/schedules/{number}", headers=clerk.headers).json()
    assert "This is no time of day. Write it as 20:15, and after midnight as 00:30." in [
        one["message"] for one in report["problems"]
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xd8\xff\xe0 a picture", "Das ist ein Bild."),
        (b"%PDF-1.7", "Das ist ein PDF."),
        (b" ", "Die Datei ist leer."),
        (b"PK\x03\x04 broken", "Die Datei ist beschädigt."),
        (b'{"films": [', "Das JSON bricht in Zeile 1 ab"),
        (b"<shop><thing/></shop>", "Das ist XML, aber von keiner Art, die wir kennen (die Wurzel ist shop)."),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "Im Kalender steht kein Termin."),
        (b"Datum;Wer;Was\n2026-11-28;a;b\n", "es fehlt eine für die Uhrzeit und den Titel"),
        (b"<html><body>nothing</body></html>", "Diese Webseite sagt nichts über Vorstellungen"),
        (b"Film;Do;Fr\nTangerine;20:00;20:15\n", "Die Spalten sind Tage einer Woche"),
        (sheet(row(cinema="Rollberg")), "Das ist das Programm eines anderen Kinos"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_german(clerk: Clerk, content: bytes, sentence: str) -> None:
    answer = clerk.town.post(f"{DESK}/schedules", files={"file": ("week", content)}, headers=clerk.headers)
    assert answer.status_code == 400
    assert sentence in alert_in(answer.text)
    assert english_in(answer.text) == []


def test_what_needs_a_yes_says_so_in_german(clerk: Clerk) -> None:
    _, page = clerk.send(f"{clerk.drop(BAD)}/publish")
    assert "1 von 2 Zeilen sind nicht lesbar und kämen nicht mit." in alert_in(page)
    _, page = clerk.send(f"{clerk.drop(SPARSE)}/publish")
    assert "veröffentlichten Vorstellungen würden entfallen." in alert_in(page)
    assert english_in(page) == []


@pytest.mark.parametrize(
    ("path", "fields", "sentence"),
    [
        ("/undo", {}, "moviemento hat kein Programm mit der Nummer 0."),
        ("/feeds", {"url": "ftp://example.org/"}, "Das ist keine Adresse, die sich lesen lässt."),
        ("/feeds", {"url": "https://me:secret@example.org/"}, "In der Adresse steht vor dem @"),
        ("/undo", {"schedule": "9" * 5000}, "moviemento hat kein Programm mit der Nummer 0."),
        ("/feeds/remove", {"feed": "9" * 20}, "moviemento hat keine Adresse 0."),
        ("/programme/move", {"screening": "9" * 20}, "keine Vorstellung mit der Nummer 0"),
        ("/feeds/remove", {"feed": "999"}, "moviemento hat keine Adresse 999."),
        ("/programme/status", {"screening": "999", "status": "cancelled"}, "keine Vorstellung mit der Nummer 999"),
        ("/programme/status", {"screening": "1", "status": "gone"}, "findet statt, ausverkauft, abgesagt"),
        ("/programme/add", {"date": "2026-11-28", "time": "halb neun Uhr", "title": "Tangerine"}, "keine Uhrzeit"),
        ("/house", {"time_zone": "Europe/Entenhausen"}, "Diese Zeitzone gibt es nicht."),
        ("/house", {"website": "www"}, "Das ist keine Webadresse."),
        ("/house", {"time_zone": "right/Europe/Berlin"}, "Diese Zeitzone gibt es nicht."),
        ("/house", {"advertising_minutes": "viele"}, "Schreib die Minuten der Werbung, von 0 bis 60"),
        ("/house", {"screens": "viele"}, "Schreib die Zahl der Säle"),
        ("/house/close", {"on": "morgen"}, "Schreib die Tage wie 2026-12-24."),
        ("/house/close", {"on": "2026-12-24", "until": "2026-12-23"}, "Der letzte Tag liegt vor dem ersten."),
        ("/house/close", {"on": "2026-12-24", "until": "2028-12-24"}, "Das sind mehr als 366 Tage."),
        ("/house/close", {"on": "2026-12-24", "note": "x" * 201}, "Der Hinweis hat mehr als 200 Zeichen."),
        ("/house/close", {"on": "1526-12-24"}, "In diesem Jahr spielt kein Kino"),
    ],
)
def test_what_cannot_be_done_is_said_in_german(clerk: Clerk, path: str, fields: dict[str, str], sentence: str) -> None:
    clerk.send(f"{clerk.drop(WEEK)}/publish")
    status, page = clerk.send(f"{DESK}{path}", **fields)
    assert status == 400
    assert sentence in alert_in(page)
    assert english_in(page) == []


def test_days_that_are_none_are_a_german_sentence(clerk: Clerk) -> None:
    preview = clerk.drop(WEEK)
    _, page = clerk.send(f"{preview}/again", **{"from": "2026-11-29", "until": "2026-11-28"})
    assert "Der 29.11.2026 liegt nach dem 28.11.2026." in alert_in(page)
    _, page = clerk.send(f"{preview}/again", **{"from": "morgen"})
    assert "Schreib die Tage wie 2026-12-24." in alert_in(page)
    _, page = clerk.send(f"{preview}/teach", kind="label", text="OmSU", means="Quatsch")
    assert "„Quatsch“ kennen wir nicht als Fassung." in alert_in(page)
    _, page = clerk.send(f"{preview}/teach", kind="title", text="Fallende Blätter", film="Quatsch")
    assert "Den Film „Quatsch“ gibt es nicht." in alert_in(page)
    _, page = clerk.send(f"{preview}/teach", kind="title", text="Fallende Blätter")
    assert "Sag, welcher Film es ist, oder dass es keiner ist." in alert_in(page)
    assert english_in(page) == []


def test_editors_are_refused_in_german_too(town: TestClient) -> None:
    editor = Editor(town, language="de")
    for path, fields, sentence in (
        ("same", {"slug": "red-rocket"}, "red-rocket lässt sich nicht mit sich selbst verbinden. Nenne zwei."),
        ("part", {"merged": "tangerine"}, "tangerine ist mit nichts verbunden (Film)."),
    ):
        page = editor.send(f"{FILMS_PAGE}/red-rocket/{path}", **fields).text
        assert sentence in alert_in(page)
        assert english_in(page) == []
