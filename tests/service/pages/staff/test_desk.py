"""A cinema's desk: a file is dropped, looked at as a week, published, taken back; and nothing of another's is seen."""

import re
from http import HTTPStatus

import pytest
from fastapi.testclient import TestClient

from data.schedules.plan import Document
from data.schedules.upload import upload
from service.pages.staff.desk.english import ENGLISH
from service.pages.staff.desk.german import GERMAN
from tests.data.factories import row, sheet
from tests.service.api.staff_of_town import BAD, SPARSE, WEEK, engine_of, fresh
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import headers_of
from tests.service.town import NOW

DESK = "/staff/cinemas/moviemento"
LONG = {"advertising_minutes": "61"}


class Clerk:
    """Somebody of the staff, with a browser."""

    def __init__(self, town: TestClient, visitor: Visitor = Visitor.SESSION) -> None:
        self.town, self.headers = town, headers_of(town, visitor) | {"Accept": "text/html", "Accept-Language": "en"}

    def open(self, path: str) -> str:
        answer = self.town.get(path, headers=self.headers)
        assert answer.status_code == HTTPStatus.OK, answer.text
        return answer.text

    def send(self, path: str, **fields: str) -> tuple[int, str]:
        answer = self.town.post(path, data=fields, headers=self.headers, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", "") or answer.text

    def drop(self, content: bytes) -> str:
        """Drop a file; gives the path of its preview."""
        files = {"file": ("week.csv", content)}
        answer = self.town.post(f"{DESK}/schedules", files=files, headers=self.headers, follow_redirects=False)
        assert answer.status_code == HTTPStatus.SEE_OTHER, answer.text
        return str(answer.headers["location"])

    def public_starts(self) -> list[str]:
        said = fresh(self.town).get("/api/v1/cinemas/moviemento/screenings").json()
        return [one["starts_at"][8:16] for one in said["screenings"]]


@pytest.fixture
def clerk(town: TestClient) -> Clerk:
    return Clerk(town)


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_nothing_is_published_by_dropping_a_file(clerk: Clerk) -> None:
    before = clerk.public_starts()
    page = text_of(clerk.open(clerk.drop(WEEK)))
    assert "Fallende Blätter" in page
    assert ENGLISH.nothing_yet in page
    assert clerk.public_starts() == before


def test_a_file_is_published_and_taken_back(clerk: Clerk) -> None:
    before = clerk.public_starts()
    preview = clerk.drop(WEEK)
    status, led_to = clerk.send(f"{preview}/publish")
    assert (status, led_to) == (HTTPStatus.SEE_OTHER, f"{DESK}?done=published")
    assert {"28T20:00", "29T20:00"} <= set(clerk.public_starts())
    page = clerk.open(DESK)
    number = preview.rpartition("/")[2]
    assert f'name="schedule" value="{number}"' in page
    # By the cinema's clock.
    assert "26/11/2026, 16:00 by" in page
    assert clerk.send(f"{DESK}/undo", schedule=number) == (HTTPStatus.SEE_OTHER, f"{DESK}?done=undone")
    assert clerk.public_starts() == before


def test_an_unreadable_row_is_shown_beside_its_cells_and_needs_a_yes(clerk: Clerk) -> None:
    preview = clerk.drop(BAD)
    page = clerk.open(preview)
    assert '<span class="wrong">2o:15</span>' in page
    assert 'name="accept_errors"' in page
    status, said = clerk.send(f"{preview}/publish")
    assert status == HTTPStatus.CONFLICT
    assert "1 of 2 rows cannot be read" in said
    assert ENGLISH.agree_first in said
    assert clerk.send(f"{preview}/publish", accept_errors="yes")[0] == HTTPStatus.SEE_OTHER


def test_what_would_remove_much_needs_a_yes(clerk: Clerk) -> None:
    preview = clerk.drop(SPARSE)
    assert 'name="accept_removals"' in clerk.open(preview)
    assert clerk.send(f"{preview}/publish")[0] == HTTPStatus.CONFLICT
    assert clerk.send(f"{preview}/publish", accept_removals="yes")[0] == HTTPStatus.SEE_OTHER


def test_what_is_shown_names_the_days_and_counts_only_what_there_is(clerk: Clerk) -> None:
    page = text_of(clerk.open(clerk.drop(WEEK)))
    assert "2 rows: 2 screenings. Nothing is published yet." in page
    assert "For: Sat 28 Nov to Sun 29 Nov" in page
    assert "2 rows: 1 screenings, 1 unreadable." in text_of(clerk.open(clerk.drop(BAD)))


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/staff/sign-in", "/staff"),
        (f"{DESK}/schedules/7/publish", f"{DESK}/schedules/7"),
        (f"{DESK}/programme/add", f"{DESK}/programme"),
        (f"{DESK}/feeds/remove", DESK),
        ("/staff/people/3/roles", "/staff/people"),
    ],
)
def test_who_switches_the_language_where_a_form_was_refused_is_led_to_its_page(
    clerk: Clerk, address: str, page: str
) -> None:
    answer = clerk.town.get(f"{address}?lang=de", headers=clerk.headers, follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (HTTPStatus.SEE_OTHER, f"{page}?lang=de")


def test_an_undo_that_may_leave_something_says_so(clerk: Clerk) -> None:
    preview = clerk.drop(WEEK)
    clerk.send(f"{preview}/publish")
    number = max(re.findall(r'name="screening" value="(\d+)"', clerk.open(f"{DESK}/programme")), key=int)
    assert clerk.send(f"{DESK}/programme/move", **to(number, "00:30", date="2026-12-10"))[0] == HTTPStatus.SEE_OTHER
    _, led_to = clerk.send(f"{DESK}/undo", schedule=preview.rpartition("/")[2])
    assert ENGLISH.done["undone-but"] in clerk.open(led_to)
    assert "10T00:30" in clerk.public_starts()


def test_a_file_that_is_none_is_refused_with_a_sentence(clerk: Clerk) -> None:
    files = {"file": ("cat.jpg", b"\xff\xd8\xff\xe0 a picture")}
    answer = clerk.town.post(f"{DESK}/schedules", files=files, headers=clerk.headers)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert 'role="alert"' in answer.text
    assert 'type="file"' in answer.text


def test_a_row_that_says_closed_is_previewed_and_published_as_a_closed_day(clerk: Clerk) -> None:
    preview = clerk.drop(sheet(row(date="2026-11-28"), row(date="2026-11-30", time="", title="Ruhetag", auditorium="")))
    assert "The house is closed." in clerk.open(preview)
    assert clerk.send(f"{preview}/publish", accept_removals="yes")[0] == HTTPStatus.SEE_OTHER
    days = fresh(clerk.town).get("/api/v1/cinemas/moviemento").json()["days"]
    assert [day["programme_on"] for day in days if day["state"] == "closed"] == ["2026-11-30"]


def test_rows_can_be_pasted(clerk: Clerk) -> None:
    pasted = sheet(row(date="2026-11-28", title="Pasted Film")).decode().replace(";", "\t")
    answer = clerk.town.post(
        f"{DESK}/schedules", files={"file": (None, pasted)}, headers=clerk.headers, follow_redirects=False
    )
    assert answer.status_code == HTTPStatus.SEE_OTHER, answer.text
    assert "Pasted Film" in clerk.open(answer.headers["location"])


def test_the_same_file_can_be_looked_at_as_an_addition(clerk: Clerk) -> None:
    preview = clerk.drop(SPARSE)
    status, led_to = clerk.send(f"{preview}/again", mode="add")
    assert status == HTTPStatus.SEE_OTHER
    page = clerk.open(led_to)
    assert 'class="card removed' not in page
    assert 'name="accept_removals"' not in page


def test_days_in_the_wrong_order_are_a_sentence(clerk: Clerk) -> None:
    status, said = clerk.send(f"{clerk.drop(WEEK)}/again", **{"from": "2026-11-29", "until": "2026-11-28"})
    assert status == HTTPStatus.BAD_REQUEST
    assert "Swap the first and the last day" in said


def test_a_word_is_taught_in_place(clerk: Clerk) -> None:
    preview = clerk.drop(sheet(row(date="2026-11-28", version="OmSU engl")))
    assert 'name="means"' in clerk.open(preview)
    status, _ = clerk.send(f"{preview}/teach", kind="label", text="OmSU engl", means="OmeU")
    assert status == HTTPStatus.SEE_OTHER
    page = clerk.open(preview)
    assert 'name="means"' not in page
    assert "<b>OmeU</b>" in page


def test_a_meaning_that_we_do_not_know_is_refused(clerk: Clerk) -> None:
    preview = clerk.drop(sheet(row(date="2026-11-28", version="OmSU engl")))
    status, said = clerk.send(f"{preview}/teach", kind="label", text="OmSU engl", means="blah")
    assert status == HTTPStatus.BAD_REQUEST
    assert "is no notation that we know" in said


def test_a_title_is_taught_in_place(clerk: Clerk) -> None:
    preview = clerk.drop(sheet(row(date="2026-11-28", title="Rote Rakete, endlich")))
    assert 'name="film"' in clerk.open(preview)
    status, _ = clerk.send(f"{preview}/teach", kind="title", text="Rote Rakete, endlich", film="Red Rocket")
    assert status == HTTPStatus.SEE_OTHER
    assert 'name="film"' not in clerk.open(preview)


def test_a_screening_is_sold_out_by_hand(clerk: Clerk) -> None:
    page = clerk.open(f"{DESK}/programme")
    number = re.findall(r'name="screening" value="(\d+)"', page)[0]
    status, led_to = clerk.send(f"{DESK}/programme/status", screening=number, status="sold-out")
    assert (status, led_to) == (HTTPStatus.SEE_OTHER, f"{DESK}/programme?done=status")
    fresh(clerk.town)
    assert clerk.town.get(f"/api/v1/screenings/{number}").json()["screening"]["status"] == "sold-out"


def to(number: str, time: str, *, date: str = "2026-11-26", auditorium: str = "Kino 1") -> dict[str, str]:
    """Fill in where a screening is moved to."""
    return {"screening": number, "date": date, "time": time, "auditorium": auditorium}


def test_a_screening_is_moved_by_hand_and_back(clerk: Clerk) -> None:
    number = re.findall(r'name="screening" value="(\d+)"', clerk.open(f"{DESK}/programme"))[0]
    before = clerk.town.get(f"/api/v1/screenings/{number}").json()["screening"]
    assert clerk.send(f"{DESK}/programme/move", **to(number, "19:30", auditorium="Kino 2")) == (
        HTTPStatus.SEE_OTHER,
        f"{DESK}/programme?done=moved",
    )
    fresh(clerk.town)
    after = clerk.town.get(f"/api/v1/screenings/{number}").json()["screening"]
    moved = {"starts_at": "2026-11-26T19:30:00+01:00", "ends_at": "2026-11-26T22:00:00+01:00", "auditorium": "Kino 2"}
    assert after == before | moved
    page = clerk.open(f"{DESK}/programme")
    assert "moved by hand, was 20:15 Kino 1" in text_of(page)
    back = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.split(ENGLISH.move_back)[0].rpartition("<form")[2]))
    assert clerk.send(f"{DESK}/programme/move", **back)[0] == HTTPStatus.SEE_OTHER
    fresh(clerk.town)
    assert clerk.town.get(f"/api/v1/screenings/{number}").json()["screening"] == before
    assert ENGLISH.move_back not in clerk.open(f"{DESK}/programme")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kino 1 is taken then: Red Rocket, 20:15–22:25."),
        ("de", "Kino 1 ist dann belegt: Red Rocket, 20:15–22:25."),
    ],
)
def test_why_a_screening_is_not_moved_stands_beside_what_was_written(
    clerk: Clerk, language: str, sentence: str
) -> None:
    number = re.findall(r'name="screening" value="(\d+)"', clerk.open(f"{DESK}/programme"))[-1]
    before = clerk.public_starts()
    status, page = clerk.send(f"{DESK}/programme/move?lang={language}", **to(number, "21:00"))
    assert status == HTTPStatus.BAD_REQUEST
    form = page.split('<details class="move" open>')[1].split("</details>")[0]
    assert sentence in form
    assert 'value="21:00" autofocus' in form
    assert clerk.public_starts() == before


