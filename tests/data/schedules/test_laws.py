"""What holds for every file, however odd: no row is lost, nothing is done twice, no id is given up."""

import csv
import io
from contextlib import suppress
from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.asked_scope import AskedScope
from data.schedules.plan import Mode
from data.schedules.report import Counts, Report
from tests.data.factories import add_cinema, add_film, check_sheet, clear, dump, publish_sheet, row, stored, undo_latest

# The engine is shared by the examples of a property; each begins by emptying it.
ONE_DATABASE = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
FEW = settings(deadline=None, max_examples=20, suppress_health_check=ONE_DATABASE)

GARBAGE = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
DAYS = st.sampled_from(
    [
        *("2026-11-22", "26.11.2026", "2026-11-26", "2026-11-27", "2026-10-25", "2027-03-28"),
        *("Do 26.11.", "46353", "2027-11-01", "2062-11-26"),
    ]
)
TIMES = st.sampled_from(["00:30", "02:30", "17:59", "20:00", "20.30", "22:00", "24:30"])
TITLES = st.sampled_from(["Red Rocket", "RED ROCKET", "Dune", "Dune + Red Rocket", "Sneak", "tba", "Neu", "…"])
VERSIONS = st.sampled_from(["", "OV", "OmU", "DF", "3D OmU", "OmU DF"])


