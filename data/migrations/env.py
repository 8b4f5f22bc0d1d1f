"""Runs revisions on the connection that data.tables.database hands in."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from alembic import context
from sqlmodel import SQLModel

from data import tables

# A table is known once its module is there; none can be forgotten in a list.
for module in iter_modules(tables.__path__, f"{tables.__name__}."):
    import_module(module.name)


def render_plainly(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Write our column types into a new revision as plain ones, so that a revision needs nothing of today's code."""
    plain = {"AutoString": "sa.String()", "UtcDateTime": "sa.DateTime(timezone=True)"}
    return plain.get(type(thing).__name__, False) if kind == "type" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_plainly,
)
with context.begin_transaction():
    context.run_migrations()
