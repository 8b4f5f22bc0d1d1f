"""`kinonah staff …`: who works for cinemas, how they are let in, and what they did."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlmodel import Session

from data.schedules.stored import cinema_of
from data.tables.database import reading, writing
from service.cli.opened import opened_database
from service.cli.printing import print_json
from service.cli.tokens import Email, JsonOption, make_token, show_tokens
from service.pages.addresses import AUTO
from service.settings import read_settings
from service.staff.accounts import end_membership, known_account, people
from service.staff.audit import COMMAND_LINE, entries, note
from service.staff.deeds import Deed
from service.staff.deletion import delete_account
from service.staff.invitations import invite, offer_reset, take_back_all
from service.staff.person import Person
from service.staff.sessions import end_sessions
from service.staff.tokens import revoke_tokens

staff = typer.Typer(help="Who works for cinemas: invitations, tokens, and what they did.", no_args_is_help=True)

staff.command("token")(make_token)
staff.command("tokens")(show_tokens)


@staff.command("invite")
def invite_person(
    email: Email,
    *,
    cinema: Annotated[
        list[str] | None, typer.Option("--cinema", metavar="SLUG", help="As its staff; repeat it.")
    ] = None,
    editor: Annotated[bool, typer.Option("--editor", help="As an editor of films and reviews.")] = False,
    administrator: Annotated[bool, typer.Option("--administrator", help="As one who decides who does what.")] = False,
) -> None:
    """Invite somebody: print a link that counts once, for 48 hours. Send it yourself, to them alone."""
    with opened_database() as engine, writing(engine) as session:
        secret = invite(
            session,
            email,
            by=COMMAND_LINE,
            now=datetime.now(UTC),
            cinemas=cinema or (),
            is_editor=editor,
            is_administrator=administrator,
        )
    _print_link(secret)


@staff.command("reset")
def reset(email: Email) -> None:
    """Print a link for a new password, which counts once, for 48 hours; the old one counts until then."""
    with opened_database() as engine, writing(engine) as session:
        secret = offer_reset(session, email, by=COMMAND_LINE, now=datetime.now(UTC))
    _print_link(secret)


@staff.command("list")
def show_people(*, as_json: JsonOption = False) -> None:
    """List who has an account, and what each may."""
    with opened_database() as engine, reading(engine) as session:
        found = people(session)
    if as_json:
        print_json(found)
        return
    for person in found:
        typer.echo("  ".join((person.email, *_roles(person))))
    if not found:
        typer.echo("Nobody has an account. kinonah staff invite EMAIL --administrator begins with one.")


@staff.command("revoke")
def revoke(
    email: Email,
    *,
    token: Annotated[
        str | None, typer.Option("--token", metavar="PREFIX", help="Only the token that begins so.")
    ] = None,
    cinema: Annotated[
        str | None, typer.Option("--cinema", metavar="SLUG", help="Only this cinema, from the account and its tokens.")
    ] = None,
) -> None:
    """End the tokens, sessions and open links of an account at once; or one token, or its work for one cinema."""
    now = datetime.now(UTC)
    with opened_database() as engine, writing(engine) as session:
        if cinema is not None:
            ended = _end_cinema(session, email, cinema, now)
        elif token is not None:
            ended = [f"{prefix}… is revoked." for prefix in revoke_tokens(session, email, token, now=now)]
        else:
            ended = _end_all(session, email, now)
    typer.echo("\n".join(ended))


@staff.command("delete")
def delete(email: Email) -> None:
    """Delete an account with all that is personal; what it did stays, as done by a former member."""
    with opened_database() as engine, writing(engine) as session:
        delete_account(session, email, by=COMMAND_LINE, now=datetime.now(UTC))
    typer.echo("The account is deleted. What it did is now the work of a former member.")


@staff.command("audit")
def show_audit(
    *,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many entries.")] = 100,
    as_json: JsonOption = False,
) -> None:
    """List who did what, the last first."""
    with opened_database() as engine, reading(engine) as session:
        done = entries(session, limit=limit)
    if as_json:
        print_json(done)
        return
    for one in done:
        said = (f"{one.at:%Y-%m-%d %H:%M}Z", one.by, one.what, one.subject, one.about, one.cinema)
        typer.echo("  ".join(filter(None, said)))


def _print_link(secret: str) -> None:
    typer.echo(f"{_public_address()}/staff/invitation/{secret}")
    typer.echo("Whoever has this link is let in: send it to them alone. It is not shown again.", err=True)


def _end_cinema(session: Session, email: str, slug: str, now: datetime) -> list[str]:
    account = known_account(session, email)
    if not end_membership(session, account, slug):
        return [f"{account.email} does not work for {slug}."]
    note(
        session,
        Deed.TOOK_CINEMA,
        by=COMMAND_LINE,
        now=now,
        about=account.email,
        cinema_ids=[cinema_of(session, slug).id],
    )
    return [f"{account.email} no longer works for {slug}."]


def _end_all(session: Session, email: str, now: datetime) -> list[str]:
    account = known_account(session, email)
    ended = [f"{prefix}… is revoked." for prefix in revoke_tokens(session, email, now=now)]
    counts = {"session": end_sessions(session, account.id), "open link": take_back_all(session, account.email)}
    ended += [f"{count} {what}{'' if count == 1 else 's'} ended." for what, count in counts.items() if count]
    if ended:
        note(session, Deed.ENDED_ACCESS, by=COMMAND_LINE, now=now, about=account.email)
    return ended or ["There was no token, session or link in use."]


def _roles(person: Person) -> list[str]:
    roles = {"editor": person.is_editor, "administrator": person.is_administrator}
    return [*sorted(person.cinemas), *(role for role, is_theirs in roles.items() if is_theirs)]


def _public_address() -> str:
    settings = read_settings()
    return settings.public_url if settings.public_url != AUTO else f"http://localhost:{settings.port}"
