"""Facts that one row lacks are taken over from another of its table; what it has itself wins."""

from collections.abc import Set
from typing import Any

from sqlalchemy import Table, select

from data.catalogue.journal import Journal, Row


def fill_facts(journal: Journal, table: Table, kept_id: int, merged: Row, *, but: Set[str]) -> tuple[str, ...]:
    """Fill what is empty in one row with what stands in another that is gone; name the columns that were filled."""
    kept = journal.connection.execute(select(table).where(table.c.id == kept_id)).mappings().one()
    filled = []
    for name in sorted({*table.c.keys()} - {"id", *but}):
        value = _together(kept[name], merged[name], name)
        if value != kept[name]:
            journal.fill(table, {"id": kept_id}, name, kept[name], value)
            filled.append(name)
    return tuple(filled)


def _together(kept: Any, merged: Any, name: str) -> object:  # noqa: ANN401 (a column's value)
    if name == "is_provisional":
        # One that the catalogue knows is no longer known by schedules alone.
        return kept and merged
    if isinstance(kept, dict) and isinstance(merged, dict):
        return merged | kept
    return merged if kept is None or kept == [] else kept
