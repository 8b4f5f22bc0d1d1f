"""A row is the screening that it was: its id stays, whatever else changes."""

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.schedules.edit import set_status
from data.schedules.plan import Mode
from data.tables.database import reading, writing
from data.tables.film import Film
from data.tables.screening import Screening
from tests.data.factories import NOW, add_cinema, add_film, dump, publish_sheet, row, starts, stored

pytestmark = pytest.mark.both_databases


def ids(engine: Engine) -> list[int]:
    return [one.id for one in stored(engine)]


def sell_out(engine: Engine, number: int) -> None:
    with writing(engine) as session:
        set_status(session, "moviemento", number, "sold-out", now=NOW)


@pytest.mark.parametrize(
    "changed",
    [
        row(date="2026-11-29", source_id="77"),
        row(title="Anderer Film", source_id="77"),
        row(version="DF", auditorium="Kino 2", time="15:00", source_id="77"),
    ],
)
def test_the_vendors_id_makes_it_the_same_screening(house: Engine, changed: dict[str, str]) -> None:
    publish_sheet(
        house, row(source_id="77"), row(date="2026-11-29", title="Anderer Film", time="22:00", source_id="78")
    )
    before = stored(house)[0].id
    publish_sheet(house, changed, row(date="2026-11-29", title="Anderer Film", time="22:00", source_id="78"))
    with reading(house) as session:
        assert session.exec(select(Screening.id).where(Screening.source_id == "77")).one() == before


def test_the_vendors_id_wins_over_the_place_in_the_programme(house: Engine) -> None:
    publish_sheet(house, row(time="18:00", source_id="1"), row(time="20:00", source_id="2"))
    first, second = ids(house)
    publish_sheet(house, row(time="20:00", source_id="1"), row(time="18:00", source_id="2"))
    assert ids(house) == [second, first]


@pytest.mark.parametrize(
    "changed",
    [row(booking_url="https://kino.example/1"), row(status="ausverkauft"), row(format="3D"), row(title="RED ROCKET")],
)
def test_film_start_version_and_auditorium_make_it_the_same_screening(house: Engine, changed: dict[str, str]) -> None:
    publish_sheet(house, row())
    before = ids(house)
    report = publish_sheet(house, changed)
    assert ids(house) == before
    assert report.counts.changed == 1


def test_a_screening_that_moved_keeps_its_id(house: Engine) -> None:
    publish_sheet(house, row(time="20:00"))
    before = ids(house)
    report = publish_sheet(house, row(time="20:30"))
    assert (ids(house), starts(house), report.counts.moved) == (before, ["26 20:30"], 1)


def test_a_move_says_from_where(house: Engine) -> None:
    publish_sheet(house, row(time="20:00"))
    change = publish_sheet(house, row(time="20:30")).changes[0]
    assert change.kind == "moved"
    assert change.from_at is not None
    assert change.from_at.isoformat() == "2026-11-26T20:00:00+01:00"
    assert change.starts_at.isoformat() == "2026-11-26T20:30:00+01:00"


def test_a_screening_may_move_past_midnight_within_its_evening(house: Engine) -> None:
    publish_sheet(house, row(time="23:30"))
    assert publish_sheet(house, row(date="2026-11-27", time="00:15")).counts.moved == 1


@pytest.mark.parametrize("elsewhere", [row(date="2026-11-27"), row(auditorium="Kino 2", time="20:30")])
def test_another_evening_or_auditorium_is_no_move(house: Engine, elsewhere: dict[str, str]) -> None:
    publish_sheet(house, row(), row(date="2026-11-27", title="Anderer", auditorium="Kino 2"))
    report = publish_sheet(
        house,
        elsewhere,
        row(date="2026-11-27", title="Anderer", auditorium="Kino 2"),
        row("2026-11-26", "14:00", "Dritter"),
    )
    assert (report.counts.moved, report.counts.added, report.counts.removed) == (0, 2, 1)


def test_of_two_that_could_have_moved_none_did(house: Engine) -> None:
    publish_sheet(house, row(time="18:00"), row(time="20:00"))
    counts = publish_sheet(house, row(time="18:15"), row(time="20:15")).counts
    assert (counts.moved, counts.added, counts.removed) == (0, 2, 2)


def test_what_still_stands_is_not_what_moved(house: Engine) -> None:
    publish_sheet(house, row(time="18:00"), row(time="20:00"))
    first, second = ids(house)
    publish_sheet(house, row(time="18:00"), row(time="20:30"))
    assert ids(house) == [first, second]


def test_two_versions_at_one_time_are_two_screenings(house: Engine) -> None:
    publish_sheet(house, row(version="OV"), row(version="DF"))
    first, second = stored(house)
    publish_sheet(house, row(version="DF"), row(version="OV", booking_url="https://kino.example"))
    assert stored(house) == [first, second]
    assert {first.label, second.label} == {"OV", "DF"}


