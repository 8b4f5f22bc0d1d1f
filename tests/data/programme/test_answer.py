"""The answer has the shape that the contract fixes, and says what the programme knows."""

from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from data.programme.answer import answer, encode
from data.programme.programme import Programme
from data.programme.question import Window
from data.programme.write import write_answer
from data.versions.notation import VERSIONS
from data.versions.version import Version
from tests.data.factories import BERLIN, NOW
from tests.data.programme.factories import TONIGHT, Listed, programme_of, question

CONTRACT = {
    "near": "lat lon accuracy_m",
    "window": "from until",
    "film": "slug title year minutes",
    "version": "label audio is_original subtitles captions audio_description",
    "cinema": "slug name street postcode city country lat lon time_zone website known_until",
    "screening": "id films starts_at ends_at programme_on version formats auditorium booking_url status",
}
# What the examples of the contract do not show but its text allows.
BESIDES = {
    "film": "titles",
    "cinema": "district screens wheelchair has_hearing_loop advertising_minutes is_outdoor is_drive_in",
    "screening": "title",
}


def fields(name: str) -> set[str]:
    return set(CONTRACT[name].split()) | set(BESIDES.get(name, "").split())


def said(programme: Programme, **asked: object) -> dict[str, Any]:
    decoded: dict[str, Any] = msgspec.json.decode(encode(answer(programme, question(**asked))))
    return decoded


def only(programme: Programme, **asked: object) -> dict[str, Any]:
    screening: dict[str, Any] = said(programme, **asked)["cinemas"][0]["screenings"][0]
    return screening


def test_the_answer_has_exactly_the_fields_of_the_contract(engine: Engine) -> None:
    found = said(programme_of(engine, Listed()))
    assert list(found) == "near window films versions cinemas total_cinemas truncated alternative as_of".split()  # noqa: SIM905 (as the contract writes it)
    assert set(found["near"]) == fields("near")
    assert set(found["window"]) == fields("window")
    assert set(found["films"]["red-rocket"]) == fields("film")
    assert set(found["versions"]["OmU·en·de"]) == fields("version")
    house = found["cinemas"][0]
    assert set(house) == {"cinema", "distance_m", "screenings"}
    assert set(house["cinema"]) == fields("cinema")
    assert set(house["screenings"][0]) == fields("screening")


def test_an_empty_answer_offers_something_of_the_same_shape(engine: Engine) -> None:
    found = said(programme_of(engine, Listed(starts_at=TONIGHT + timedelta(days=7))))
    assert (found["cinemas"], found["total_cinemas"]) == ([], 0)
    assert set(found["alternative"]) == {"relaxed", "cinema", "distance_m", "screening"}
    assert set(found["alternative"]["screening"]) == fields("screening")
    assert set(found["alternative"]["screening"]["films"]) <= set(found["films"])
    assert found["alternative"]["screening"]["version"] in found["versions"]


def test_an_answer_with_something_offers_nothing_else(engine: Engine) -> None:
    assert said(programme_of(engine, Listed()))["alternative"] is None


def test_distances_are_rounded_to_a_tenth_of_a_metre(engine: Engine) -> None:
    metres = said(programme_of(engine, Listed()))["cinemas"][0]["distance_m"]
    assert metres == round(metres, 1)
    assert 1000 < metres < 1100


def test_without_a_position_there_is_no_distance(engine: Engine) -> None:
    found = said(programme_of(engine, Listed()), near=None)
    assert (found["near"], found["cinemas"][0]["distance_m"]) == (None, None)


def test_the_position_is_given_back_as_asked(engine: Engine) -> None:
    assert said(programme_of(engine), accuracy_m=1000.0)["near"] == {"lat": 52.499, "lon": 13.418, "accuracy_m": 1000.0}


def test_starts_are_local_with_the_cinemas_offset(engine: Engine) -> None:
    programme = programme_of(engine, Listed())
    assert only(programme)["starts_at"] == "2026-11-22T20:15:00+01:00"


def test_the_offset_is_the_one_of_the_day(engine: Engine) -> None:
    july = datetime(2027, 7, 1, 20, 15, tzinfo=BERLIN)
    programme = programme_of(engine, Listed(starts_at=july))
    assert only(programme, window=Window(july, july + timedelta(days=1)))["starts_at"] == "2027-07-01T20:15:00+02:00"


def test_a_screening_after_midnight_names_the_evening_before(engine: Engine) -> None:
    late = only(programme_of(engine, Listed(starts_at=TONIGHT + timedelta(hours=4))))
    assert (late["starts_at"], late["programme_on"]) == ("2026-11-23T00:15:00+01:00", "2026-11-22")


