"""Runs revisions on the connection that data.tables.database hands in."""

from typing import Literal

from alembic import context
from sqlmodel import SQLModel

from data.tables import (
    account,
    alias,
    area,
    audit,
    change,
    cinema,
    closed_day,
    feed,
    film,
    film_picture,
    invitation,
    merge,
    place,
    redirect,
    schedule,
    screening,
    staff_session,
    taught,
)

TABLES = (
    account,
    alias,
    area,
    audit,
    change,
    cinema,
    closed_day,
    feed,
    film,
    film_picture,
    invitation,
    merge,
    place,
    redirect,
    schedule,
    screening,
    staff_session,
    taught,
)


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