def test_a_screening_that_there_is_not_is_not_moved(clerk: Clerk) -> None:
    for number in ("0", "9" * 30, "x"):
        status, page = clerk.send(f"{DESK}/programme/move", **to(number, "21:00"))
        assert (status, "has no screening" in page) == (HTTPStatus.BAD_REQUEST, True)


def test_a_file_that_has_a_moved_screening_where_it_was_says_so_and_leaves_it(clerk: Clerk) -> None:
    preview = clerk.drop(WEEK)
    clerk.send(f"{preview}/publish")
    number = re.findall(r'name="screening" value="(\d+)"', clerk.open(f"{DESK}/programme"))[-1]
    clerk.send(f"{DESK}/programme/move", **to(number, "21:00", date="2026-11-29"))
    page = text_of(clerk.open(clerk.drop(WEEK + b"\n")))
    assert "2026-11-29 20:00 Kino 1 → 2026-11-29 21:00 Kino 1" in page
    assert ENGLISH.publish_nothing in page


def test_one_screening_is_added_by_hand(clerk: Clerk) -> None:
    before = clerk.public_starts()
    asked = {"date": "2026-11-30", "time": "11:00", "title": "Red Rocket", "version": "OmU"}
    assert clerk.send(f"{DESK}/programme/add", **asked)[0] == HTTPStatus.SEE_OTHER
    assert set(clerk.public_starts()) == {*before, "30T11:00"}
    status, said = clerk.send(f"{DESK}/programme/add", **asked | {"time": "eleven"})
    assert status == HTTPStatus.BAD_REQUEST
    assert 'value="Red Rocket"' in said


