"""Administrators see who did what, the newest first, in their language; nobody else does."""

import re

import pytest
from fastapi.testclient import TestClient

from data.tables.database import reading, writing
from service.pages.staff.audit import A_PAGE_HOLDS
from service.pages.staff.audit_phrases import AUDIT_PHRASES
from service.staff.accounts import known_account
from service.staff.audit import COMMAND_LINE, entries, note
from service.staff.deeds import SAID_OF_SCREENING, Deed
from service.staff.deletion import delete_account
from service.staff.session_cookie import PLAIN_NAME
from service.staff.sessions import begin_session
from tests.service.api.staff_of_town import WEEK, Staff, engine_of
from tests.service.pages.staff.editor import Editor
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import add_account, headers_of
from tests.service.town import NOW

PAGE = "/staff/audit"
DESK = "/staff/cinemas/moviemento"
BOSS = "boss@example.org"


@pytest.fixture
def boss(town: TestClient) -> TestClient:
    """An administrator who is staff of the Moviemento and an editor too."""
    with writing(engine_of(town)) as session:
        account = add_account(session, BOSS, "moviemento", is_editor=True, is_administrator=True)
        secret = begin_session(session, account.id, "Firefox, Android", NOW)
    town.headers.update({"Origin": "http://testserver", "Cookie": f"{PLAIN_NAME}={secret}", "Accept": "text/html"})
    town.follow_redirects = False
    return town


def send(boss: TestClient, path: str, **fields: str) -> None:
    answer = boss.post(path, data=fields)
    assert answer.status_code == 303, answer.text


def publish(boss: TestClient, content: bytes = WEEK) -> str:
    answer = boss.post(f"{DESK}/schedules", files={"file": ("week.csv", content)})
    path = str(answer.headers["location"])
    send(boss, f"{path}/publish")
    return path.rpartition("/")[2]


def shown(boss: TestClient, address: str = PAGE, language: str = "de") -> list[str]:
    """Give the entries, each as one line of text."""
    answer = boss.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    listed = re.findall(r"<li>\s*(<span><strong>.*?)</li>", answer.text, flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in listed]


def links(boss: TestClient, address: str = PAGE) -> list[str]:
    page = boss.get(address).text.replace("&amp;", "&")
    return list(dict.fromkeys(re.findall(r'href="(/staff/audit\?[^"]+)"', page)))


def test_what_is_done_at_a_cinema_is_in_the_log(boss: TestClient) -> None:
    number = publish(boss)
    send(boss, f"{DESK}/undo", schedule=number)
    send(boss, f"{DESK}/programme/add", date="2026-11-28", time="18:00", title="Tangerine")
    page = boss.get(f"{DESK}/programme").text
    (screening, *_) = re.findall(r'name="screening" value="(\d+)"', page)
    for status in SAID_OF_SCREENING:
        send(boss, f"{DESK}/programme/status", screening=screening, status=status)
    send(boss, f"{DESK}/house/close", on="2026-12-24", until="2026-12-26")
    send(boss, f"{DESK}/house/open", on="2026-12-26")
    send(boss, f"{DESK}/house", street="Kottbusser Damm 22")
    send(boss, f"{DESK}/feeds", url="https://tickets.example.org/feed?key=secret")
    (feed,) = re.findall(r'name="feed" value="(\d+)"', boss.get(DESK).text)
    send(boss, f"{DESK}/feeds/remove", feed=feed)
    german, english = shown(boss), shown(boss, language="en")
    assert len(german) == len(english) == 11
    assert german[-1].startswith(f"Programm veröffentlicht {number}, 28.11.2026 – 29.11.2026 ")
    assert german[-1].endswith(f"{BOSS} · moviemento")
    assert german[-2].startswith(f"Programm zurückgenommen {number}, 28.11.2026 – 29.11.2026 ")
    assert german[-3].startswith("Vorstellung hinzugefügt Tangerine, 28.11.2026 18:00 ")
    assert [one.partition(" Red Rocket, 26.11.2026 20:15 ")[0] for one in german[7:4:-1]] == [
        "Ausverkauft gemeldet",
        "Vorstellung abgesagt",
        "Vorstellung findet statt",
    ]
    assert german[4].startswith("Als geschlossen eingetragen 24.12.2026 – 26.12.2026 ")
    assert german[3].startswith("Doch offen 26.12.2026 ")
    assert german[2].startswith("Angaben zum Kino geändert ")
    assert german[1].startswith("Adresse zum Lesen eingetragen tickets.example.org ")
    assert german[0].startswith("Adresse zum Lesen entfernt tickets.example.org ")
    assert english[0].startswith("Removed an address to read tickets.example.org ")
    assert "secret" not in str(german)


