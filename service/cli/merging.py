"""`kinonah cinemas merge|unmerge` and `kinonah films merge|unmerge`: two become one, and two again."""

import sys
from datetime import UTC, datetime
from typing import Annotated, Protocol

import typer
from sqlmodel import Session

from data.catalogue.merge import MergeReport, merge_cinemas, merge_films
from data.catalogue.unmerge import PartReport, unmerge_cinemas, unmerge_films
from data.schedules.publish import COMMAND_LINE
from data.tables.database import writing
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.opened import opened_database
from service.cli.printing import print_json

Kept = Annotated[str, typer.Argument(metavar="A", help="The slug of the one that stays; its own facts win.")]
Merged = Annotated[str, typer.Argument(metavar="B", help="The slug of the one that goes into it.")]
Parted = Annotated[str, typer.Argument(metavar="B", help="The slug of the one that went.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what was done as JSON, for programs; needs --yes.")]


class Merging(Protocol):
    """Merges two of a kind, within a transaction."""

    def __call__(self, session: Session, kept_slug: str, merged_slug: str, *, now: datetime, by: str) -> MergeReport:
        """Let the second become the first, as of now."""
        ...


class Parting(Protocol):
    """Undoes a merge, within a transaction."""

    def __call__(self, session: Session, merged_slug: str, *, now: datetime, by: str) -> PartReport:
        """Part what went from what stayed, as of now."""
        ...


def merge_cinemas_command(a: Kept, b: Merged, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Let cinema B become cinema A: its programme, schedules and names; its old address leads to A. Can be undone."""
    _merge(merge_cinemas, a, b, yes=yes, as_json=as_json)


def merge_films_command(a: Kept, b: Merged, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Let film B become film A: its screenings, titles and texts; its old address leads to A. Can be undone."""
    _merge(merge_films, a, b, yes=yes, as_json=as_json)


def unmerge_cinemas_command(b: Parted) -> None:
    """Undo a merge: B is a cinema of its own again, as it was. What was published since stays with the other."""
    _part(unmerge_cinemas, b)


def unmerge_films_command(b: Parted) -> None:
    """Undo a merge: B is a film of its own again, as it was."""
    _part(unmerge_films, b)


def _merge(merging: Merging, kept: str, merged: str, *, yes: bool, as_json: bool) -> None:
    now = datetime.now(UTC)
    with opened_database() as engine:
        if not yes:
            # Nobody else can write meanwhile; so it is tried, taken back, and done only after the answer.
            with writing(engine) as session:
                would = merging(session, kept, merged, now=now, by=COMMAND_LINE)
                session.rollback()
            _ask(would)
        with writing(engine) as session:
            report = merging(session, kept, merged, now=now, by=COMMAND_LINE)
    if as_json:
        print_json(report)
        return
    typer.echo(_said(report, "was"))
    typer.echo(f"To undo it: kinonah {report.kind}s unmerge {report.merged}")


def _ask(would: MergeReport) -> None:
    """Go on only where a person says yes; where nobody can be asked, say how."""
    typer.echo(_said(would, "would be"), err=True)
    if not sys.stdin.isatty():
        typer.echo("Nothing was merged. Say --yes to do it.", err=True)
        raise typer.Exit(DATA_HAS_ERRORS)
    if not typer.confirm("Merge them?", err=True):
        typer.echo("Nothing was merged.", err=True)
        raise typer.Exit(DATA_HAS_ERRORS)


def _said(report: MergeReport, was: str) -> str:
    parts = [f"{report.screenings} screenings"]
    if report.joined:
        parts[0] += f" ({report.joined} of them there twice, and one from now on)"
    if report.schedules:
        parts.append(f"{report.schedules} schedules")
    facts = f", and what {report.kept} lacked: {', '.join(report.filled)}" if report.filled else ""
    said = f"{report.merged} {was} merged into {report.kept}, with {' and '.join(parts)}{facts}."
    return " ".join([said, *(_paused(url, report, was) for url in report.paused_feeds)])


def _paused(url: str, report: MergeReport, was: str) -> str:
    return (
        f"Both have feeds, and each would overwrite what the other brings: {url} {was} paused "
        f"(kinonah feeds list --cinema {report.kept})."
    )


def _part(parting: Parting, slug: str) -> None:
    with opened_database() as engine, writing(engine) as session:
        parted = parting(session, slug, now=datetime.now(UTC), by=COMMAND_LINE)
    typer.echo(f"{slug} is a {parted.kind} of its own again, apart from {parted.kept}.")
