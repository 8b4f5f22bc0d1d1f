"""Who is at the door, whichever way they came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account, the slugs of the cinemas whose programmes it may change, and what else it may.

    `old_slugs` are those that these had before they were merged: programs go on to use them. `session_id` is the
    browser's that they signed in with; null for a program that came with a token.
    """

    account_id: int
    email: str
    cinemas: frozenset[str]
    old_slugs: frozenset[str] = frozenset()
    is_editor: bool = False
    is_administrator: bool = False
    session_id: int | None = None
