"""What is read in bulk is what is stored: all of it, in one state, and the same from every kind of database."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import msgspec
import numpy as np
import pytest
from sqlalchemy import Engine, func
from sqlmodel import col, delete, select

from data.programme.stored.in_bulk import fetch_in_bulk
from data.programme.stored.portion import Portion, scope_of
from data.programme.stored.stored import Stored, StoredBill, read_stored
from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.screening import Screening, ScreeningFilm
from data.times.programme_day import programme_on
from data.versions.notation import VERSIONS
from data.versions.version import Version
from tests.data.factories import BERLIN, NOW
from tests.data.programme.by_rows import fetch_by_rows
from tests.data.programme.factories import Listed, store

pytestmark = pytest.mark.both_databases

HOUSES = {"adria": (52.4, 13.3), "babylon": (52.3, 13.2), "zebra": (52.5, 13.4)}
AFTER_MIDNIGHT = datetime(2026, 11, 23, 0, 30, tzinfo=BERLIN)
KOREAN = Version(("ko", "en"), subtitles=("de", "fr"), captions=True, audio_description=True)
DUBBED = Version(("en",), is_original=False, audio_description=True)
MIXED = (
    Listed(cinema="zebra", films=("up", "dune"), formats=("3D", "IMAX"), auditorium="Saal 1"),
    Listed(cinema="adria", films=("dune",), version=VERSIONS["DE"], booking_url="https://kino.example/zähler/1"),
    Listed(cinema="adria", films=(), title="Sneak", starts_at=AFTER_MIDNIGHT, status="sold-out"),
    Listed(cinema="zebra", films=("up",), status="cancelled"),
    Listed(cinema="babylon", films=("up",), version=KOREAN),
    Listed(cinema="babylon", films=("up",), version=DUBBED, auditorium="Größe\n2"),
    Listed(cinema="babylon", films=("up",), booking_url="https://kino.example/2", starts_at=NOW - timedelta(days=9)),
)


class Row(NamedTuple):
    """A screening, read back out of the columns."""

    id: int
    cinema_id: int
    starts_at: datetime
    evening: date
    bill: StoredBill
    version: Version
    formats: tuple[str, ...]
    auditorium: str | None
    status: str
    link: str


def rows_of(stored: Stored) -> list[Row]:
    """Read all rows out of the columns, by id."""
    return sorted(
        Row(
            int(stored.id[row]),
            int(stored.cinema_id[row]),
            datetime.fromtimestamp(int(stored.minute[row]) * 60, UTC),
            date.fromordinal(int(stored.evening[row])),
            stored.bills[stored.bill[row]],
            stored.versions[stored.version[row]],
            stored.format_sets[stored.format_set[row]],
            stored.auditoriums[stored.auditorium[row]],
            stored.statuses[stored.status[row]],
            stored.links[stored.link_at[row] : stored.link_at[row + 1]].tobytes().decode(),
        )
        for row in range(stored.id.size)
    )


def read(engine: Engine) -> list[Row]:
    with reading(engine) as session:
        return rows_of(read_stored(session))


def stored_of(engine: Engine, *screenings: Listed) -> list[Row]:
    """Store screenings and read them, in the order in which they were listed."""
    store(engine, *screenings, cinemas=HOUSES | {"moviemento": (52.49, 13.42)})
    return read(engine)


def test_every_column_is_what_was_stored(engine: Engine) -> None:
    listed = [one for one in MIXED if one.status != "cancelled"]
    for row, one in zip(stored_of(engine, *MIXED), listed, strict=True):
        assert row.starts_at == one.starts_at
        assert row.evening == programme_on(one.starts_at, BERLIN)
        assert row.version == one.version
        assert row.formats == one.formats
        assert (row.auditorium, row.status, row.link) == (one.auditorium, one.status, one.booking_url or "")


def test_cancelled_screenings_are_left_out(engine: Engine) -> None:
    rows = stored_of(engine, Listed(), Listed(status="cancelled"), Listed(status="sold-out"))
    assert [(row.id, row.status) for row in rows] == [(1, "scheduled"), (3, "sold-out")]


def test_a_double_feature_keeps_its_order(engine: Engine) -> None:
    rows = stored_of(engine, Listed(films=("up", "dune")), Listed(films=("dune", "up")), Listed(films=("dune",)))
    dune, up = 1, 2
    assert [row.bill for row in rows] == [
        StoredBill((up, dune), None),
        StoredBill((dune, up), None),
        StoredBill((dune,), None),
    ]


def test_films_are_in_the_order_of_their_positions_not_of_their_writing(engine: Engine) -> None:
    store(engine, Listed(films=("up", "dune")))
    with writing(engine) as session:
        session.connection().execute(delete(ScreeningFilm))
        session.add_all([ScreeningFilm(screening_id=1, position=n, film_id=film) for n, film in ((11, 1), (2, 2))])
    assert [row.bill.film_ids for row in read(engine)] == [(2, 1)]


def test_a_sneak_has_the_title_that_the_cinema_gives_it(engine: Engine) -> None:
    rows = stored_of(engine, Listed(films=(), title="Sneak"), Listed(films=(), title="Überraschung"), Listed())
    assert [row.bill for row in rows] == [
        StoredBill((), "Sneak"),
        StoredBill((), "Überraschung"),
        StoredBill((1,), None),
    ]


def test_unknown_subtitles_are_not_none(engine: Engine) -> None:
    versions = [Version(subtitles=None), Version(subtitles=()), Version(subtitles=("de",))]
    rows = stored_of(engine, *(Listed(version=version) for version in versions))
    assert [row.version for row in rows] == versions


def test_each_flag_of_a_version_has_its_place(engine: Engine) -> None:
    flags = [(original, captions, ad) for original in (None, False, True) for captions in (0, 1) for ad in (0, 1)]
    versions = [Version(("en",), original, (), bool(captions), bool(ad)) for original, captions, ad in flags]
    assert [row.version for row in stored_of(engine, *(Listed(version=one) for one in versions))] == versions


def test_texts_of_others_may_have_any_sign(engine: Engine) -> None:
    names = ["Größe", "風の谷", 'Saal "1"', "a\nb", "a,b", "\\", "", None]
    links = [None, "https://kino.example/ü", "https://kino.example/風", "https://kino.example/a\nb"]
    listed = [Listed(auditorium=name, booking_url=link) for name in names for link in links]
    rows = stored_of(engine, *listed)
    assert [(row.auditorium, row.link) for row in rows] == [(one.auditorium, one.booking_url or "") for one in listed]


def test_moments_before_1970_are_minutes_too(engine: Engine) -> None:
    at = datetime(1969, 12, 31, 23, 59, 30, tzinfo=UTC)
    assert [row.starts_at for row in stored_of(engine, Listed(starts_at=at))] == [at.replace(second=0)]


def test_what_repeats_is_stored_once(engine: Engine) -> None:
    store(engine, *[Listed(auditorium="Saal 1")] * 3, Listed(films=("up", "dune")), Listed(films=("up", "dune")))
    with reading(engine) as session:
        stored = read_stored(session)
    assert [len(stored.bills), len(stored.versions), len(stored.format_sets)] == [2, 1, 1]
    assert [sorted(map(str, stored.auditoriums)), stored.statuses] == [["None", "Saal 1"], ["scheduled"]]


def test_only_some_cinemas_are_read(engine: Engine) -> None:
    every = stored_of(engine, *MIXED)
    with reading(engine) as session:
        ids = {slug: number for number, slug in session.exec(select(Cinema.id, Cinema.slug))}
        for asked in ({"zebra"}, {"adria", "babylon"}, {"moviemento"}, set()):
            some = {ids[slug] for slug in asked}
            assert rows_of(read_stored(session, some)) == [row for row in every if row.cinema_id in some]


def test_an_empty_database_gives_empty_columns(engine: Engine) -> None:
    with reading(engine) as session:
        stored = read_stored(session)
    assert (stored.id.size, stored.minute.size, stored.links.size, stored.link_at.tolist()) == (0, 0, 0, [0])
    assert [column.dtype.name for column in (stored.id, stored.bill, stored.links)] == ["int64", "int32", "uint8"]


def test_gaps_among_the_ids_and_the_ends_of_portions_lose_nothing(engine: Engine) -> None:
    far = [16_000, 16_001, 32_000, 32_001, 1_000_000]
    store(engine, Listed(), Listed(films=("up",)))
    with writing(engine) as session:
        facts = session.exec(select(Screening).where(Screening.id == 2)).one().model_dump(exclude={"id"})
        session.add_all(Screening(id=number, **facts) for number in far)
        session.flush()
        session.add_all(ScreeningFilm(screening_id=number, position=0, film_id=1) for number in far)
    rows = read(engine)
    assert [row.id for row in rows] == [1, 2, *far]
    assert all(row.bill.film_ids for row in rows)


def test_the_same_written_otherwise_is_stored_once(engine: Engine) -> None:
    store(engine, Listed(formats=("3D", "DCP")), Listed(formats=("3D", "DCP")))
    _write(engine, 'UPDATE screening SET formats = \'["3D","DCP"]\' WHERE id = 2')
    with reading(engine) as session:
        assert read_stored(session).format_sets == [("3D", "DCP")]


def test_what_cannot_be_read_is_not_passed_over(engine: Engine) -> None:
    store(engine, Listed())
    _write(engine, "UPDATE screening SET audio = '7'")
    with reading(engine) as session, pytest.raises(msgspec.DecodeError):
        read_stored(session)


def test_a_change_during_the_read_is_not_seen(engine: Engine) -> None:
    store(engine, Listed(films=("up",)), Listed(films=()))
    before = read(engine)
    with reading(engine) as session:
        changes = session.exec(select(func.count(col(Change.id)))).one()
        store(engine, Listed(cinema="adria", films=("dune",)), cinemas={"adria": (52.4, 13.3)})
        assert rows_of(read_stored(session)) == before
        assert session.exec(select(func.count(col(Change.id)))).one() == changes
    assert len(read(engine)) == len(before) + 1


def test_portions_are_the_same_row_by_row(engine: Engine) -> None:
    store(engine, *MIXED, cinemas=HOUSES)
    with reading(engine) as session:
        for cinemas in (None, {1, 2}):
            bulk = [fetched() for fetched in fetch_in_bulk(session, scope_of(session, cinemas))]
            rows = [fetched() for fetched in fetch_by_rows(session, scope_of(session, cinemas))]
            assert bulk
            assert [_by_id(one) for one in bulk] == [_by_id(one) for one in rows]


def _by_id(portion: Portion) -> list[list[object]]:
    order = np.argsort(portion.id)
    names = [name for name in Portion.__slots__ if name != "shown"]
    columns = [np.array(getattr(portion, name), dtype=object)[order].tolist() for name in names]
    return [*columns, *(column.tolist() for column in portion.shown)]


def _write(engine: Engine, statement: str) -> None:
    with writing(engine) as session:
        session.connection().exec_driver_sql(statement)
