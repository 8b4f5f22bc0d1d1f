"""How a database glues the values of a column to one long text: the same texts from SQLite and from PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, cast, func, type_coerce

# A column, as SQLModel types one.
Column = Any
Expression = Callable[[Column], ColumnElement[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glue:
    """What a database knows values as: `text` any, `digit` truth; `moment` and `day` ISO 8601, of one width, in UTC.

    `texts` is a list of them in JSON, which whatever others have written survives.
    """

    text: Expression
    digit: Callable[[Column], ColumnElement[int]]
    moment: Expression
    day: Expression
    texts: Expression

    def numbers(self, column: Column) -> ColumnElement[str]:
        """Glue whole numbers with commas."""
        return func.aggregate_strings(self.text(column), ",")

    def lines(self, column: Column) -> ColumnElement[str]:
        """Glue what has no line break in it: JSON and words of our own."""
        return func.aggregate_strings(self.text(column), "\n")


def fixed(value: ColumnElement[str]) -> ColumnElement[str]:
    """Glue what has one width."""
    return func.aggregate_strings(value, "")


def _as_it_is(column: Column) -> ColumnElement[str]:
    """SQLite's values are texts already, or become texts where they are glued."""
    return type_coerce(column, String)


def _as_text(column: Column) -> ColumnElement[str]:
    return cast(column, String)


def _moment(column: Column) -> ColumnElement[str]:
    return func.to_char(func.timezone("UTC", column), "YYYY-MM-DD HH24:MI:SS.US", type_=String)


def _day(column: Column) -> ColumnElement[str]:
    return func.to_char(column, "YYYY-MM-DD", type_=String)


GLUES = {
    "sqlite": Glue(
        text=_as_it_is,
        digit=lambda column: type_coerce(column, Integer),
        moment=_as_it_is,
        day=_as_it_is,
        texts=func.json_group_array,
    ),
    "postgresql": Glue(
        text=_as_text,
        digit=lambda column: cast(column, Integer),
        moment=_moment,
        day=_day,
        texts=lambda column: _as_text(func.json_agg(column)),
    ),
}
