"""Our own export is edited by hand and comes in again: what was changed changes, and nothing else."""

import csv
import io
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.exports.test_round_trip import as_csv, as_xlsx, exported
from tests.data.factories import add_cinema, check_sheet, publish_sheet, row, stored

Rows = list[list[str]]
WEEK = [row(source_id="v1"), row("2026-11-27", source_id="v2"), row("2026-11-28", source_id="v3")]
TIME, ID = 1, -1


def edited(engine: Engine, edit: Callable[[Rows], None]) -> bytes:
    rows = list(csv.reader(exported(engine, as_csv)[1].decode("utf-8-sig").splitlines()))
    edit(rows)
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def shown(engine: Engine) -> list[tuple[int, str]]:
    return [(one.id, one.starts) for one in stored(engine) if one.status != "cancelled"]


def test_one_time_is_changed_one_row_goes_and_one_comes(house: Engine) -> None:
    def edit(rows: Rows) -> None:
        rows[1][TIME] = "21:15"
        del rows[2]
        rows.append([*rows[1][:ID], ""])
        rows[-1][TIME] = "23:45"

    publish_sheet(house, *WEEK)
    counts = publish_sheet(house, content=edited(house, edit)).counts
    assert (counts.moved, counts.removed, counts.added, counts.unchanged) == (1, 1, 1, 1)
    assert shown(house) == [(1, "26 21:15"), (4, "26 23:45"), (3, "28 20:00")]


@pytest.mark.parametrize("is_above", [True, False])
def test_a_row_that_was_copied_with_its_id_is_a_new_screening(house: Engine, is_above: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    def edit(rows: Rows) -> None:
        rows.insert(1 if is_above else 2, list(rows[1]))
        rows[1 if is_above else 2][TIME] = "14:00"

    publish_sheet(house, *WEEK)
    publish_sheet(house, content=edited(house, edit))
    assert shown(house) == [(4, "26 14:00"), (1, "26 20:00"), (2, "27 20:00"), (3, "28 20:00")]
    # The vendor's id is still that of the first alone.
    assert publish_sheet(house, WEEK[0] | {"time": "20:30"}, *WEEK[1:]).counts.moved == 1
    assert shown(house)[0] == (1, "26 20:30")


@pytest.mark.parametrize("export", [as_csv, as_xlsx])
def test_the_export_of_another_cinema_is_refused(house: Engine, export: Callable[..., bytes]) -> None:
    add_cinema(house, "odeon", name="Odeon")
    publish_sheet(house, *WEEK)
    with pytest.raises(FileUnreadableError, match="its ids are of Moviemento"):
        check_sheet(house, content=exported(house, export)[1], cinema="odeon")
