"""Editors fill in the films that wait: what they save stands on the film's page, and nobody's words are lost."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from data.catalogue.films import import_films
from data.tables.change import Change
from data.tables.database import reading, writing
from service.staff.audit import entries
from tests.data.factories import publish_sheet, row
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.pages.staff.editor import FILMS, Editor
from tests.service.town import NOW


@pytest.fixture
def editor(town: TestClient) -> Editor:
    return Editor(town)


def changes(town: TestClient) -> list[tuple[str, int]]:
    with reading(engine_of(town)) as session:
        return [(one.kind, len(one.film_ids)) for one in session.exec(select(Change).order_by(col(Change.id)))]


def test_what_runs_soonest_and_most_waits_first(town: TestClient, editor: Editor) -> None:
    evenings = [row(date=f"2026-11-{day}", title="Nur oft", auditorium="") for day in (27, 28, 29)]
    publish_sheet(engine_of(town), *evenings, now=NOW, cinema="thalia")
    publish_sheet(engine_of(town), row(date="2026-11-27", title="Nur einmal"), now=NOW, cinema="silent")
    page = editor.open(FILMS)
    titles = re.findall(r'href="/staff/films/[\w-]+"><strong>(.*?)</strong>', page)
    assert titles == ["Nur ein Titel", "[rec] :skull: [/b]", "Nur oft", "Nur einmal"]
    assert "3 screenings, from 27/11/2026, 20:00 · Thalia" in page


def test_any_film_is_found(editor: Editor) -> None:
    page = editor.open(f"{FILMS}?q=fallene+blatter")
    assert 'href="/staff/films/fallende-blaetter"' in page
    assert "No film of such a name." in editor.open(f"{FILMS}?q=Zwxqvb")


def test_a_review_appears_on_the_page_in_both_languages(town: TestClient, editor: Editor) -> None:
    before = len(changes(town))
    answer = editor.save(
        "nur-ein-titel",
        original_title="Nur ein Titel",
        year="2026",
        countries="Deutschland, usa",
        languages="Englisch",
        genres="Komödie",
        director="Ada Eins\r\n\r\nBert Zwei",
        teaser_de="Ein Anfang.",
        review_de="# Wie es ist\r\n\r\nSehr *schön*, siehe [hier](https://example.org/).",
        author_de="Mira Falk",
        review_en="Very **fine**.",
        author_en="Mira Falk",
        translator_en="Tom Lane",
    )
    assert answer.headers["location"] == f"{FILMS}/nur-ein-titel?done=saved"
    german, english = editor.public("nur-ein-titel", "de"), editor.public("nur-ein-titel", "en")
    assert "<h3>Wie es ist</h3>" in german
    link = '<a href="https://example.org/" rel="nofollow noopener">hier</a>'
    assert f"<p>Sehr <em>schön</em>, siehe {link}.</p>" in german
    assert "Deutschland, USA 2026 · Englisch · Komödie" in german
    assert "Ada Eins, Bert Zwei" in german
    assert "<p>Very <strong>fine</strong>.</p>" in english
    assert "Text: Mira Falk · Translation: Tom Lane" in english
    assert "nur-ein-titel" not in editor.open(FILMS)
    assert changes(town)[before:] == [("films", 1)]
    with reading(engine_of(town)) as session:
        last = entries(session)[0]
    assert (last.what, last.subject, last.by) == ("edited a film", "nur-ein-titel", "session-editor@example.org")


def test_a_form_that_is_sent_as_it_came_changes_nothing(town: TestClient) -> None:
    before = fresh(town).get("/api/v1/films/red-rocket").json()
    for language in ("de", "en"):
        assert Editor(town, language=language).save("red-rocket").status_code == 303
    assert fresh(town).get("/api/v1/films/red-rocket").json() == before


def test_what_is_emptied_is_gone(town: TestClient, editor: Editor) -> None:
    emptied = {name: "" for name in editor.form("red-rocket") if name not in ("original_title", "opened")}
    assert editor.save("red-rocket", None, **emptied).status_code == 303
    film = fresh(town).get("/api/v1/films/red-rocket").json()
    told = [film[name] for name in ("year", "countries", "credits", "texts", "released_on")]
    assert told == [None, [], {}, {}, {}]


def test_a_schedule_knows_an_edited_film_by_the_title_that_it_taught(town: TestClient, editor: Editor) -> None:
    editor.save("nur-ein-titel", original_title="Just a Title", languages="en", title_de="Bloß ein Titel")
    publish_sheet(engine_of(town), row(title="Nur ein Titel"), now=NOW, cinema="silent")
    assert "The Silent House" in editor.public("nur-ein-titel")
    assert "<h1>Bloß ein Titel</h1>" in editor.public("nur-ein-titel", "de")


def test_an_import_still_updates_an_edited_film(town: TestClient, editor: Editor) -> None:
    editor.save("red-rocket", review_en="Fine.")
    with writing(engine_of(town)) as session:
        import_films(session, b'[{"slug": "red-rocket", "original_title": "Red Rocket", "minutes": 128}]', now=NOW)
    page = editor.public("red-rocket")
    assert "128 min" in page
    assert "<p>Fine.</p>" in page


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("original_title", " ", "Every film needs a title."),
        ("year", "21", "A year between 1880 and 2100."),
        ("year", "zweitausend", "A year between 1880 and 2100."),
        ("minutes", "0", "A number between 1 and 2000."),
        ("countries", "Atlantis", "We do not know one of these countries."),
        ("languages", "Quenyarisch", "We do not know one of these languages."),
        ("released_on", "31.12.2026", "A day such as 2026-11-26."),
        ("titles_other", "Red Rocket", "Write a language, a colon and the title"),
        ("title_en", "Another", "In its original language a film is called as in the original."),
        ("teaser_de", "x" * 601, "600 characters at most."),
        ("review_en", "x" * 40_001, "40000 characters at most."),
        ("cast", "x" * 1001, "One name a line"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_all_that_was_typed_stays(
    editor: Editor, field: str, value: str, said: str
) -> None:
    answer = editor.save("red-rocket", None, **{"review_de": "Lang getippt.", field: value})
    assert answer.status_code == 400
    assert said in answer.text.partition(f'id="wrong_{field}"')[2].partition("</p>")[0]
    assert "Lang getippt." in answer.text
    assert value.strip() in answer.text
    assert "Lang getippt." not in editor.public("red-rocket", "de")


def test_a_preview_shows_what_would_be_and_saves_nothing(editor: Editor) -> None:
    form = editor.form("red-rocket") | {"review_de": "So *wird* es.", "year": "1999", "do": "look"}
    page = editor.send(f"{FILMS}/red-rocket", **form).text
    shown = page.partition('class="preview"')[2].partition("</section>\n<section>")[0]
    assert "<p>So <em>wird</em> es.</p>" in shown
    assert "1999" in shown
    assert "So *wird* es.</textarea>" in page
    assert "1999" not in editor.public("red-rocket")


HOSTILE = """<script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick="x()">fett</b>