def test_an_address_is_registered_and_forgotten(clerk: Clerk) -> None:
    assert clerk.send(f"{DESK}/feeds", url="https://cinema.example/week.ics")[0] == HTTPStatus.SEE_OTHER
    page = clerk.open(DESK)
    assert "https://cinema.example/week.ics" in page
    number = re.findall(r'name="feed" value="(\d+)"', page)[0]
    assert clerk.send(f"{DESK}/feeds/remove", feed=number)[0] == HTTPStatus.SEE_OTHER
    assert "https://cinema.example/week.ics" not in clerk.open(DESK)
    status, said = clerk.send(f"{DESK}/feeds", url="file:///etc/passwd")
    assert status == HTTPStatus.BAD_REQUEST
    assert "no address of a feed" in said


def test_another_cinemas_draft_is_neither_seen_nor_published(town: TestClient, clerk: Clerk) -> None:
    document = Document(name="secret.csv", content=sheet(row(date="2026-11-28", title="A Secret Premiere")))
    other = upload(engine_of(town), "rollberg", document, now=NOW, by="bob@example.org")
    for path in (f"/staff/cinemas/rollberg/schedules/{other.id}", f"{DESK}/schedules/{other.id}"):
        answer = town.get(path, headers=clerk.headers)
        assert answer.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
        assert "Secret Premiere" not in answer.text
    assert clerk.send(f"{DESK}/schedules/{other.id}/publish")[0] == HTTPStatus.NOT_FOUND


