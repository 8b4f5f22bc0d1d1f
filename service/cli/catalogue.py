"""`kinonah cinemas import` and `kinonah films import`: a file into the catalogue, and the report of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Protocol

import typer
from sqlmodel import Session

from data.catalogue.cinemas import import_cinemas
from data.catalogue.films import import_films
from data.catalogue.report import CatalogueReport
from data.problem import Problem
from data.tables.database import writing
from data.text import plain_text
from service.cli.closing import close, open_again
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.opened import opened_database
from service.cli.printing import print_json, print_problems

cinemas = typer.Typer(help="The cinemas of the catalogue.", no_args_is_help=True)
films = typer.Typer(help="The films of the catalogue.", no_args_is_help=True)
cinemas.command("close")(close)
cinemas.command("open")(open_again)

IsDryRun = Annotated[bool, typer.Option("--dry-run", help="Report, but write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON, for programs.")]


class Importing(Protocol):
    """Reads a file into the catalogue, within a transaction."""

    def __call__(self, session: Session, content: bytes, *, now: datetime) -> CatalogueReport:
        """Bring a file in, as of now."""
        ...


@cinemas.callback()
def _cinemas() -> None:
    """Bring cinemas into the catalogue."""


@films.callback()
def _films() -> None:
    """Bring films into the catalogue."""


@cinemas.command("import")
def import_cinemas_file(
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8 with at least the columns name, lat, lon.")],
    *,
    is_dry_run: IsDryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add and update cinemas from a CSV file; what the file does not say stays."""
    _import(import_cinemas, file, is_dry_run=is_dry_run, as_json=as_json)


@films.command("import")
def import_films_file(
    file: Annotated[Path, typer.Argument(help="A JSON list of films, each with at least an original_title.")],
    *,
    is_dry_run: IsDryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add and update films from a JSON file; what the file does not say stays."""
    _import(import_films, file, is_dry_run=is_dry_run, as_json=as_json)


def _import(importing: Importing, file: Path, *, is_dry_run: bool, as_json: bool) -> None:
    content = file.read_bytes()
    with opened_database() as engine, writing(engine) as session:
        report = importing(session, content, now=datetime.now(UTC))
        if is_dry_run:
            session.rollback()
    if as_json:
        print_json(_document_of(report))
    else:
        _print_report(report, is_dry_run=is_dry_run)
    if report.errors:
        raise typer.Exit(DATA_HAS_ERRORS)


def _print_report(report: CatalogueReport, *, is_dry_run: bool) -> None:
    print_problems(report.problems)
    if report.ignored_columns:
        typer.echo(f"Columns that nobody reads: {plain_text(', '.join(report.ignored_columns))}.")
    typer.echo(
        f"{report.rows} rows: {report.added} added, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.errors} with errors. {report.warnings} warnings."
    )
    if is_dry_run:
        typer.echo("Nothing was written: this was a dry run.")


@dataclass(frozen=True, slots=True)
class Counts:
    """`rows` is the sum of all but the warnings."""

    rows: int
    added: int
    changed: int
    unchanged: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report as JSON shows it."""

    counts: Counts
    problems: tuple[Problem, ...]
    ignored_columns: tuple[str, ...]


def _document_of(report: CatalogueReport) -> ReportDocument:
    counts = Counts(report.rows, report.added, report.changed, report.unchanged, report.errors, report.warnings)
    return ReportDocument(counts, report.problems, report.ignored_columns)
