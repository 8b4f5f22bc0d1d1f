"""An empty answer says in words what there is instead, and tells "not playing" from "we do not know"."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from data.catalogue.closed_days import close_days
from data.programme.answer import answer, encode
from data.programme.programme import Programme
from data.programme.question import Window, window_of
from data.programme.write import write_answer
from data.tables.database import writing
from data.versions.notation import VERSIONS
from tests.data.factories import BERLIN, NOW
from tests.data.programme.factories import TONIGHT, Listed, loaded, programme_of, question

HOUSES = {"near": (52.49033, 13.4234), "other": (52.5, 13.5), "far": (52.6, 13.6), "munich": (48.14, 11.58)}
TODAY = window_of(NOW, BERLIN, on=NOW.date())
RED = ("red-rocket",)
TOMORROW, NEXT_WEEK = TONIGHT + timedelta(days=1), TONIGHT + timedelta(days=7)


def empty(programme: Programme, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 (fields of Question)
    """Give what an empty answer says, having seen that both ways to write it agree."""
    wish = question(**{"window": TODAY, "films": RED} | asked)
    body = write_answer(programme, wish)
    assert body == encode(answer(programme, wish))
    said: dict[str, Any] = msgspec.json.decode(body)["empty"]
    return said


def test_an_answer_with_something_says_nothing_of_it(engine: Engine) -> None:
    body = write_answer(programme_of(engine, Listed()), question())
    assert "empty" not in msgspec.json.decode(body)


def test_what_there_is_not_and_what_there_is_instead_in_words(engine: Engine) -> None:
    said = empty(programme_of(engine, Listed(starts_at=TOMORROW), scope_until=NOW.date()), within_m=10_000.0)
    assert said["sentence"] == {
        "de": "Heute Abend nicht im Umkreis von 10 km.",
        "en": "Not tonight within 10 km.",
    }
    [other] = said["alternatives"]
    assert other["sentence"] == {
        "de": "Morgen 20:15 OmU, Moviemento, 1,0 km.",
        "en": "Tomorrow 20:15 OmU at Moviemento, 1.0 km.",
    }


def test_each_direction_has_its_own_alternative_the_one_that_costs_least_first(engine: Engine) -> None:
    rows = [
        Listed(cinema="far"),
        Listed(cinema="near", starts_at=TOMORROW),
        Listed(cinema="near", version=VERSIONS["DF"]),
    ]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    said = empty(programme, within_m=3_000.0, versions=("OmU",))
    assert said["sentence"]["en"].startswith("Not tonight in OmU within 3 km.")
    assert [(one["relaxed"], one["sentence"]["en"]) for one in said["alternatives"]] == [
        (["within_km"], "Tonight 20:15 OmU at Far, 16.7 km."),
        (["version"], "Tonight 20:15 DF at Near, 1.0 km."),
        (["on"], "Tomorrow 20:15 OmU at Near, 1.0 km."),
    ]
    whole = msgspec.json.decode(encode(answer(programme, question(window=TODAY, within_m=1.0, films=RED))))
    first = whole["empty"]["alternatives"][0]
    assert whole["alternative"] == {name: first[name] for name in ("relaxed", "cinema", "distance_m", "screening")}


@pytest.mark.parametrize(
    ("accuracy_m", "words"), [(0.0, ", 1.9 km."), (1_000.0, ", about 2 km."), (20_000.0, ", at most 22 km.")]
)
def test_a_distance_is_no_finer_than_the_position(engine: Engine, accuracy_m: float, words: str) -> None:
    houses = {"moviemento": (52.482, 13.418)}
    programme = programme_of(engine, Listed(starts_at=TOMORROW), cinemas=houses)
    [other] = empty(programme, accuracy_m=accuracy_m)["alternatives"]
    assert other["sentence"]["en"].endswith(words)


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (TODAY, "Heute Abend nicht."),
        (window_of(NOW - timedelta(hours=6), BERLIN, on=NOW.date()), "Heute nicht."),
        (window_of(NOW, BERLIN), "Heute und morgen nicht."),
        (window_of(NOW, BERLIN, on=NOW.date() + timedelta(days=1)), "Morgen nicht."),
        (window_of(NOW, BERLIN, on=date(2026, 11, 26)), "Am Do, 26.11. nicht."),
        (window_of(NOW, BERLIN, until_at=NOW + timedelta(days=3)), "Vom So, 22.11. bis Mi, 25.11. nicht."),
        (Window(NOW.astimezone(BERLIN), NOW.astimezone(BERLIN) + timedelta(hours=3)), "Am So, 22.11. nicht."),
    ],
)
def test_a_window_is_named_as_people_do(engine: Engine, window: Window, words: str) -> None:
    programme = programme_of(engine, Listed(starts_at=NOW + timedelta(days=9)), scope_until=date(2026, 12, 31))
    assert empty(programme, window=window)["sentence"]["de"] == words


def test_cinemas_that_have_not_told_are_counted(engine: Engine) -> None:
    rows = [Listed(cinema=cinema, films=("dune",)) for cinema in ("near", "munich")]
    programme = programme_of(engine, *rows, Listed(cinema="munich", starts_at=NEXT_WEEK), cinemas=HOUSES)
    said = empty(programme)
    # Munich is too far to be asked; `other` and `far` never published.
    assert (said["cinemas"], said["unknown"], said["closed"]) == (3, 2, 0)
    assert said["sentence"] == {
        "de": "Heute Abend nicht. Von 2 der 3 Kinos kennen wir das Programm dafür noch nicht.",
        "en": "Not tonight. 2 of 3 cinemas have not told us their programme for that time yet.",
    }
    assert empty(programme, within_m=2_000.0)["unknown"] == 0
    assert empty(programme, cinemas=("near", "far"))["unknown"] == 1
    assert empty(programme, window=window_of(NOW, BERLIN))["unknown"] == 3


def test_a_closed_cinema_is_not_silent(engine: Engine) -> None:
    rows = [Listed(cinema="near", films=("dune",)), Listed(cinema="munich", starts_at=NEXT_WEEK)]
    programme_of(engine, *rows, cinemas=HOUSES)
    with writing(engine) as session:
        close_days(session, "other", NOW.date(), NOW.date(), now=NOW)
        close_days(session, "far", NOW.date(), NOW.date() + timedelta(days=1), now=NOW)
    programme = loaded(engine)
    said = empty(programme)
    assert (said["cinemas"], said["unknown"], said["closed"]) == (3, 0, 2)
    assert empty(programme, window=window_of(NOW, BERLIN))["unknown"] == 2


def test_where_there_is_nothing_at_all_it_is_said(engine: Engine) -> None:
    said = empty(programme_of(engine), films=())
    assert (said["alternatives"], said["cinemas"], said["unknown"]) == ([], 1, 1)
    assert said["sentence"]["en"] == "Not tonight. The cinema has not told us its programme for that time yet."
