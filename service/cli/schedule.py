"""`kinonah schedule check|publish`: a cinema's file, looked at and published."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from data.schedules.plan import Mode, Plan
from data.schedules.publish import Consent, consents_needed, publish
from data.tables.database import reading, writing
from data.text import plain_text
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.history import history
from service.cli.now import NowOption
from service.cli.opened import opened_database
from service.cli.planning import asked_scope, plans_of
from service.cli.schedule_report import show_reports
from service.cli.teach import teach
from service.cli.undo import undo
from service.staff.audit import COMMAND_LINE, note_at
from service.staff.deeds import Deed

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


AllCinemas = Annotated[bool, typer.Option("--all-cinemas", help="Take each cinema that the file names.")]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="The first programme date that the file is taken for.")
]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last one, included.")]
Auditoriums = Annotated[
    list[str] | None, typer.Option("--auditorium", metavar="NAME", help="Only this one; may be repeated.")
]


@schedule.command("check")
def check_file(
    file: File,
    *,
    cinema: CinemaSlug = None,
    all_cinemas: AllCinemas = False,
    mode: ModeOption = Mode.REPLACE,
    from_on: FromOption = None,
    until_on: UntilOption = None,
    auditorium: Auditoriums = None,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what is wrong in a file and what it would change; change nothing."""
    asked = asked_scope(from_on, until_on, auditorium)
    with opened_database() as engine, reading(engine) as session:
        plans = plans_of(session, file, cinema, all_cinemas=all_cinemas, mode=mode, asked=asked, now=now)[0]
        show_reports([plan.report(state="checked") for plan in plans], as_json=as_json, as_list=all_cinemas)
        for plan in [] if as_json else plans:
            _say_what_is_needed(plan, of_many=all_cinemas)
    if any(plan.checked.unreadable for plan in plans):
        raise typer.Exit(DATA_HAS_ERRORS)


@schedule.command("publish")
def publish_file(
    file: File,
    *,
    cinema: CinemaSlug = None,
    all_cinemas: AllCinemas = False,
    mode: ModeOption = Mode.REPLACE,
    from_on: FromOption = None,
    until_on: UntilOption = None,
    auditorium: Auditoriums = None,
    now: NowOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Publish in spite of bad rows and many removals.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Publish a file: all its good rows in one transaction, or nothing."""
    asked = asked_scope(from_on, until_on, auditorium)
    with opened_database() as engine, writing(engine) as session:
        plans, moment = plans_of(session, file, cinema, all_cinemas=all_cinemas, mode=mode, asked=asked, now=now)
        needed = [] if yes else [why for plan in plans for why in _whys(plan, of_many=all_cinemas)]
        reports = [
            plan.report(state="checked") if needed else publish(session, plan, now=moment, accept=frozenset(Consent))
            for plan in plans
        ]
        for report in reports:
            if report.state == "published":
                note_at(session, report.cinema, Deed.PUBLISHED, report.named, by=COMMAND_LINE, now=moment)
    show_reports(reports, as_json=as_json, as_list=all_cinemas)
    if needed:
        typer.echo(f"Nothing was published. {' '.join(needed)} Correct the file, or say --yes.", err=True)
    if needed or any(plan.checked.unreadable for plan in plans):
        raise typer.Exit(DATA_HAS_ERRORS)


def _whys(plan: Plan, *, of_many: bool) -> list[str]:
    whose = f"{plan.house.slug}: " if of_many else ""
    return [f"{whose}{why}" for why in consents_needed(plan).values()]


def _say_what_is_needed(plan: Plan, *, of_many: bool) -> None:
    for why in _whys(plan, of_many=of_many):
        typer.echo(f"{why} Publishing needs --yes.")
    doubt = next((one for one in plan.checked.problems if one.code in _TEACHABLE and one.value), None)
    if doubt and doubt.value:
        means = "--means OmeU" if doubt.code == "notation-unknown" else "--film SLUG"
        words = f"{shlex.quote(plain_text(doubt.value))} {means}"
        typer.echo(f"Say once what a word means, such as: kinonah schedule teach --cinema {plan.house.slug} {words}")
