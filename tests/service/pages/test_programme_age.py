"""How old a cinema's programme is, is said to everybody: when it was read or published, and until when it is known."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from data.feeds.lease import hold_next
from data.feeds.reading import read_feed
from data.feeds.registered import add_feed
from data.tables.database import writing
from tests.data.factories import row, sheet, undo_latest
from tests.data.feeds.test_reading import Address
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.pages.reading import page_at
from tests.service.town import NOW

SECRET = "https://till.example/export?key=s3cr3t"
TROUBLE = "The address answered 500 in a bad mood."
# The town's now is Thursday 26 November 2026, 16:00 in Berlin.
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SAME, FAILING, SPARSE = Address(None), Address(failure=TROUBLE), Address(sheet(row(time="20:15")))


def read(town: TestClient, address: Address, ago: timedelta, *, url: str = SECRET) -> None:
    """Have a feed of a cinema read some time ago, and let it be known."""
    engine = engine_of(town)
    with writing(engine) as session:
        add_feed(session, "moviemento", url, every_minutes=60, now=NOW - ago, by="ada@example.org")
    held = hold_next(engine, NOW - ago)
    assert held is not None
    read_feed(engine, held, address, now=NOW - ago)
    town.app.state.last_read.refresh()  # type: ignore[attr-defined]  # an app, whatever its type says


def age(town: TestClient, language: str = "en") -> str:
    page = page_at(fresh(town), "/cinemas/moviemento", language)
    assert "s3cr3t" not in page
    assert TROUBLE not in page
    return page.partition('<p class="known-until">')[2].partition("</p>")[0]


def test_without_a_feed_it_is_said_when_it_was_published(town: TestClient) -> None:
    assert age(town) == (
        "Programme last published today 16:00; known until Thursday 26 November. What comes after, we do not know yet."
    )
    assert age(town, "de") == (
        "Programm zuletzt heute um 16:00 veröffentlicht; bekannt bis Donnerstag, 26. November. "
        "Was danach kommt, wissen wir noch nicht."
    )


@pytest.mark.parametrize(
    ("ago", "english", "german"),
    [
        (10 * HOUR, "Programme last read today 06:00;", "Programm zuletzt heute um 06:00 gelesen;"),
        (17 * HOUR, "Programme last read yesterday 23:00;", "Programm zuletzt gestern um 23:00 gelesen;"),
        (3 * DAY, "Programme last read on Monday 16:00;", "Programm zuletzt am Montag um 16:00 gelesen;"),
        (7 * DAY, "Programme last read on 19 November 16:00;", "Programm zuletzt am 19. November um 16:00 gelesen;"),
        # In summer the cinema's clock is another one.
        (200 * DAY, "Programme last read on 10 May 17:00;", "Programm zuletzt am 10. Mai um 17:00 gelesen;"),
        (365 * DAY, "on 26 November 2025 16:00;", "am 26. November 2025 um 16:00 gelesen;"),
    ],
)
def test_a_feed_is_said_to_be_as_old_as_it_is(town: TestClient, ago: timedelta, english: str, german: str) -> None:
    read(town, SAME, ago)
    assert english in age(town)
    assert german in age(town, "de")


def test_of_a_feed_that_fails_the_last_reading_counts(town: TestClient) -> None:
    read(town, SAME, 3 * DAY)
    read(town, FAILING, HOUR)
    assert age(town).startswith("Programme last read on Monday 16:00;")


def test_of_two_feeds_the_older_reading_counts(town: TestClient) -> None:
    read(town, SAME, HOUR, url="https://till.example/other")
    read(town, SAME, 3 * DAY)
    assert age(town).startswith("Programme last read on Monday 16:00;")


def test_what_was_read_and_waits_for_a_person_is_not_what_is_shown(town: TestClient) -> None:
    read(town, SPARSE, timedelta())
    assert age(town).startswith("Programme last published today 16:00;")


def test_where_nothing_is_published_any_more_nothing_is_known(town: TestClient) -> None:
    undo_latest(engine_of(town), now=NOW)
    assert age(town) == ""
    read(town, SAME, 10 * HOUR)
    assert age(town) == "Programme last read today 06:00."


def test_programs_are_told_too_and_no_more_than_that(town: TestClient) -> None:
    read(town, FAILING, DAY)
    answer = town.get("/api/v1/cinemas/moviemento")
    said = answer.json()
    assert (said["read_at"], said["published_at"]) == (None, "2026-11-26T16:00:00+01:00")
    read(town, SAME, 10 * HOUR)
    answer = town.get("/api/v1/cinemas/moviemento")
    assert answer.json()["read_at"] == "2026-11-26T06:00:00+01:00"
    assert "till.example" not in answer.text
    silent = town.get("/api/v1/cinemas/silent").json()
    assert (silent["read_at"], silent["published_at"]) == (None, None)
