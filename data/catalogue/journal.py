"""What a merge writes is written here, and noted: read backwards, the notes part again what was joined."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Delete,
    LargeBinary,
    MetaData,
    Table,
    Update,
    and_,
    bindparam,
    null,
    select,
    true,
)

Row = Mapping[str, Any]
_TYPES = ((DateTime, datetime), (Date, date), (LargeBinary, bytes))


def tables_of(connection: Connection) -> MetaData:
    """Read which tables there are from the database itself: no room of the house that has one is forgotten."""
    tables = MetaData()
    tables.reflect(connection)
    return tables


class Journal:
    """Writes to the tables of a connection, and keeps as plain values what it wrote, in order."""

    def __init__(self, connection: Connection, tables: MetaData) -> None:
        self.connection = connection
        self.tables = tables
        self.entries: list[dict[str, Any]] = []

    def change(self, table: Table, by: Sequence[str], rows: Sequence[Sequence[Any]], before: Row, after: Row) -> None:
        """Change columns of rows that are all alike in them; `by` names the columns that find a row among these."""
        if rows:
            _update(self.connection, table, by, rows, before, after)
            self._note("change", table, by=list(by), rows=[list(row) for row in rows], before=before, after=after)

    def fill(self, table: Table, row_id: Row, column: str, before: object, after: object) -> None:
        """Change one value."""
        self.connection.execute(table.update().where(_is(table, row_id)).values({column: after}))
        self._note("fill", table, id=row_id, column=column, before=before, after=after)

    def remove(self, table: Table, rows: Iterable[Row]) -> None:
        """Delete rows, given whole."""
        for row in rows:
            self.connection.execute(table.delete().where(_is(table, _key(table, row))))
            self._note("remove", table, row=dict(row))

    def add(self, table: Table, row: Row) -> None:
        """Insert a row, its primary key included or given by the database."""
        key = self.connection.execute(table.insert().values(dict(row))).inserted_primary_key or ()
        names = [column.name for column in table.primary_key]
        self._note("add", table, by=names, ids=[list(key)])

    def add_all(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows, their primary keys included."""
        if rows:
            self.connection.execute(table.insert(), [dict(row) for row in rows])
            names = [column.name for column in table.primary_key]
            self._note("add", table, by=names, ids=[[row[name] for name in names] for row in rows], rows=list(rows))

    def _note(self, did: str, table: Table, **what: object) -> None:
        # Names of reflected columns are a kind of str that only str() makes plain.
        self.entries.append(msgspec.to_builtins({"did": did, "table": str(table.name), **what}, enc_hook=str))


def take_back(connection: Connection, tables: MetaData, entries: Sequence[Row]) -> None:
    """Undo what a journal holds, the last first. What somebody else has changed since stays as it is."""
    for entry in reversed(entries):
        table = tables.tables[entry["table"]]
        match entry["did"]:
            case "change":
                _update(connection, table, entry["by"], entry["rows"], entry["after"], entry["before"])
            case "fill":
                _empty_again(connection, table, entry)
            case "remove":
                _insert_again(connection, table, _row_of(table, entry["row"]))
            case "add":
                _found_by(connection, table, table.delete(), entry["by"], entry["ids"])


def _update(
    connection: Connection, table: Table, by: Sequence[str], rows: Sequence[Sequence[Any]], before: Row, after: Row
) -> None:
    _found_by(connection, table, table.update().where(_is(table, before)).values(dict(after)), by, rows)


def _found_by(
    connection: Connection, table: Table, statement: Update | Delete, by: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Do something to rows, each found by the values of some columns; without any, to all that the statement means."""
    if not by:
        connection.execute(statement)
        return
    statement = statement.where(*(table.c[name] == bindparam(f"by_{name}", type_=table.c[name].type) for name in by))
    # Read from a journal, a day is the text that it was written as.
    connection.execute(
        statement,
        [{f"by_{name}": _typed(table.c[name], value) for name, value in zip(by, row, strict=True)} for row in rows],
    )


def _empty_again(connection: Connection, table: Table, entry: Row) -> None:
    column, where = table.c[entry["column"]], _is(table, _row_of(table, entry["id"]))
    today = connection.execute(select(column).where(where)).first()
    if today and msgspec.to_builtins(today[0]) == entry["after"]:
        connection.execute(table.update().where(where).values({column.name: _value(column, entry["before"])}))


def _insert_again(connection: Connection, table: Table, row: Row) -> None:
    """Insert what was removed, unless its place is taken by now, or what it belongs to is gone."""
    is_taken = connection.execute(select(*table.primary_key).where(_is(table, _key(table, row)))).first()
    parents = [(reference.column, row[column.name]) for column in table.c for reference in column.foreign_keys]
    has_parents = all(
        value is None or connection.execute(select(parent).where(parent == value)).first() for parent, value in parents
    )
    if has_parents and not is_taken:
        connection.execute(table.insert().values({name: _value(table.c[name], value) for name, value in row.items()}))


def _key(table: Table, row: Row) -> Row:
    return {column.name: row[column.name] for column in table.primary_key}


def _is(table: Table, values: Row) -> ColumnElement[bool]:
    # SQLAlchemy writes IS NULL for a value that is null.
    return and_(true(), *(table.c[name] == value for name, value in values.items()))


def _row_of(table: Table, plain: Row) -> dict[str, Any]:
    return {name: _typed(table.c[name], value) for name, value in plain.items()}


def _typed(column: Column[Any], plain: object) -> object:
    for kind, wanted in _TYPES:
        if isinstance(column.type, kind) and plain is not None:
            return msgspec.convert(plain, wanted)
    return plain


def _value(column: Column[Any], value: object) -> object:
    """Give a value to write: to a JSON column, None would be a null of JSON."""
    return null() if value is None and isinstance(column.type, JSON) else _typed(column, value)
