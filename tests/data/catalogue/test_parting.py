"""Two cinemas that became one are two again: as they were, but for what was done since."""

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from data.catalogue.merge_errors import (
    MergeOvertakenError,
    NotMergedError,
)
from data.tables.cinema import Cinema
from data.tables.database import reading
from data.tables.merge import Merge
from data.tables.screening import Screening
from tests.data.catalogue.joining import LATER, cinema, merge, part
from tests.data.factories import (
    add_cinema,
    dump,
    publish_sheet,
    row,
    starts,
)

pytestmark = pytest.mark.both_databases


def test_chains_are_parted_from_their_end(houses: Engine) -> None:
    add_cinema(houses, "neukoelln", name="Passage Neukölln")
    before = dump(houses)
    merge(houses, "passage", "passage-kino")
    between = dump(houses)
    merge(houses, "neukoelln", "passage")
    assert cinema(houses, "passage-kino").slug == "neukoelln"
    assert starts(houses) == ["26 18:00", "26 20:00", "26 22:00"]
    with pytest.raises(MergeOvertakenError, match=r"kinonah cinemas unmerge passage$"):
        part(houses, "passage-kino")
    part(houses, "passage")
    assert but_the_log(dump(houses)) == but_the_log(between)
    part(houses, "passage-kino")
    assert but_the_log(dump(houses)) == but_the_log(before)


def but_the_log(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, object]:
    return {name: rows for name, rows in tables.items() if name not in ("change", "merge")}


def test_nothing_is_parted_twice(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    part(houses, "passage-kino")
    with reading(houses) as session:
        undone = session.exec(select(Merge)).one()
        assert (undone.merged_by, undone.undone_by, undone.journal) == ("editor", "editor", [])
    with pytest.raises(NotMergedError):
        part(houses, "passage-kino")
    assert merge(houses, "passage", "passage-kino").joined == 1


def test_what_a_file_published_since_stays_with_the_house_that_stayed(houses: Engine) -> None:
    merge(houses, "passage", "passage-kino")
    publish_sheet(houses, row(), row(title="Aftersun", time="18:00", version="DF"), cinema="passage", now=LATER)
    part(houses, "passage-kino")
    with reading(houses) as session:
        at = session.exec(
            select(Cinema.slug, Screening.status).join(Screening).order_by(col(Screening.starts_at), col(Screening.id))
        )
        assert at.all() == [
            ("passage", "scheduled"),
            ("passage", "scheduled"),
            ("passage-kino", "scheduled"),
            ("passage", "cancelled"),
        ]