def test_a_removed_screening_keeps_its_id_as_cancelled(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    before = ids(house)
    report = publish_sheet(house, row())
    assert [(one.id, one.status) for one in stored(house)] == [(before[0], "scheduled"), (before[1], "cancelled")]
    assert report.counts.removed == 1


def test_a_removed_screening_comes_back_under_its_id(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    before = stored(house)
    publish_sheet(house, row())
    report = publish_sheet(house, row(), row(time="22:00"))
    assert stored(house) == before
    assert (report.counts.added, report.changes[0].id) == (1, str(before[1].id))


def test_a_removed_screening_is_not_removed_again(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    publish_sheet(house, row())
    assert publish_sheet(house, row()).state == "unchanged"


def test_a_living_screening_is_taken_before_a_cancelled_one(house: Engine) -> None:
    publish_sheet(house, row(source_id="1"), row(source_id="2"))
    publish_sheet(house, row(source_id="2"))
    publish_sheet(house, row())
    assert [one.status for one in stored(house)] == ["cancelled", "scheduled"]


def test_a_screening_sold_out_by_hand_stays_sold_out(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    sell_out(house, ids(house)[0])
    assert publish_sheet(house, row(), row(time="22:00")).state == "unchanged"
    publish_sheet(house, row(time="20:00", booking_url="https://kino.example"), row(time="22:00"))
    assert [one.status for one in stored(house)] == ["sold-out", "scheduled"]


def test_a_screening_sold_out_by_hand_stays_so_where_it_moves(house: Engine) -> None:
    publish_sheet(house, row())
    sell_out(house, ids(house)[0])
    publish_sheet(house, row(time="20:30"))
    assert [(one.starts, one.status) for one in stored(house)] == [("26 20:30", "sold-out")]


def test_the_past_is_untouched(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-22", time="17:00"), row(), now=NOW.replace(hour=12))
    before = stored(house)
    publish_sheet(house, row(date="2026-11-22", time="16:00", title="Nie gelaufen"), row())
    assert stored(house) == before


def test_a_row_of_the_past_makes_no_film(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-21", title="Gestern"), row())
    assert films(house) == {"red-rocket": False}


def films(engine: Engine) -> dict[str, bool]:
    with reading(engine) as session:
        return dict(session.exec(select(Film.slug, Film.is_provisional)).all())


def test_an_unknown_title_becomes_a_provisional_film_that_the_next_file_knows(house: Engine) -> None:
    publish_sheet(house, row(title="Neu"))
    report = publish_sheet(house, row(title="NEU"), row(title="Neu", time="22:00"))
    assert "film-new" not in [problem.code for problem in report.problems]
    assert films(house) == {"red-rocket": False, "neu": True}


def test_rows_that_differ_in_little_stay_what_they_are(house: Engine) -> None:
    rows = [row(title="Red Rocket"), row(title="RED ROCKET"), row(status="ausverkauft"), row(format="3D")]
    publish_sheet(house, *rows)
    before = dump(house)
    assert publish_sheet(house, *rows).state == "unchanged"
    assert dump(house) == before


@pytest.mark.parametrize(
    "rows",
    [
        [row(), row(title="RED ROCKET"), row(version="Kasperl-OmU")],
        [row(status="scheduled"), row(status="ausverkauft")],
        [row(time="18:00", source_id="film-7"), row(time="20:00", source_id="film-7")],
    ],
)
def test_the_order_of_the_rows_does_not_matter(house: Engine, rows: list[dict[str, str]]) -> None:
    publish_sheet(house, *rows)
    assert publish_sheet(house, *reversed(rows)).state == "unchanged"


def test_one_vendors_id_for_several_rows_does_no_harm(house: Engine) -> None:
    rows = [row(time=f"{hour}:00", source_id="film-7") for hour in (14, 16, 18, 20)]
    publish_sheet(house, *rows)
    assert publish_sheet(house, *rows).state == "unchanged"


def test_each_of_two_cinemas_keeps_its_own(house: Engine) -> None:
    add_cinema(house, "odeon", name="Odeon")
    publish_sheet(house, row(source_id="1"))
    publish_sheet(house, row(time="21:00", source_id="1"), cinema="odeon")
    publish_sheet(house, row(time="22:00", source_id="1"), cinema="odeon")
    assert starts(house) == ["26 20:00", "26 22:00"]


def test_a_file_that_only_adds_removes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    counts = publish_sheet(house, row(time="22:00"), mode=Mode.ADD).counts
    assert (counts.added, counts.removed, counts.moved) == (1, 0, 0)
    assert starts(house) == ["26 20:00", "26 22:00"]


def test_a_file_that_only_adds_changes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    before = dump(house)
    assert publish_sheet(house, row(booking_url="https://kino.example"), mode=Mode.ADD).state == "unchanged"
    assert dump(house) == before


def test_a_file_that_only_adds_brings_back_what_was_removed(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    before = stored(house)
    publish_sheet(house, row())
    publish_sheet(house, row(time="22:00"), mode=Mode.ADD)
    assert stored(house) == before


def test_a_double_feature_changes_its_second_film(house: Engine) -> None:
    add_film(house, "Tangerine")
    add_film(house, "Starlet")
    publish_sheet(house, row(title="Red Rocket + Tangerine", source_id="1"))
    publish_sheet(house, row(title="Red Rocket + Starlet", source_id="1"))
    with house.connect() as connection:
        slugs = connection.exec_driver_sql(
            "SELECT slug FROM screening_film JOIN film ON film.id = film_id ORDER BY position"
        )
        assert [slug for (slug,) in slugs] == ["red-rocket", "starlet"]
