"""`kinonah schedule check|publish`: a cinema's file, looked at and published."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlmodel import Session

from data.errors import QuestionError, UnknownCinemaError
from data.schedules.plan import Document, Mode, Plan, plan_schedule
from data.schedules.publish import Consent, consents_needed, publish
from data.schedules.stored import cinema_of
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.history import history
from service.cli.now import NowOption, read_now
from service.cli.opened import opened_database
from service.cli.schedule_report import show_report
from service.cli.teach import teach
from service.cli.undo import undo

# Doubts that end where somebody says what is meant.
_TEACHABLE = {"film-new", "notation-unknown", "title-ambiguous", "title-cut", "title-joined", "title-misspelled"}

schedule = typer.Typer(help="A cinema's schedule: check, publish, undo, and teach its words.", no_args_is_help=True)
schedule.command("history")(history)
schedule.command("undo")(undo)
schedule.command("teach")(teach)

File = Annotated[Path, typer.Argument(help="The file that the cinema has.")]
CinemaSlug = Annotated[
    str | None, typer.Option("--cinema", metavar="SLUG", help="Whose it is; without it, the file's name says so.")
]
ModeOption = Annotated[Mode, typer.Option(help="replace: this is all that is shown in its days; add: this besides.")]
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
        show_report(plan.report(state="checked"), as_json=as_json)
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
    show_report(report, as_json=as_json)
    if needed:
        typer.echo(f"Nothing was published. {' '.join(needed.values())} Correct the file, or say --yes.", err=True)
    if needed or plan.checked.unreadable:
        raise typer.Exit(DATA_HAS_ERRORS)


def _plan(session: Session, file: Path, cinema: str | None, mode: Mode, now: str | None) -> tuple[Plan, datetime]:
    content = file.read_bytes()
    moment = read_now(now, ZoneInfo(_cinema(session, file, cinema).time_zone))
    document = Document(name=file.name, content=content)
    slug = cinema or file.stem
    return plan_schedule(session, slug, document, now=moment, mode=mode), moment


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
