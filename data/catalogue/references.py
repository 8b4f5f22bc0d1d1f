"""What belongs to a cinema or a film, wherever it is stored, goes over to another one."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, PrimaryKeyConstraint, UniqueConstraint, select

from data.catalogue.journal import Journal, Row

# Of these, what the kept one has already is not wanted twice: by these columns rows are compared, elsewhere by those
# that the database lets stand only once. A label or a title is taught as a whole, the credits of a role are one list.
_SAME_BY: Mapping[tuple[str, str], Sequence[str]] = {
    ("taught_title", "cinema_id"): ("key",),
    ("taught_title", "film_id"): ("cinema_id", "key"),
    ("screening_film", "film_id"): ("screening_id",),
    ("film_credit", "film_id"): ("role",),
}
# The log says what happened to whom; readers of it begin anew after a merge.
_LEFT = {"change"}


def move_all(journal: Journal, target: str, kept_id: int, merged_id: int, *, but: Sequence[str] = ()) -> None:
    """Move all rows that refer to one row of the table `target` to another; what that has already is removed."""
    for table in journal.tables.sorted_tables:
        if table.name in {*_LEFT, *but}:
            continue
        for column in table.c:
            if any(reference.column.table.name == target for reference in column.foreign_keys):
                _move(journal, column, kept_id, merged_id)


def _move(journal: Journal, column: Column[Any], kept_id: int, merged_id: int) -> None:
    table = column.table
    by = [one.name for one in table.primary_key if one.name != column.name]
    alike = _same_by(column)
    # Whole rows only where some may have to be kept aside: of screenings, the numbers are enough.
    rows = _rows(journal, column, merged_id, None if alike else by)
    for same_by in alike:
        taken = {tuple(row[name] for name in same_by) for row in _rows(journal, column, kept_id)}
        journal.remove(table, [row for row in rows if tuple(row[name] for name in same_by) in taken])
        rows = [row for row in rows if tuple(row[name] for name in same_by) not in taken]
    keys = [[row[name] for name in by] for row in rows]
    journal.change(table, by, keys, {column.name: merged_id}, {column.name: kept_id})


def _same_by(column: Column[Any]) -> list[Sequence[str]]:
    """Give the columns beside this one of which the database, or the table above, wants no two rows alike."""
    table = column.table
    unique = [one.columns for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    unique += [index.columns for index in table.indexes if index.unique]
    known = _SAME_BY.get((table.name, column.name))
    if known is not None:
        return [known]
    return [[one.name for one in columns if one.name != column.name] for columns in unique if column.name in columns]


def _rows(journal: Journal, column: Column[Any], row_id: int, names: Sequence[str] | None = None) -> list[Row]:
    table = column.table
    columns = table.c if names is None else [table.c[name] for name in names]
    rows = journal.connection.execute(select(*columns).where(column == row_id)).mappings()
    return [dict(row) for row in rows]
