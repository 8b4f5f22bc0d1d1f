"""A single screening is sold out, moved or added at a cinema's desk."""

import re
from http import HTTPStatus

import pytest

from service.pages.staff.desk.english import ENGLISH
from tests.service.api.staff_of_town import WEEK, fresh
from tests.service.pages.staff.clerk import DESK, Clerk, text_of, to


def test_a_screening_is_sold_out_by_hand(clerk: Clerk) -> None:
    page = clerk.open(f"{DESK}/programme")
    number = re.findall(r'name="screening" value="(\d+)"', page)[0]
    status, led_to = clerk.send(f"{DESK}/programme/status", screening=number, status="sold-out")
    assert (status, led_to) == (HTTPStatus.SEE_OTHER, f"{DESK}/programme?done=status")
    fresh(clerk.town)
    assert clerk.town.get(f"/api/v1/screenings/{number}").json()["screening"]["status"] == "sold-out"


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
