"""`kinonah places import`: a file of places that people may type, and the report of it."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from data.places.imports import import_places
from data.places.report import Fate, PlacesReport
from data.problem import Problem
from data.tables.database import writing
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.opened import opened_database
from service.cli.printing import print_json, print_problems

places = typer.Typer(help="The places that people type.", no_args_is_help=True)

_SAID = {
    Fate.ADDED: "added",
    Fate.CHANGED: "changed",
    Fate.UNCHANGED: "unchanged",
    Fate.REPEATED: "of a place that an earlier row named",
    Fate.ELSEWHERE: "farther than 150 km from every cinema",
    Fate.NO_PLACE: "no place that people type",
    Fate.ERROR: "with errors",
}


@places.callback()
def _places() -> None:
    """Bring in places that people type."""


@places.command("import")
def import_places_file(
    file: Annotated[
        Path, typer.Argument(help="GeoNames (places or postcodes), GeoJSON, or CSV with name, kind, lat, lon.")
    ],
    *,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Report, but write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, for programs.")] = False,
) -> None:
    """Add and update places that people type, those around the cinemas of the catalogue."""
    report = _import(file, is_dry_run=is_dry_run)
    if as_json:
        print_json(_document_of(report))
    else:
        _print_report(report, is_dry_run=is_dry_run)
    if report.counts[Fate.ERROR]:
        raise typer.Exit(DATA_HAS_ERRORS)


def _import(path: Path, *, is_dry_run: bool) -> PlacesReport:
    progress = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with path.open("rb") as file, opened_database() as engine, progress, writing(engine) as session:
        task = progress.add_task("Reading places", total=path.stat().st_size)
        report = import_places(
            session, file, now=datetime.now(UTC), tell=lambda done: progress.update(task, completed=done)
        )
        if is_dry_run:
            session.rollback()
    return report


def _print_report(report: PlacesReport, *, is_dry_run: bool) -> None:
    print_problems(report.problems)
    counted = [f"{report.counts[fate]} {said}" for fate, said in _SAID.items() if report.counts[fate]]
    rows, warnings = _counted(report.rows, "row"), _counted(report.warnings, "warning")
    typer.echo(f"{rows}: {', '.join(counted) or 'none'}. {warnings}.")
    if is_dry_run:
        typer.echo("Nothing was written: this was a dry run.")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report as JSON shows it; `rows` is the sum of the `counts`."""

    format: str
    rows: int
    counts: dict[str, int]
    warnings: int
    problems: tuple[Problem, ...]


def _document_of(report: PlacesReport) -> ReportDocument:
    counts = {fate.value: report.counts[fate] for fate in Fate}
    return ReportDocument(report.format, report.rows, counts, report.warnings, report.problems)
