"""What holds for every document, however it is bent: no traceback, and no show lost."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet
from tests.data.schedules.readers.reading import read
from tests.data.schedules.readers.test_ical import BERLIN, FILM, calendar, event
from tests.data.schedules.readers.test_json_ld import page, screening
from tests.data.schedules.readers.vendor_documents import (
    CINEMA_SHOWTIMES,
    CINETIXX_BOOKING,
    CINETIXX_XML,
    KINOTICKETS,
    KINOTICKETS_JS,
    TAPOS,
    VEEZI,
    VISTA,
)

OWN: Any = {
    "films": {"red-rocket": {"slug": "red-rocket", "title": "Red Rocket", "year": 2021}},
    "versions": {"OmU": {"label": "OmU", "audio": ["en"], "is_original": True, "subtitles": ["de"], "captions": False}},
    "cinemas": [
        {
            "cinema": {"slug": "moviemento", "name": "Moviemento"},
            "screenings": [
                {
                    "id": "17",
                    "films": ["red-rocket"],
                    "title": None,
                    "starts_at": "2026-11-26T20:15:00+01:00",
                    "programme_on": "2026-11-26",
                    "version": "OmU",
                    "formats": ["35mm"],
                    "status": "sold-out",
                }
            ],
        }
    ],
}
GRAPH: Any = {"@graph": [screening(location={"name": "Moviemento"}, offers=[{"url": "https://x.example"}])]}
TREES = [CINETIXX_BOOKING, KINOTICKETS, VISTA, VEEZI, CINEMA_SHOWTIMES, OWN, GRAPH]
CALENDAR = calendar(event("UID:1", BERLIN, FILM, "RRULE:FREQ=WEEKLY;COUNT=3", "LOCATION:Saal 1"), event(BERLIN, FILM))
TEXTS = [CINETIXX_XML.encode(), TAPOS.encode(), KINOTICKETS_JS.encode(), CALENDAR, page(json.dumps(GRAPH)).encode()]

ODD: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=8),
        st.sampled_from(
            ["2026-11-26T25:00", "20261126T201500Z", "0000-00-00", "9999-12-31T23:59:59Z", "\ud800", "&#0;"]
        ),
    ),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)),
    max_leaves=5,
)
SIGNS = st.sampled_from([b"<", b"&", b'"', b"\\", b"{", b"\r\n ", b":", b";", b"//", b"\0"])
FEW = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)


def places(tree: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 (any JSON)
    """Give all places of a tree in which something stands, as a holder and a key."""
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    return [place for key in keys for place in ((tree, key), *places(tree[key]))]


@pytest.mark.parametrize("number", range(len(TREES)))
@FEW
@given(data=st.data())
def test_no_odd_value_at_any_place_raises_or_loses_a_show(house: Engine, number: int, data: st.DataObject) -> None:
    tree = json.loads(json.dumps(TREES[number]))
    for _ in range(data.draw(st.integers(1, 3))):
        spots = places(tree)
        if spots:
            holder, key = data.draw(st.sampled_from(spots))
            holder[key] = data.draw(ODD)
    with suppress(FileUnreadableError):
        check_whole(house, json.dumps(tree).encode())


@pytest.mark.parametrize("number", range(len(TEXTS)))
@FEW
@given(data=st.data())
def test_no_odd_bytes_at_any_place_raise_or_lose_a_show(house: Engine, number: int, data: st.DataObject) -> None:
    content = TEXTS[number]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        stop = start + data.draw(st.integers(0, 12))
        odd = data.draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b"&", b'"', b"\\", b"{", b"\r\n ", b":"]))
        )
        content = content[:start] + odd + content[stop:]
    with suppress(FileUnreadableError):
        check_whole(house, content)


def check_whole(engine: Engine, content: bytes) -> None:
    """Check a document, and that each of its shows became something."""
    counts = check_sheet(engine, content=content).counts
    assert counts.rows == len(read(content).rows)
    assert counts.rows == sum((counts.screenings, counts.duplicates, counts.past, counts.elsewhere, counts.errors))
    assert counts.screenings == sum((counts.added, counts.moved, counts.changed, counts.unchanged))


def test_none_of_these_documents_is_odd_by_itself(house: Engine) -> None:
    documents = [*(json.dumps(tree).encode() for tree in TREES), *TEXTS]
    for content in documents:
        assert check_sheet(house, content=content).counts.errors == 0
        check_whole(house, content)
