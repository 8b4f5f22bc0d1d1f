"""Who may do what: every route of the app, whose it is, and what each kind of visitor gets there.

`access.csv` is the table, a row a route; `python -m tests.service.staff.access` writes docs/access.md from it.
"""

import csv
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

TABLE = Path(__file__).with_name("access.csv")
DOCUMENT = Path(__file__).parents[3] / "docs" / "access.md"


class Route(NamedTuple):
    """A method at an address."""

    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Visitor(StrEnum):
    """Who comes, and with what."""

    NOBODY = "nobody"
    SESSION = "session: the cinema's staff"
    SESSION_ELSEWHERE = "session: another cinema's staff"
    SESSION_EDITOR = "session: editor"
    SESSION_ADMINISTRATOR = "session: administrator"
    SESSION_EXPIRED = "session: expired"
    SESSION_ENDED = "session: ended"
    TOKEN = "token: for the cinema"
    TOKEN_ELSEWHERE = "token: for another cinema"
    TOKEN_EXPIRED = "token: expired"
    TOKEN_REVOKED = "token: revoked"


class Outcome(StrEnum):
    """What becomes of a request at the door; what it gets inside is another matter."""

    IN = "yes"
    UNKNOWN = "sign in"
    FORBIDDEN = "no"


_KNOWN_SESSIONS = (
    *(Visitor.SESSION, Visitor.SESSION_ELSEWHERE),
    *(Visitor.SESSION_EDITOR, Visitor.SESSION_ADMINISTRATOR),
)
_KNOWN = (*_KNOWN_SESSIONS, Visitor.TOKEN, Visitor.TOKEN_ELSEWHERE)
# For each word in the table: who is let in, and who is known there but refused. Everybody else is to sign in.
WHOSE: Mapping[str, tuple[tuple[Visitor, ...], tuple[Visitor, ...]]] = {
    "everybody": (tuple(Visitor), ()),
    "the cinema's staff": ((Visitor.SESSION, Visitor.TOKEN), _KNOWN),
    "the cinema's staff, signed in": ((Visitor.SESSION,), _KNOWN_SESSIONS),
    "who is signed in": (_KNOWN_SESSIONS, ()),
    "editors": ((Visitor.SESSION_EDITOR, Visitor.SESSION_ADMINISTRATOR), _KNOWN_SESSIONS),
    "administrators": ((Visitor.SESSION_ADMINISTRATOR,), _KNOWN_SESSIONS),
}


def expected(whose: str, visitor: Visitor) -> Outcome:
    """Say what a visitor gets where something is somebody's."""
    let_in, known = WHOSE[whose]
    if visitor in let_in:
        return Outcome.IN
    return Outcome.FORBIDDEN if visitor in known else Outcome.UNKNOWN


def routes_of(app: FastAPI) -> Iterator[Route]:
    """Give every route of an app."""
    for context in iter_route_contexts(app.routes):
        methods = getattr(context, "methods", None) or set()
        path = str(getattr(context, "path", None) or getattr(context.original_route, "path", ""))
        if isinstance(context.original_route, Mount):
            yield Route("GET", f"{path}/{{file}}")
        else:
            # HEAD is answered like GET.
            yield from (Route(method, path) for method in sorted(methods - {"HEAD"}))


def table() -> dict[Route, str]:
    """Read the table."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {Route(row["method"], row["path"]): row["whose"] for row in csv.DictReader(lines)}


def document() -> str:
    """Write the table for people, with what each visitor gets."""
    words = "\n".join(_line([f"**{whose}**", *(expected(whose, one) for one in Visitor)]) for whose in WHOSE)
    routes = "\n".join(_line([f"`{route}`", whose]) for route, whose in sorted(table().items(), key=_by_path))
    return f"""# Who may do what

Made from `tests/service/staff/access.csv` by `python -m tests.service.staff.access`; the tests ask every route as
every visitor, and fail for a route that is not in the table.

*yes*: let in. *no*: known, and refused (403). *sign in*: not known here (401; people are led to `/staff`). A token is
for programmes alone, and opens no page. An administrator decides who does what, and is the staff of a cinema only if
they say so themselves, which the audit log tells.

## Whose something is, and who is let in

{_line(["", *Visitor])}
{_line(["---"] * (len(Visitor) + 1))}
{words}

## Whose each route is

{_line(["route", "whose"])}
{_line(["---", "---"])}
{routes}
"""


def _by_path(row: tuple[Route, str]) -> tuple[str, str]:
    return row[0].path, row[0].method


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
