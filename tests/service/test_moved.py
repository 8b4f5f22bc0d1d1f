"""After a merge: old addresses lead to the new ones, and old slugs and ids mean what they have become."""

import pytest
from fastapi.testclient import TestClient

from data.catalogue.merge import merge_cinemas, merge_films
from data.catalogue.unmerge import unmerge_cinemas
from data.tables.database import writing
from tests.service.api.staff_of_town import WEEK, carrying, engine_of, fresh, token_for
from tests.service.town import NOW


@pytest.fixture
def merged(town: TestClient) -> TestClient:
    """The town after Rollberg went into Moviemento, and Kuolleet lehdet into Red Rocket."""
    with writing(engine_of(town)) as session:
        merge_cinemas(session, "moviemento", "rollberg", now=NOW, by="editor")
        merge_films(session, "red-rocket", "fallende-blaetter", now=NOW, by="editor")
    return fresh(town)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/films/fallende-blaetter?lang=en", "/films/red-rocket?lang=en"),
        ("/api/v1/films/fallende-blaetter", "/api/v1/films/red-rocket"),
        ("/api/v1/films/fallende-blaetter.ics?cinema=thalia", "/api/v1/films/red-rocket.ics?cinema=thalia"),
        ("/api/v1/cinemas/rollberg", "/api/v1/cinemas/moviemento"),
        ("/api/v1/cinemas/rollberg.ics", "/api/v1/cinemas/moviemento.ics"),
        (
            "/api/v1/cinemas/rollberg/screenings?as=csv&film=a%20b",
            "/api/v1/cinemas/moviemento/screenings?as=csv&film=a%20b",
        ),
    ],
)
def test_an_old_address_leads_to_the_new_one_with_all_that_was_asked(merged: TestClient, old: str, new: str) -> None:
    answer = merged.get(old, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, new)
    # A merge can be undone.
    assert answer.headers["cache-control"] == "public, max-age=300"


def test_a_cinema_is_no_film_and_nobody_is_led_anywhere_else(merged: TestClient) -> None:
    assert merged.get("/api/v1/films/rollberg").status_code == 404
    assert merged.get("/api/v1/cinemas/moviemento", follow_redirects=False).status_code == 200


@pytest.mark.parametrize("place", [{"lat": "52.5", "lon": "13.42"}, {}])
@pytest.mark.parametrize(
    ("old", "new"),
    [({"cinema": "rollberg"}, {"cinema": "moviemento"}), ({"film": "fallende-blaetter"}, {"film": "red-rocket"})],
)
def test_an_old_slug_asks_for_what_it_has_become_on_the_short_way_and_the_long_one(
    merged: TestClient, place: dict[str, str], old: dict[str, str], new: dict[str, str]
) -> None:
    said = merged.get("/api/v1/showtimes", params=place | new)
    assert said.json()["cinemas"]
    assert merged.get("/api/v1/showtimes", params=place | old).content == said.content
    # Escaped as no program would, it goes the long way.
    name, slug = next(iter(old.items()))
    long_way = "&".join(f"{key}={value}" for key, value in place.items()) + f"&limit=020&{name}={slug}"
    assert merged.get(f"/api/v1/showtimes?{long_way.lstrip('&')}").content == said.content


def test_the_id_of_a_screening_that_both_had_goes_on_to_work(town: TestClient) -> None:
    with writing(engine_of(town)) as session:
        merge_films(session, "red-rocket", "fallende-blaetter", now=NOW, by="editor")
    from_both = {"silent": "2026-11-28T20:15", "thalia": "2026-11-28T20:15"}
    ids = {}
    for cinema in from_both:
        token = carrying(token_for(town, cinema))
        path = f"/api/v1/cinemas/{cinema}/schedules"
        number = town.post(path, content=WEEK, headers=token).json()["id"]
        assert town.post(f"{path}/{number}/publish?accept=removals", headers=token).status_code == 200
        listed = fresh(town).get(f"/api/v1/cinemas/{cinema}/screenings").json()["screenings"]
        ids[cinema] = next(one["id"] for one in listed if one["starts_at"].startswith("2026-11-28"))
    with writing(engine_of(town)) as session:
        report = merge_cinemas(session, "thalia", "silent", now=NOW, by="editor")
    assert report.joined == 2
    said = fresh(town).get(f"/api/v1/screenings/{ids['silent']}").json()
    assert (said["screening"]["id"], said["cinema"]["slug"]) == (ids["thalia"], "thalia")
    assert town.get(f"/api/v1/screenings/{ids['silent']}.ics").status_code == 200


def test_whoever_uploads_under_the_old_slug_is_understood(town: TestClient) -> None:
    token = carrying(token_for(town, "rollberg"))
    with writing(engine_of(town)) as session:
        merge_cinemas(session, "moviemento", "rollberg", now=NOW, by="editor")
    answer = town.post("/api/v1/cinemas/rollberg/schedules", content=WEEK, headers=token)
    assert (answer.status_code, answer.json()["cinema"]) == (201, "moviemento")
    assert town.post("/api/v1/cinemas/thalia/schedules", content=WEEK, headers=token).status_code == 403


def test_after_parting_the_old_address_is_an_address_again(merged: TestClient) -> None:
    with writing(engine_of(merged)) as session:
        unmerge_cinemas(session, "rollberg", now=NOW, by="editor")
    answer = fresh(merged).get("/api/v1/cinemas/rollberg", follow_redirects=False)
    assert (answer.status_code, answer.json()["name"]) == (200, "Rollberg")