def test_a_hostile_title_stays_text(clerk: Clerk) -> None:
    page = clerk.open(clerk.drop(sheet(row(date="2026-11-28", title="<script>alert(1)</script>"))))
    assert "<script>alert" not in page


def test_both_languages_say_everything() -> None:
    for group in ("states", "kinds", "modes", "set_status", "feed_states", "done"):
        assert getattr(GERMAN, group).keys() == getattr(ENGLISH, group).keys()


def test_the_staff_say_what_their_house_is_like(clerk: Clerk) -> None:
    page = clerk.open(f"{DESK}/house")
    assert 'value="Kottbusser Damm 22"' in page
    told = {"street": "Kottbusser Damm 22", "wheelchair": "limited", "hearing_loop": "yes", "screens": "3"}
    assert clerk.send(f"{DESK}/house", **told)[0] == HTTPStatus.SEE_OTHER
    said = fresh(clerk.town).get("/api/v1/cinemas/moviemento").json()
    assert (said["wheelchair"], said["has_hearing_loop"], said["screens"]) == ("limited", True, 3)
    # What was left empty is unknown from now on, but for the zone, which a programme needs.
    assert (said["postcode"], said["time_zone"]) == (None, "Europe/Berlin")


def test_the_minutes_of_advertising_count_at_once(clerk: Clerk) -> None:
    def told(minutes: str) -> tuple[str, int | None]:
        assert clerk.send(f"{DESK}/house", advertising_minutes=minutes)[0] == HTTPStatus.SEE_OTHER
        showtimes = fresh(clerk.town).get("/api/v1/showtimes", params={"cinema": "moviemento"}).json()["cinemas"][0]
        assert f'name="advertising_minutes" maxlength="200" value="{minutes}"' in clerk.open(f"{DESK}/house")
        return showtimes["screenings"][0]["ends_at"][11:16], showtimes["cinema"]["advertising_minutes"]

    # Red Rocket runs for 130 minutes from 20:15 on.
    assert [told("0"), told("35"), told("")] == [("22:25", 0), ("23:00", 35), ("22:45", None)]


