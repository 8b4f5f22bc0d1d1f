"""Calendars of a cinema and of a film: in the cinema's time, under ids that last."""

from datetime import datetime, timedelta

from fastapi.testclient import TestClient
from icalendar import Calendar

from tests.data.factories import publish_sheet, row
from tests.service.api.exported import BERLIN, CINEMA, SCREENINGS, events
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.town import NOW, PLAIN_EVIL_TITLE


def test_a_calendar_tells_the_time_of_the_cinema_and_keeps_its_ids(house: TestClient) -> None:
    answer = house.get(f"{CINEMA}.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    first = events(answer.content)[0]
    assert first["UID"] == "kinonah-1@moviemento"
    assert first["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert first.start == datetime(2026, 11, 26, 20, 15, tzinfo=BERLIN)
    assert first.end == datetime(2026, 11, 26, 22, 45, tzinfo=BERLIN)
    assert (str(first["SUMMARY"]), first["STATUS"]) == ("Red Rocket (OmU)", "CONFIRMED")
    assert str(first["LOCATION"]) == "Moviemento, Kottbusser Damm 22, 10967 Berlin"
    assert max(map(len, answer.content.splitlines())) <= 75


def test_a_moved_screening_keeps_its_id_in_calendars(house: TestClient) -> None:
    before = {event["UID"]: event.start for event in events(house.get(f"{CINEMA}.ics").content)}
    text = house.get(f"{SCREENINGS}?as=csv").content.decode("utf-8-sig").replace("2026-11-30;21:00", "2026-11-30;21:30")
    publish_sheet(engine_of(house), content=text.encode(), now=NOW)
    after = {event["UID"]: event.start for event in events(fresh(house).get(f"{CINEMA}.ics").content)}
    assert before.keys() == after.keys()
    assert [after[uid] - before[uid] for uid in before if before[uid] != after[uid]] == [timedelta(minutes=30)]


def test_a_film_has_a_calendar_of_all_its_cinemas(town: TestClient) -> None:
    found = events(town.get("/api/v1/films/red-rocket.ics").content)
    assert {str(event["UID"]).partition("@")[2] for event in found} == {"moviemento", "rollberg", "thalia"}
    two = town.get("/api/v1/films/red-rocket.ics", params={"cinema": ["rollberg", "thalia"]}).content
    assert {str(event["UID"]).partition("@")[2] for event in events(two)} == {"rollberg", "thalia"}
    assert town.get("/api/v1/films/red-rocket.ics?cinema=nowhere").status_code == 404


def test_a_title_cannot_write_lines_into_a_calendar(town: TestClient) -> None:
    evil = "Red\r\nATTACH:http://evil.example/;x,y\\n"
    publish_sheet(engine_of(town), row(date="2026-12-01", title=evil), now=NOW, cinema="silent")
    content = fresh(town).get("/api/v1/cinemas/silent.ics").content
    (event,) = events(content)
    assert str(event["SUMMARY"]) == "Red ATTACH:http://evil.example/;x,y\\n (OmU)"
    assert not [line for line in content.splitlines() if line.startswith(b"ATTACH")]
    assert PLAIN_EVIL_TITLE in town.get(f"{CINEMA}.ics").content.decode().replace("\r\n ", "")