[a](javascript:alert(1)) [b](data:text/html,x) [c](JaVaScRiPt:alert(1)) ![d](https://example.org/p.png "t")

<javascript:alert(1)> [e](https://example.org/"onmouseover="alert(1)) [f]: javascript:alert(1)

    <iframe src="https://example.org">

```
<style>*{display:none}</style>
```
"""


def test_whatever_a_review_holds_its_page_is_harmless(editor: Editor) -> None:
    assert editor.save("red-rocket", review_en=HOSTILE, teaser_en="<script>alert(1)</script>").status_code == 303
    page = editor.public("red-rocket").partition('class="film-text"')[2].partition("</article>")[0]
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    assert tags <= {"p", "section", "h2", "a", "dl", "div", "dt", "dd"}
    assert not re.search(r"<[^>]*\b(on\w+|style|src)=", page)
    assert all(link.startswith("https://example.org/") for link in re.findall(r'href="([^"]*)"', page))
    assert page.count('rel="nofollow noopener"') == page.count("<a ") > 0
    preview = editor.send(f"{FILMS}/red-rocket", **editor.form("red-rocket") | {"do": "look"}).text
    assert "<script>alert" not in preview


def test_a_megabyte_is_refused_beside_its_field_and_more_than_four_at_the_door(editor: Editor) -> None:
    answer = editor.save("red-rocket", review_de="x" * 1_000_000)
    assert answer.status_code == 400
    assert "40000 characters at most." in answer.text
    refused = editor.save("red-rocket", review_de="ü" * 1_000_000)
    assert refused.status_code == 400
    assert "The form is too long" in refused.text


def test_who_changes_another_field_meanwhile_is_kept_too(town: TestClient, editor: Editor) -> None:
    colleague, opened = Editor(town, language="de"), editor.form("red-rocket")
    colleague.save("red-rocket", minutes="131", review_de="Von der Kollegin.")
    answer = editor.save("red-rocket", opened, review_en="From me.")
    assert answer.headers["location"].endswith("?done=saved-beside")
    page = editor.public("red-rocket") + editor.public("red-rocket", "de")
    for said in ("131 min", "<p>Von der Kollegin.</p>", "<p>From me.</p>"):
        assert said in page


def test_who_comes_second_at_the_same_field_is_told_and_keeps_their_text(town: TestClient, editor: Editor) -> None:
    opened = editor.form("red-rocket")
    Editor(town).save("red-rocket", review_de="Von der Kollegin.")
    answer = editor.save("red-rocket", opened, review_de="Von mir.", minutes="132")
    assert answer.status_code == 409
    assert "Somebody else has saved meanwhile." in answer.text
    assert '<a href="#review_de">Review in German</a>' in answer.text
    assert "Von mir.</textarea>" in answer.text
    assert "Von der Kollegin." in answer.text.partition('id="theirs_review_de"')[2].partition("</div>")[0]
    assert "Von der Kollegin." in editor.public("red-rocket", "de")
    again = dict(opened, opened=re.findall(r'name="opened" value="([^"]*)"', answer.text)[0], minutes="132")
    assert editor.save("red-rocket", again, review_de="Von beiden.").status_code == 303
    assert "<p>Von beiden.</p>" in editor.public("red-rocket", "de")
    assert "132 min" in editor.public("red-rocket", "de")


def test_a_film_that_is_not_there_is_said(editor: Editor) -> None:
    answer = editor.town.get(f"{FILMS}/nowhere", headers=editor.headers)
    assert answer.status_code == 404
