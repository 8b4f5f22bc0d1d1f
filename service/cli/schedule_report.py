"""The report of a schedule, as a person reads it in a terminal, and as JSON."""

import typer

from data.programme.answer import encode
from data.schedules.report import Report
from service.cli.printing import print_problems

# What a person reads of a diff before the rest becomes noise.
MOST_CHANGES = 40
_STATES = {"closed": "closed", "opened": "closed no longer"}


def show_report(report: Report, *, as_json: bool) -> None:
    """Print a report: what became of the rows and of the programme, and what is doubtful; or all of it as JSON."""
    show_reports([report], as_json=as_json, as_list=False)


def show_reports(reports: list[Report], *, as_json: bool, as_list: bool) -> None:
    """Print one report after the other; as JSON, one list of them or the only one."""
    if as_json:
        typer.echo(encode(reports if as_list else reports[0]))
        return
    for report in reports:
        _print_report(report)


def _print_report(report: Report) -> None:
    counts = report.counts
    scope = f", {report.scope.from_on} to {report.scope.until_on}" if report.scope else ""
    typer.echo(f"{report.cinema}{scope}: {report.state}")
    if report.state != "undone":
        typer.echo(
            f"{counts.rows} rows = {counts.screenings} screenings + {counts.duplicates} duplicates + "
            f"{counts.past} past + {counts.elsewhere} left aside + {counts.errors} errors"
        )
    typer.echo(
        f"{counts.added} added, {counts.moved} moved, {counts.changed} changed, {counts.removed} removed, "
        f"{counts.kept} kept, {counts.unchanged} unchanged"
    )
    if report.elsewhere:
        typer.echo(f"Of other cinemas: {', '.join(f'{name} ({rows})' for name, rows in report.elsewhere.items())}")
    if report.ignored_columns:
        typer.echo(f"Columns that nobody reads: {', '.join(report.ignored_columns)}")
    for day in report.closed_days:
        what = f" · {day.note}" if day.note else ""
        typer.echo(f"{day.kind:>8}  {day.on:%a %d %b}  the house is {_STATES[day.kind]}{what}")
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
