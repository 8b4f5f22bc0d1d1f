"""`kinonah schedule check|publish`: a cinema's file, looked at and published."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlmodel import Session

from data.errors import QuestionError, UnknownCinemaError
from data.programme.answer import encode
from data.schedules.plan import Document, Mode, Plan, plan_schedule
from data.schedules.publish import Consent, consents_needed, publish
from data.schedules.report import Report
from data.schedules.stored import cinema_of
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.times.moment import read_moment
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.opened import opened_database
from service.cli.printing import print_problems
from service.cli.teach import teach

# Doubts that end where somebody says what is meant.
_TEACHABLE = {"film-new", "notation-unknown", "title-ambiguous", "title-cut", "title-joined", "title-misspelled"}
# What a person reads of a diff before the rest becomes noise.
MOST_CHANGES = 40

schedule = typer.Typer(help="A cinema's schedule: check, publish, and teach its words.", no_args_is_help=True)
schedule.command("teach")(teach)

File = Annotated[Path, typer.Argument(help="The file that the cinema has.")]
CinemaSlug = Annotated[
    str | None, typer.Option("--cinema", metavar="SLUG", help="Whose it is; without it, the file's name says so.")
]
ModeOption = Annotated[Mode, typer.Option(help="replace: this is all that is shown in its days; add: this besides.")]
NowOption = Annotated[str | None, typer.Option("--now", metavar="T", help="Take this as now, for tests; ISO 8601.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the report as the API would answer it.")]


@schedule.command("check")
def check_file(
    file: File,
    *,
    cinema: CinemaSlug = None,
    mode: ModeOption = Mode.REPLACE,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what is wrong in a file and what it would change; change nothing."""
    with opened_database() as engine, reading(engine) as session:
        plan = _plan(session, file, cinema, mode, now)[0]
        _show(plan.report(state="checked"), as_json=as_json)
        if not as_json:
            for why in consents_needed(plan).values():
                typer.echo(f"{why} Publishing needs --yes.")
            if any(problem.code in _TEACHABLE for problem in plan.checked.problems):
                typer.echo(f"Say once what a word means: kinonah schedule teach --cinema {plan.house.slug}")
    if plan.checked.unreadable:
        raise typer.Exit(DATA_HAS_ERRORS)


@schedule.command("publish")
def publish_file(
    file: File,
    *,
    cinema: CinemaSlug = None,
    mode: ModeOption = Mode.REPLACE,
    now: NowOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Publish in spite of bad rows and many removals.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Publish a file: all its good rows in one transaction, or nothing."""
    with opened_database() as engine, writing(engine) as session:
        plan, moment = _plan(session, file, cinema, mode, now)
        needed = {} if yes else consents_needed(plan)
        report = (
            plan.report(state="checked") if needed else publish(session, plan, now=moment, accept=frozenset(Consent))
        )
    _show(report, as_json=as_json)
    if needed:
        typer.echo(f"Nothing was published. {' '.join(needed.values())} Correct the file, or say --yes.", err=True)
    if needed or plan.checked.unreadable:
        raise typer.Exit(DATA_HAS_ERRORS)


def _plan(session: Session, file: Path, cinema: str | None, mode: Mode, now: str | None) -> tuple[Plan, datetime]:
    content = file.read_bytes()
    zone = ZoneInfo(_cinema(session, file, cinema).time_zone)
    moment = datetime.now(UTC) if now is None else read_moment(now, zone)
    if moment is None:
        raise QuestionError("now", "--now is no moment. Write it as 2026-07-24T00:00.")
    document = Document(name=file.name, content=content)
    slug = cinema or file.stem
    return plan_schedule(session, slug, document, now=moment.astimezone(UTC), mode=mode), moment.astimezone(UTC)


def _cinema(session: Session, file: Path, slug: str | None) -> Cinema:
    """Find whose file it is. Raises UnknownCinemaError, or QuestionError where nobody said."""
    if slug is not None:
        return cinema_of(session, slug)
    try:
        return cinema_of(session, file.stem)
    except UnknownCinemaError:
        raise QuestionError(
            "cinema", f"Say whose file this is: --cinema SLUG. No cinema is called {file.stem!r}."
        ) from None


def _show(report: Report, *, as_json: bool) -> None:
    if as_json:
        typer.echo(encode(report))
        return
    counts = report.counts
    scope = f", {report.scope.from_on} to {report.scope.until_on}" if report.scope else ""
    typer.echo(f"{report.cinema}{scope}: {report.state}")
    typer.echo(
        f"{counts.rows} rows = {counts.screenings} screenings + {counts.duplicates} duplicates + {counts.past} past "
        f"+ {counts.elsewhere} of other cinemas + {counts.errors} errors"
    )
    typer.echo(
        f"{counts.added} added, {counts.moved} moved, {counts.changed} changed, {counts.removed} removed, "
        f"{counts.kept} kept, {counts.unchanged} unchanged"
    )
    if report.ignored_columns:
        typer.echo(f"Columns that nobody reads: {', '.join(report.ignored_columns)}")
    _print_changes(report)
    print_problems(report.problems)


def _print_changes(report: Report) -> None:
    for change in report.changes[:MOST_CHANGES]:
        was = f"{change.from_at:%a %d %b %H:%M} → " if change.from_at else ""
        words = [change.title, change.version, change.auditorium]
        when = f"{was}{change.starts_at:%a %d %b %H:%M}"
        typer.echo(f"{change.kind:>8}  {when}  {' · '.join(word for word in words if word)}")
    left = len(report.changes) - MOST_CHANGES
    if left > 0:
        typer.echo(f"          … and {left} more; --json shows all")