def test_programs_and_the_command_line_leave_the_same_trace(boss: TestClient) -> None:
    clerk = Staff(TestClient(boss.app))
    number = clerk.upload()
    assert clerk.post(f"/{number}/publish").status_code == 200
    assert clerk.post(f"/{number}/publish").status_code == 200
    assert clerk.post(f"/{number}/undo").status_code == 200
    undone, published = shown(boss, language="en")
    assert undone.startswith(f"Took a schedule back {number}, 28 Nov 2026 – ")
    assert published.startswith(f"Published a schedule {number}, 28 Nov 2026 – ")
    assert "ada@example.org" in published


def test_what_changes_nothing_is_not_noted(boss: TestClient) -> None:
    publish(boss)
    publish(boss)
    assert len(shown(boss)) == 1


def test_what_editors_do_is_in_the_log(boss: TestClient) -> None:
    editor = Editor(boss)
    assert editor.save("red-rocket", year="2020").status_code == 303
    (edited,) = shown(boss)
    assert edited.startswith("Film bearbeitet red-rocket ")


def test_links_narrow_the_log_down(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        add_account(session, "ada@example.org", "rollberg")
        note(session, Deed.MADE_TOKEN, by="ada@example.org", now=NOW)
        note(session, Deed.INVITED, by=COMMAND_LINE, about="ada@example.org", now=NOW)
    publish(boss)
    of_cinema = next(link for link in links(boss) if "cinema=" in link)
    assert [one.split(" ")[0] for one in shown(boss, of_cinema)] == ["Programm"]
    of_boss, of_ada = (link for link in links(boss) if "person=" in link)
    assert len(shown(boss, of_boss)) == 1
    assert [one.split(" ")[0] for one in shown(boss, of_ada)] == ["Eingeladen", "Schlüssel"]
    assert "example.org" not in of_ada
    assert "Kommandozeile" in shown(boss, of_ada)[0]
    assert boss.get(f"{PAGE}?cinema=nowhere").status_code == boss.get(f"{PAGE}?person=999").status_code == 404


def test_the_log_is_turned_over_page_by_page(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        for number in range(2 * A_PAGE_HOLDS + 1):
            note(session, Deed.PUBLISHED, subject=str(number), by=COMMAND_LINE, now=NOW)
    read, older = shown(boss), links(boss)
    while older:
        read += shown(boss, older[-1])
        older = links(boss, older[-1])
    numbers = [int(re.findall(r"veröffentlicht (\d+)", one)[0]) for one in read]
    assert numbers == list(reversed(range(2 * A_PAGE_HOLDS + 1)))


def test_whoever_is_gone_is_a_former_member_in_the_language_of_the_page(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        add_account(session, "ada@example.org", "moviemento")
        note(session, Deed.PUBLISHED, subject="7", by="ada@example.org", now=NOW)
        delete_account(session, "ada@example.org", by=BOSS, now=NOW)
    german = shown(boss)
    assert "ehemaliges Mitglied" in german[0]
    assert german[1].endswith("ehemaliges Mitglied")
    assert shown(boss, language="en")[1].endswith("a former member")
    assert "ada@" not in boss.get(PAGE).text


def test_the_history_of_a_cinema_says_so_too(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        add_account(session, "ada@example.org", "moviemento")
    clerk = Staff(TestClient(boss.app))
    assert clerk.post(f"/{clerk.upload()}/publish").status_code == 200
    with writing(engine_of(boss)) as session:
        delete_account(session, "ada@example.org", by=BOSS, now=NOW)
    page = boss.get(DESK, headers={"Accept-Language": "de"}).text
    assert "· ehemaliges Mitglied<" in page
    assert "a former member" not in page


def test_what_only_looks_like_a_day_stays(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        note(session, Deed.ADDED_SCREENING, subject="2099-99-99, 2026-11-28 18:00", by=BOSS, now=NOW)
    assert shown(boss)[0].startswith("Vorstellung hinzugefügt 2099-99-99, 28.11.2026 18:00 ")


def test_older_entries_keep_their_words(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        note(session, "screening 12 sold-out", by=BOSS, now=NOW)  # type: ignore[arg-type]  # as it was noted once
    assert shown(boss)[0].startswith("screening 12 sold-out ")


def test_every_deed_is_told_in_every_language() -> None:
    for phrases in AUDIT_PHRASES.values():
        assert phrases.deeds.keys() == set(Deed)
        assert len(set(phrases.deeds.values())) == len(Deed)


@pytest.mark.parametrize("visitor", [Visitor.SESSION, Visitor.SESSION_EDITOR])
def test_only_administrators_find_it(town: TestClient, visitor: Visitor) -> None:
    headers = headers_of(town, visitor) | {"Accept": "text/html"}
    assert town.get(PAGE, headers=headers).status_code == 403
    assert PAGE not in town.get("/staff/account", headers=headers).text


def test_the_log_names_no_account_of_its_own_accord(boss: TestClient) -> None:
    with reading(engine_of(boss)) as session:
        assert known_account(session, BOSS)
        assert entries(session) == []
    assert "Hier steht noch nichts." in boss.get(PAGE, headers={"Accept-Language": "de"}).text
