"""What staff say at their desk of the house itself: its facts, its closed days, the addresses that are read."""

import re
from http import HTTPStatus

import pytest

from tests.service.api.staff_of_town import fresh
from tests.service.pages.staff.clerk import DESK, Clerk

LONG = {"advertising_minutes": "61"}


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
