"""What pages of other sites may read, which sites may, and how they are counted."""

from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import col, select

from data.tables.database import migrate, open_database, reading
from data.tables.site_use import SiteUse
from service.app import create_app
from service.settings import Settings
from service.site_uses import MOST_SITES, OTHERS, SiteUses, write_down
from tests.service.town import NOW

MAGAZINE = {"Origin": "https://magazine.example"}
ASKING = {**MAGAZINE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


@pytest.fixture
def listed(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings.model_copy(update={"widget_sites": "paper.example *.library.example"}))) as one:
        yield one


@pytest.mark.parametrize("path", ["/api/v1/showtimes", "/api/v1/films?q=red", "/api/v1/places?q=10967"])
def test_any_site_may_read_what_is_public(town: TestClient, path: str) -> None:
    answer = town.get(path, headers=MAGAZINE)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/api/v1/cinemas/moviemento/schedules", "/api/v1/screenings/1/status", "/staff"])
def test_no_site_may_read_what_is_for_staff(town: TestClient, path: str) -> None:
    assert "Access-Control-Allow-Origin" not in town.get(path, headers=MAGAZINE).headers
    assert town.options(path, headers=ASKING).status_code >= 400


def test_a_typed_address_may_be_sent_from_any_site_and_nothing_else(town: TestClient) -> None:
    allowed = town.options("/api/v1/places", headers=ASKING)
    assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert "POST" in allowed.headers["Access-Control-Allow-Methods"]
    assert "POST" not in town.options("/api/v1/films", headers=ASKING).headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("path", ["/api/v1/showtimes", "/api/v1/films"])
@pytest.mark.parametrize("origin", [MAGAZINE, {"Origin": "null"}])
def test_a_site_that_is_not_on_the_list_is_told_so(listed: TestClient, path: str, origin: dict[str, str]) -> None:
    """A page in a sandbox names no site, and so any site could ask."""
    answer = listed.get(path, headers=origin)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/site-not-allowed")
    assert "Ask whoever runs this service" in answer.json()["detail"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("site", ["https://paper.example", "https://north.library.example", "http://testserver"])
def test_those_on_the_list_and_our_own_pages_may_ask(listed: TestClient, site: str) -> None:
    assert listed.get("/api/v1/showtimes", headers={"Origin": site}).status_code == 200
    assert listed.get("/api/v1/showtimes").status_code == 200


def test_sites_are_counted_by_name_and_day(town: TestClient) -> None:
    for path in ("/widget.js", "/embed", "/api/v1/showtimes", "/api/v1/films"):
        town.get(path, headers=MAGAZINE)
    town.get("/widget.js", headers={"Referer": "https://blog.example/some/page?private=1"})
    for quiet in ({}, {"Origin": "null"}, {"Origin": "http://testserver"}, {"Origin": "https://a b\x7f"}):
        town.get("/api/v1/showtimes", headers=quiet)
    state = town.app.state  # type: ignore[attr-defined] # the app is ours
    write_down(state.site_uses, state.keeper.engine, NOW)
    assert rows(state.keeper.engine) == [("blog.example", 1, 0), ("magazine.example", 2, 2)]


def rows(engine: Engine) -> list[tuple[str, int, int]]:
    with reading(engine) as session:
        found = session.exec(select(SiteUse).order_by(col(SiteUse.site))).all()
        assert {row.used_on for row in found} <= {date(2026, 11, 26)}
        return [(row.site, row.loads, row.questions) for row in found]


def test_a_days_numbers_grow_and_invented_names_are_counted_together(settings: Settings) -> None:
    engine = open_database(settings.database_url)
    migrate(engine)
    uses = SiteUses()
    for number in range(MOST_SITES + 20):
        uses.note(f"site-{number}.example", "questions")
    write_down(uses, engine, NOW)
    uses.note("site-1.example", "questions")
    uses.note("site-1.example", "loads")
    write_down(uses, engine, NOW)
    counted = {site: numbers for site, *numbers in rows(engine)}
    assert len(counted) == MOST_SITES + 1
    assert counted[OTHERS] == [0, 20]
    assert counted["site-1.example"] == [1, 2]
    engine.dispose()
