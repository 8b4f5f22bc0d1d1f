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
from tests.service.pages.staff.clerk import DESK, Clerk, text_of, to
from tests.service.town import NOW


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