def cells(usual: st.SearchStrategy[str], unusual: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(usual, usual, usual, unusual)


def rows_with(unusual: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    one = st.builds(
        row,
        date=cells(DAYS, unusual),
        time=cells(TIMES, unusual),
        business_date=cells(st.sampled_from(["", "", "", "2026-11-26"]), unusual),
        title=cells(TITLES, unusual),
        version=cells(VERSIONS, unusual),
        auditorium=cells(st.sampled_from(["", "1", "2"]), unusual),
        format=cells(st.just(""), unusual),
        status=cells(st.sampled_from(["", "", "ausverkauft", "scheduled", "abgesagt"]), unusual),
        booking_url=cells(st.sampled_from(["", "https://kino.example/1"]), unusual),
        source_id=cells(st.sampled_from(["", "", "", "7", "8"]), unusual),
        cinema=cells(st.sampled_from(["", "Moviemento"]), unusual),
    )
    # One row is of this house, else the file is refused; the first comes twice now and then.
    own = one.map(lambda row: row | {"cinema": "Moviemento", "date": row["date"] or "?"})
    rows = st.builds(lambda own, others: [own, *others], own, st.lists(one, max_size=7))
    return st.builds(lambda rows, again: rows + rows[:again], rows, st.integers(0, 1))


def with_a_word(records: list[list[str]]) -> list[list[str]]:
    # A header without a row below it is refused.
    return [["?"], *records]


RECORDS = st.lists(st.lists(GARBAGE, max_size=6), max_size=6).map(with_a_word)

ANY_ROWS = rows_with(GARBAGE)
USUAL_ROWS = rows_with(st.just(""))


def prepare(engine: Engine) -> None:
    clear(engine)
    add_cinema(engine)
    add_film(engine)
    add_film(engine, "Dune")


def assert_sums(counts: Counts, *, is_undo: bool = False) -> None:
    assert counts.rows == counts.screenings + counts.duplicates + counts.past + counts.elsewhere + counts.errors
    if is_undo:
        assert counts.rows == 0
    else:
        assert counts.screenings == counts.added + counts.moved + counts.changed + counts.unchanged


def living(engine: Engine) -> list[int]:
    return [one.id for one in stored(engine) if one.status != "cancelled"]


ASKED = st.builds(
    AskedScope,
    st.sampled_from([None, date(2026, 11, 22), date(2026, 11, 26)]),
    st.sampled_from([None, date(2026, 11, 26), date(2027, 3, 1)]),
    st.sampled_from([None, ("1",), ("1", "3")]),
)


@given(before=USUAL_ROWS, rows=ANY_ROWS, asked=ASKED, mode=st.sampled_from(Mode))
@FEW
def test_whatever_is_asked_for_every_row_is_counted(
    engine: Engine, before: list[dict[str, str]], rows: list[dict[str, str]], asked: AskedScope, mode: Mode
) -> None:
    prepare(engine)
    publish_sheet(engine, *before)
    published = publish_sheet(engine, *rows, asked=asked, mode=mode)
    assert_sums(published.counts)
    if published.state == "published":
        assert_sums(undo_latest(engine).counts, is_undo=True)


@given(rows=ANY_ROWS)
@FEW
def test_every_row_becomes_something_and_is_counted(engine: Engine, rows: list[dict[str, str]]) -> None:
    prepare(engine)
    report = publish_sheet(engine, *rows)
    assert_sums(report.counts)
    written = [one for one in rows if any(cell.strip() for cell in one.values())]
    assert report.counts.rows == len(written)
    assert len(living(engine)) <= report.counts.screenings


@example(records=[["?"], ["", ",", "\r0", ","]], header=["Datum", "Zeit", "Titel"])
@given(
    records=st.lists(st.lists(GARBAGE, max_size=6), max_size=6).map(with_a_word),
    header=st.permutations(["Datum", "Zeit", "Titel"]),
)
@FEW
def test_a_sheet_of_garbage_is_counted_too(engine: Engine, records: list[list[str]], header: list[str]) -> None:
    prepare(engine)
    text = io.StringIO(newline="")
    # In quotation marks, or a few commas in the garbage would pass for the separator.
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows([header, *records])
    report = check_sheet(engine, content=text.getvalue().encode())
    assert_sums(report.counts)
    assert report.counts.rows == sum(any(cell.strip() for cell in record) for record in records)


@given(content=st.binary() | GARBAGE.map(str.encode) | GARBAGE.map(lambda text: f"Datum;Zeit;Titel\n{text}".encode()))
@settings(deadline=None, max_examples=60, suppress_health_check=ONE_DATABASE)
def test_any_file_is_checked_or_refused_as_unreadable(house: Engine, content: bytes) -> None:
    with suppress(FileUnreadableError):
        assert_sums(check_sheet(house, content=content).counts)


@given(before=USUAL_ROWS, rows=ANY_ROWS, mode=st.sampled_from(Mode))
@FEW
def test_the_same_file_again_changes_nothing(
    engine: Engine, before: list[dict[str, str]], rows: list[dict[str, str]], mode: Mode
) -> None:
    prepare(engine)
    publish_sheet(engine, *before)
    assert_sums(publish_sheet(engine, *rows, mode=mode).counts)
    published = dump(engine)
    assert publish_sheet(engine, *rows, mode=mode).state == "unchanged"
    assert dump(engine) == published


@given(before=USUAL_ROWS, rows=ANY_ROWS)
@FEW
def test_a_report_says_what_becomes_of_each_screening(
    engine: Engine, before: list[dict[str, str]], rows: list[dict[str, str]]
) -> None:
    prepare(engine)
    publish_sheet(engine, *before)
    old = living(engine)
    said: Report = check_sheet(engine, *rows)
    done = publish_sheet(engine, *rows)
    assert (said.counts, said.changes) == (done.counts, done.changes)
    cancelled = sum(one.status == "cancelled" for one in stored(engine))
    assert len(stored(engine)) == len(living(engine)) + cancelled
    assert set(old) - set(living(engine)) >= {int(one.id or 0) for one in done.changes if one.kind == "removed"}


@given(first=USUAL_ROWS, second=USUAL_ROWS)
@FEW
def test_no_screening_is_ever_deleted(
    engine: Engine, first: list[dict[str, str]], second: list[dict[str, str]]
) -> None:
    prepare(engine)
    publish_sheet(engine, *first)
    before = {one.id for one in stored(engine)}
    publish_sheet(engine, *second)
    after = {one.id for one in stored(engine)}
    assert before <= after


@given(before=USUAL_ROWS, rows=USUAL_ROWS)
@FEW
def test_a_file_that_only_adds_leaves_what_stands_as_it_is(
    engine: Engine, before: list[dict[str, str]], rows: list[dict[str, str]]
) -> None:
    prepare(engine)
    publish_sheet(engine, *before)
    old = [one for one in stored(engine) if one.status != "cancelled"]
    publish_sheet(engine, *rows, mode=Mode.ADD)
    assert set(old) <= set(stored(engine))