def test_another_time_zone_counts_at_once(clerk: Clerk) -> None:
    assert clerk.send(f"{DESK}/house", time_zone="Europe/London")[0] == HTTPStatus.SEE_OTHER
    said = fresh(clerk.town).get("/api/v1/showtimes", params={"cinema": "moviemento"}).json()["cinemas"][0]
    assert said["screenings"][0]["starts_at"] == "2026-11-26T19:15:00Z"


@pytest.mark.parametrize(
    "wrong", [{"website": "javascript:alert(1)"}, {"screens": "many"}, {"time_zone": "Berlin"}, LONG]
)
def test_a_fact_that_cannot_be_read_changes_nothing(clerk: Clerk, wrong: dict[str, str]) -> None:
    status, said = clerk.send(f"{DESK}/house", **{"street": "Elsewhere 1"} | wrong)
    assert status == HTTPStatus.BAD_REQUEST
    assert 'role="alert"' in said
    assert 'value="Elsewhere 1"' in said
    assert fresh(clerk.town).get("/api/v1/cinemas/moviemento").json()["street"] == "Kottbusser Damm 22"


def test_a_closed_day_is_declared_and_taken_back(clerk: Clerk) -> None:
    asked = {"on": "2026-12-24", "until": "2026-12-25", "note": "Feiertage"}
    assert clerk.send(f"{DESK}/house/close", **asked)[0] == HTTPStatus.SEE_OTHER
    assert clerk.open(f"{DESK}/house").count("Feiertage") == 2
    assert clerk.send(f"{DESK}/house/open", on="2026-12-24")[0] == HTTPStatus.SEE_OTHER
    assert clerk.open(f"{DESK}/house").count("Feiertage") == 1
    assert clerk.send(f"{DESK}/house/close", on="soon")[0] == HTTPStatus.BAD_REQUEST
