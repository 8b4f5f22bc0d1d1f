"""`kinonah staff token|tokens`: what programs carry that publish for a cinema over HTTP."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from data.tables.database import reading, writing
from service.cli.opened import opened_database
from service.cli.printing import print_json
from service.staff.tokens import TokenFacts, issue_token, list_tokens

_LONGEST_DAYS = 3650

Email = Annotated[str, typer.Argument(help="The e-mail address of whoever it is for.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def make_token(
    email: Email,
    *,
    cinema: Annotated[list[str], typer.Option("--cinema", metavar="SLUG", help="Which cinema it is for; repeat it.")],
    days: Annotated[int, typer.Option(min=1, max=_LONGEST_DAYS, help="How long it lasts.")] = 365,
) -> None:
    """Make a token and print it, this once: what is kept cannot be turned back into it."""
    with opened_database() as engine, writing(engine) as session:
        token = issue_token(session, email, cinema, now=datetime.now(UTC), lasts=timedelta(days=days))
    typer.echo(token)
    typer.echo("Keep it like a password: it is not shown again. `kinonah staff revoke` ends it.", err=True)


def show_tokens(
    email: Annotated[str | None, typer.Argument(help="Whose; without, everybody's.")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the tokens: how each begins, whose it is, what it is for, and when it was made, used and ends."""
    with opened_database() as engine, reading(engine) as session:
        tokens = list_tokens(session, email)
    if as_json:
        print_json(tokens)
    else:
        _show(tokens, datetime.now(UTC))


def _show(tokens: Sequence[TokenFacts], now: datetime) -> None:
    for token in tokens:
        used = f"used {token.last_used_at:%Y-%m-%d}" if token.last_used_at else "never used"
        said = (f"{token.prefix}…", token.email, ", ".join(token.cinemas), f"made {token.created_at:%Y-%m-%d}", used)
        typer.echo("  ".join((*said, _end_of(token, now))))
    if not tokens:
        typer.echo("There are no tokens. kinonah staff token EMAIL --cinema SLUG makes one.")


def _end_of(token: TokenFacts, now: datetime) -> str:
    if token.revoked_at:
        return f"revoked {token.revoked_at:%Y-%m-%d}"
    return f"{'ended' if token.expires_at <= now else 'ends'} {token.expires_at:%Y-%m-%d}"
