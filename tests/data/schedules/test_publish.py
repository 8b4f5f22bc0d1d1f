"""Publishing is all or nothing, asks before it harms, and does nothing twice."""

import hashlib
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.errors import FileUnreadableError, UnknownCinemaError
from data.schedules.kept import KeptFile, file_of
from data.schedules.plan import Document, plan_schedule
from data.schedules.publish import Consent, ConsentMissingError, consents_needed, publish
from data.tables.change import Change
from data.tables.database import reading, writing
from data.tables.film import Film
from data.tables.schedule import Schedule
from tests.data.factories import NOW, add_film, check_sheet, dump, publish_sheet, row, sheet, starts

pytestmark = pytest.mark.both_databases

NOTHING: frozenset[Consent] = frozenset()
WEEK = [row(date=f"2026-11-{day}") for day in range(24, 30)]
BAD = row(time="2o:00", title="Anderer")


def test_checking_writes_nothing(house: Engine) -> None:
    before = dump(house)
    assert check_sheet(house, row(), row(title="Neu"), BAD).state == "checked"
    assert dump(house) == before


def test_the_same_file_again_writes_nothing_at_all(house: Engine) -> None:
    rows = [
        row(),
        row(title="Neu", date="2026-11-27"),
        row(status="ausverkauft", time="22:00"),
        BAD,
        row(date="2026-11-20"),
    ]
    publish_sheet(house, *rows)
    before = dump(house)
    report = publish_sheet(house, *rows, now=NOW + timedelta(hours=1))
    assert report.state == "unchanged"
    assert dump(house) == before


def test_the_same_programme_in_another_order_and_spelling_writes_nothing(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    before = dump(house)
    content = (
        "Titel,Beginn,Tag,Saal,Fassung\n"
        "  Red  Rocket ,22.00,26.11.26,Kino 1,OmU\n"
        "Red Rocket,20:00 Uhr,26.11.2026,Kino 1,OmU"
    )
    report = publish_sheet(house, content=content.encode("utf-16"))
    assert report.state == "unchanged"
    assert dump(house) == before


def test_an_exception_half_way_leaves_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    before = dump(house)
    document = Document(name="a.csv", content=sheet(row(title="Neu"), row(time="14:00")))

    def publish_and_fail() -> None:
        with writing(house) as session:
            plan = plan_schedule(session, "moviemento", document, now=NOW)
            publish(session, plan, now=NOW, accept=frozenset(Consent))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        publish_and_fail()
    assert dump(house) == before


def test_bad_rows_are_published_around_only_after_a_yes(house: Engine) -> None:
    with pytest.raises(ConsentMissingError, match="1 of 2 rows") as refusal:
        publish_sheet(house, row(), BAD, accept=NOTHING)
    assert refusal.value.consents == {Consent.ERRORS}
    assert starts(house) == []
    publish_sheet(house, row(), BAD, accept={Consent.ERRORS})
    assert starts(house) == ["26 20:00"]


def test_a_third_may_be_removed_without_a_question(house: Engine) -> None:
    publish_sheet(house, *WEEK)
    report = publish_sheet(house, WEEK[0], *WEEK[2:4], WEEK[5], accept=NOTHING)
    assert report.counts.removed == 2


def test_more_than_a_third_is_removed_only_after_a_yes(house: Engine) -> None:
    publish_sheet(house, *WEEK)
    with pytest.raises(ConsentMissingError, match="3 of 6 published") as refusal:
        publish_sheet(house, WEEK[0], WEEK[3], WEEK[5], accept={Consent.ERRORS})
    assert refusal.value.consents == {Consent.REMOVALS}
    assert len(starts(house)) == 6
    publish_sheet(house, WEEK[0], WEEK[3], WEEK[5], accept={Consent.REMOVALS})
    assert len(starts(house)) == 3


def test_what_was_cancelled_before_does_not_count_as_published(house: Engine) -> None:
    publish_sheet(house, *WEEK)
    publish_sheet(house, WEEK[0], WEEK[3], WEEK[5])
    with pytest.raises(ConsentMissingError, match="2 of 3 published"):
        publish_sheet(house, WEEK[0], row(date="2026-11-29", time="14:00", title="Neu"), accept=NOTHING)


def test_screenings_that_move_are_not_removed(house: Engine) -> None:
    publish_sheet(house, *WEEK)
    moved = [one | {"time": "20:30"} for one in WEEK]
    assert publish_sheet(house, *moved, accept=NOTHING).counts.moved == 6


def test_both_questions_are_asked_at_once(house: Engine) -> None:
    publish_sheet(house, *WEEK)
    with reading(house) as session:
        document = Document(
            name="a.csv",
            content=sheet(WEEK[0], WEEK[5], BAD | {"title": "Red Rocket", "time": "99:99", "date": "2026-11-24"}),
        )
        plan = plan_schedule(session, "moviemento", document, now=NOW)
        assert set(consents_needed(plan)) == {Consent.ERRORS, Consent.REMOVALS}


def test_a_publish_is_one_row_in_the_change_log_with_its_films(house: Engine) -> None:
    publish_sheet(house, row())
    publish_sheet(house, row(title="Neu"), now=NOW + timedelta(minutes=1))
    with reading(house) as session:
        old, new = session.exec(select(Change).order_by(Change.id)).all()  # type: ignore[arg-type]  # a column, to SQLAlchemy
        films = dict(session.exec(select(Film.slug, Film.id)).all())
        assert (old.kind, old.film_ids) == ("schedule", [films["red-rocket"]])
        assert (new.changed_at, new.film_ids) == (NOW + timedelta(minutes=1), sorted(films.values()))


def test_a_schedule_is_kept_as_it_came_with_its_report(house: Engine) -> None:
    content = sheet(row())
    report = publish_sheet(house, content=content)
    with reading(house) as session:
        schedule = session.exec(select(Schedule)).one()
        kept = file_of(session, "moviemento", schedule.id)
        assert kept == KeptFile(name="programme.csv", content=content, sha256=hashlib.sha256(content).hexdigest())
        assert schedule.report == report.plain()
        assert (schedule.report["state"], schedule.report["id"]) == ("published", str(schedule.id))
        assert (schedule.scope_from, schedule.scope_until) == (date(2026, 11, 26), date(2026, 11, 26))


def test_a_file_that_makes_more_days_known_is_kept_though_it_changes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    bad = row(date="2026-11-28", time="20:00", title="")
    assert publish_sheet(house, row(), bad).state == "published"
    assert publish_sheet(house, row(), bad).state == "unchanged"


def test_a_double_feature_and_a_sneak_are_published(house: Engine) -> None:
    add_film(house, "Tangerine")
    publish_sheet(house, row(title="Tangerine + Red Rocket"), row(title="Sneak", date="2026-11-27"))
    with house.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT screening_id, position, slug FROM screening_film JOIN film ON film.id = film_id"
        )
        assert sorted(tuple(one) for one in rows) == [(1, 0, "tangerine"), (1, 1, "red-rocket")]


def test_a_cinema_that_nobody_knows_is_refused(house: Engine) -> None:
    with pytest.raises(UnknownCinemaError, match="odeon"):
        check_sheet(house, row(), cinema="odeon")


def test_a_file_that_cannot_be_read_is_refused(house: Engine) -> None:
    with pytest.raises(FileUnreadableError):
        publish_sheet(house, content=b"")


def test_a_new_film_is_not_called_like_an_address_of_ours(house: Engine) -> None:
    publish_sheet(house, row(title="Near"))
    with reading(house) as session:
        assert "near-2" in session.exec(select(Film.slug)).all()
        assert "near" not in session.exec(select(Film.slug)).all()
