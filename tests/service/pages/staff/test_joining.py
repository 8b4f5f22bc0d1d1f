"""What is there twice becomes one with a press of a button, and two again with another: films, and cinemas."""

import re

import pytest
from fastapi.testclient import TestClient

from data.catalogue.cinemas import import_cinemas
from data.feeds.registered import add_feed
from data.tables.database import reading, writing
from service.staff.audit import entries
from tests.data.factories import publish_sheet, row
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.pages.staff.editor import FILMS, Editor
from tests.service.town import NOW

TWICE = "/staff/cinemas-twice"
AGAIN = """slug,name,street,postcode,city,country,lat,lon,time_zone
moviemento-kino,Moviemento Kino,Kottbusser Damm 22,10967,Berlin,DE,52.49034,13.42341,Europe/Berlin
"""


@pytest.fixture
def editor(town: TestClient) -> Editor:
    return Editor(town)


def test_a_film_that_we_know_is_proposed_joined_and_parted(town: TestClient, editor: Editor) -> None:
    publish_sheet(engine_of(town), row(title="Preview: Red Rokcet", auditorium=""), now=NOW, cinema="silent")
    fresh(town)
    slug = "red-rokcet"
    page = editor.open(f"{FILMS}/{slug}")
    assert '<input type="hidden" name="slug" value="red-rocket">' in page
    joined = editor.send(f"{FILMS}/{slug}/same", slug="red-rocket")
    assert joined.headers["location"] == f"{FILMS}/red-rocket?done=joined"
    assert "The Silent House" in editor.public("red-rocket")
    assert f'name="merged" value="{slug}"' in editor.open(f"{FILMS}/red-rocket?done=joined")
    parted = editor.send(f"{FILMS}/red-rocket/part", merged=slug)
    assert parted.headers["location"] == f"{FILMS}/{slug}?done=parted"
    assert "The Silent House" not in editor.public("red-rocket")
    assert "The Silent House" in editor.public(slug)
    with reading(engine_of(town)) as session:
        done = [(one.what, one.subject) for one in entries(session)][:2]
    assert done == [
        ("parted a film from another", f"{slug} ← red-rocket"),
        ("merged a film into another", f"{slug} → red-rocket"),
    ]


def test_the_film_that_somebody_filled_in_stays(town: TestClient, editor: Editor) -> None:
    editor.send(f"{FILMS}/red-rocket/same", film="Nur ein Titel")
    assert fresh(town).get("/films/nur-ein-titel", follow_redirects=False).headers["location"] == "/films/red-rocket"


@pytest.mark.parametrize("film", ["Kein solcher Film", "red-rocket", ""])
def test_what_is_no_other_film_is_said(editor: Editor, film: str) -> None:
    answer = editor.send(f"{FILMS}/red-rocket/same", film=film)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_what_somebody_types_while_a_film_is_joined_is_kept(editor: Editor) -> None:
    opened = editor.form("nur-ein-titel")
    editor.send(f"{FILMS}/nur-ein-titel/same", slug="red-rocket")
    answer = editor.save("nur-ein-titel", opened, review_en="Typed for long.", review_de="Lang getippt.")
    assert answer.status_code == 409
    assert "Typed for long.</textarea>" in answer.text
    assert f'action="{FILMS}/red-rocket"' in answer.text
    assert "Erstens." in answer.text.partition('id="theirs_review_de"')[2].partition("</div>")[0]


def test_a_cinema_that_is_there_twice_is_looked_at_joined_and_parted(town: TestClient, editor: Editor) -> None:
    with writing(engine_of(town)) as session:
        import_cinemas(session, AGAIN.encode(), now=NOW)
    page = editor.open(TWICE)
    (path,) = re.findall(rf'href="({TWICE}/[\w-]+/[\w-]+)"', page)
    assert set(path.split("/")[-2:]) == {"moviemento", "moviemento-kino"}
    path = f"{TWICE}/moviemento/moviemento-kino"
    both = editor.open(path)
    assert "Kottbusser Damm 22" in both
    assert f'action="{path}"' in both
    assert editor.send(path).headers["location"] == f"{TWICE}?done=joined-cinemas"
    assert fresh(town).get("/cinemas/moviemento-kino", follow_redirects=False).status_code == 308
    assert 'name="merged" value="moviemento-kino"' in editor.open(TWICE)
    assert editor.send(f"{TWICE}/part", merged="moviemento-kino").headers["location"] == f"{TWICE}?done=parted-cinemas"
    assert fresh(town).get("/cinemas/moviemento-kino").status_code == 200
    assert "Kottbusser Damm 22" in editor.open(path)


def test_of_two_cinemas_with_feeds_it_is_said_which_will_be_paused(town: TestClient, editor: Editor) -> None:
    with writing(engine_of(town)) as session:
        import_cinemas(session, AGAIN.encode(), now=NOW)
        for slug in ("moviemento", "moviemento-kino"):
            add_feed(session, slug, f"https://{slug}.example/week.ics", every_minutes=60, now=NOW, by="test")
    both = editor.open(f"{TWICE}/moviemento/moviemento-kino")
    assert "https://moviemento-kino.example/week.ics" in both
    assert "https://moviemento.example/week.ics" not in both


def test_a_cinema_is_not_joined_with_itself(editor: Editor) -> None:
    answer = editor.send(f"{TWICE}/thalia/thalia")
    assert answer.status_code == 400
    assert "cannot be merged with itself" in answer.text


def test_an_undo_of_what_was_never_joined_is_said(editor: Editor) -> None:
    assert editor.send(f"{TWICE}/part", merged="thalia").status_code == 400
    assert editor.send(f"{FILMS}/red-rocket/part", merged="thalia").status_code == 400
