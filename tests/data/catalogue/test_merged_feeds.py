"""Two houses with a feed each become one: one of the two rests, lest they overwrite each other."""

import pytest
from sqlalchemy import Engine

from data.catalogue.merge import merge_cinemas
from data.feeds.registered import add_feed, list_feeds, pause_feed
from data.tables.database import reading, writing
from data.tables.feed import Feed
from tests.data.catalogue.joining import LATER, merge, part
from tests.data.factories import NOW

pytestmark = pytest.mark.both_databases

OURS, THEIRS = "https://passage.example/programm.ics", "https://kino.example/passage.ics"


def add(engine: Engine, slug: str, url: str, *, state: str = "read") -> int:
    with writing(engine) as session:
        feed = session.get_one(Feed, int(add_feed(session, slug, url, every_minutes=60, now=NOW, by="editor").id))
        feed.state, feed.read_at = state, None if state == "new" else NOW
        return feed.id


def states(engine: Engine) -> dict[str, str]:
    with reading(engine) as session:
        return {f"{one.cinema} {one.url}": one.state for one in list_feeds(session)}


def test_the_feed_of_the_house_that_goes_rests_until_they_are_two_again(houses: Engine) -> None:
    add(houses, "passage", OURS)
    add(houses, "passage-kino", THEIRS)
    before = states(houses)
    assert merge(houses, "passage", "passage-kino").paused_feeds == (THEIRS,)
    assert states(houses) == {f"passage {OURS}": "read", f"passage {THEIRS}": "paused"}
    part(houses, "passage-kino")
    assert states(houses) == before


@pytest.mark.parametrize("state", ["failing", "new"])
def test_the_feed_that_brings_something_goes_on(houses: Engine, state: str) -> None:
    add(houses, "passage", OURS, state=state)
    add(houses, "passage-kino", THEIRS)
    before = states(houses)
    assert merge(houses, "passage", "passage-kino").paused_feeds == (OURS,)
    assert states(houses) == {f"passage {OURS}": "paused", f"passage {THEIRS}": "read"}
    part(houses, "passage-kino")
    assert states(houses) == before


@pytest.mark.parametrize("slug", ["passage", "passage-kino"])
def test_an_only_feed_goes_on(houses: Engine, slug: str) -> None:
    add(houses, slug, OURS)
    assert merge(houses, "passage", "passage-kino").paused_feeds == ()
    assert states(houses) == {f"passage {OURS}": "read"}


def test_an_address_that_both_have_is_read_once(houses: Engine) -> None:
    add(houses, "passage", OURS)
    add(houses, "passage-kino", OURS)
    assert merge(houses, "passage", "passage-kino").paused_feeds == ()
    assert states(houses) == {f"passage {OURS}": "read"}


def test_a_feed_that_was_paused_by_hand_stays_so(houses: Engine) -> None:
    add(houses, "passage", OURS)
    theirs = add(houses, "passage-kino", THEIRS)
    with writing(houses) as session:
        pause_feed(session, "passage-kino", theirs, is_paused=True, now=NOW)
        assert merge_cinemas(session, "passage", "passage-kino", now=LATER, by="editor").paused_feeds == ()
    part(houses, "passage-kino")
    assert states(houses) == {f"passage {OURS}": "read", f"passage-kino {THEIRS}": "paused"}