def test_an_end_is_estimated_with_the_advertising(engine: Engine) -> None:
    assert only(programme_of(engine, Listed()))["ends_at"] == "2026-11-22T22:45:00+01:00"


@pytest.mark.parametrize(("minutes", "ends_at"), [(0, "22:25"), (35, "23:00")])
def test_what_a_cinema_says_of_its_advertising_counts_there(engine: Engine, minutes: int, ends_at: str) -> None:
    houses = {"moviemento": (52.49033, 13.4234), "rollberg": (52.47937, 13.43079)}
    shown = [Listed(cinema=slug) for slug in houses]
    programme = programme_of(engine, *shown, cinemas=houses, advertising_minutes={"moviemento": minutes})
    ends = {one["cinema"]["slug"]: one["screenings"][0]["ends_at"][11:16] for one in said(programme)["cinemas"]}
    assert ends == {"moviemento": ends_at, "rollberg": "22:45"}
    assert write_answer(programme, question()) == encode(answer(programme, question()))


def test_a_double_feature_names_both_films_and_lasts_as_long_as_both(engine: Engine) -> None:
    found = said(programme_of(engine, Listed(films=("red-rocket", "dune"))))
    screening = found["cinemas"][0]["screenings"][0]
    assert (screening["films"], screening["title"]) == (["red-rocket", "dune"], None)
    assert screening["ends_at"] == "2026-11-23T00:55:00+01:00"
    assert set(found["films"]) == {"red-rocket", "dune"}


def test_a_sneak_has_a_title_and_no_end(engine: Engine) -> None:
    screening = only(programme_of(engine, Listed(films=(), title="Sneak Preview")))
    assert (screening["films"], screening["title"], screening["ends_at"]) == ([], "Sneak Preview", None)


def test_unknown_is_not_none(engine: Engine) -> None:
    rows = [Listed(version=Version(), films=()), Listed(version=VERSIONS["OV"], starts_at=TONIGHT + timedelta(hours=1))]
    versions = said(programme_of(engine, *rows))["versions"]
    facts = {(tuple(one["audio"]), one["is_original"], one["subtitles"] == []) for one in versions.values()}
    assert facts == {(("und",), None, False), (("en",), True, True)}
    assert None in [one["subtitles"] for one in versions.values()]


def test_versions_with_one_label_are_told_apart(engine: Engine) -> None:
    rows = [Listed(films=(slug,), version=VERSIONS["DF"]) for slug in ("american", "german", "nobody-knows")]
    languages = {"german": ["de"], "nobody-knows": []}
    found = said(programme_of(engine, *rows, languages=languages))
    screenings = found["cinemas"][0]["screenings"]
    assert [found["versions"][one["version"]]["is_original"] for one in screenings] == [False, True, None]
    assert {one["label"] for one in found["versions"].values()} == {"DF"}


def test_formats_auditorium_link_and_status_are_shown(engine: Engine) -> None:
    row = Listed(formats=("70mm", "3D"), auditorium="Kino 2", booking_url="https://kino.example", status="sold-out")
    screening = only(programme_of(engine, row))
    assert sorted(screening["formats"]) == ["3D", "70mm"]
    assert (screening["auditorium"], screening["booking_url"], screening["status"]) == (
        "Kino 2",
        "https://kino.example",
        "sold-out",
    )


def test_only_the_films_and_versions_that_are_shown_are_named(engine: Engine) -> None:
    rows = [Listed(), Listed(films=("dune",), version=VERSIONS["OV"], starts_at=TONIGHT + timedelta(days=9))]
    found = said(programme_of(engine, *rows))
    assert (set(found["films"]), set(found["versions"])) == ({"red-rocket"}, {"OmU·en·de"})


def test_the_answer_knows_when_it_was_last_published_to(engine: Engine) -> None:
    assert said(programme_of(engine))["as_of"] == "2026-11-22T17:00:00Z"


def test_a_cinema_says_until_when_its_programme_is_known(engine: Engine) -> None:
    found = said(programme_of(engine, Listed(), scope_until=date(2026, 12, 2)))
    assert found["cinemas"][0]["cinema"]["known_until"] == "2026-12-02"


def test_the_same_question_has_the_same_bytes(engine: Engine) -> None:
    programme = programme_of(engine, Listed(), Listed(films=("dune", "tenet"), formats=("3D", "IMAX")))
    assert encode(answer(programme, question())) == encode(answer(programme, question()))


def test_an_answer_that_was_cut_says_so(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(starts_at=NOW + timedelta(minutes=n)) for n in range(2001)))
    found = said(programme)
    assert found["truncated"] is True
    assert len(found["cinemas"][0]["screenings"]) == 2000
