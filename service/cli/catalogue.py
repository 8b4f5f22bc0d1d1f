"""`kinonah cinemas import` and `kinonah films import`: a file into the catalogue, and the report of it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from sqlalchemy import Engine
from sqlmodel import Session

from data.catalogue.cinemas import import_cinemas
from data.catalogue.films import import_films
from data.catalogue.locating import NOBODY_ASKED, Located, locate_missing
from data.catalogue.report import CatalogueReport
from data.decoded import MOST_BYTES, too_large
from data.tables.database import reading, writing
from geo.geocoder import Geocoder
from service.cli.catalogue_report import show_report
from service.cli.closing import close, open_again
from service.cli.duplicates import duplicates
from service.cli.exit_codes import DATA_HAS_ERRORS
from service.cli.merging import (
    merge_cinemas_command,
    merge_films_command,
    unmerge_cinemas_command,
    unmerge_films_command,
)
from service.cli.opened import opened_database
from service.cli.waiting import waiting
from service.outside.opened import open_unhurried_geocoder
from service.settings import read_settings

cinemas = typer.Typer(help="The cinemas of the catalogue.", no_args_is_help=True)
films = typer.Typer(help="The films of the catalogue.", no_args_is_help=True)
cinemas.command("close")(close)
cinemas.command("open")(open_again)
cinemas.command("duplicates")(duplicates)
cinemas.command("merge")(merge_cinemas_command)
cinemas.command("unmerge")(unmerge_cinemas_command)
films.command("merge")(merge_films_command)
films.command("unmerge")(unmerge_films_command)

IsDryRun = Annotated[bool, typer.Option("--dry-run", help="Report, but write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON, for programs.")]

_MISSING = "position-missing"
_LOOKED_UP = "position-looked-up"


@cinemas.callback()
def _cinemas() -> None:
    """Bring cinemas into the catalogue."""


@films.callback()
def _films() -> None:
    """Bring films into the catalogue."""


@cinemas.command("import")
def import_cinemas_file(
    file: Annotated[Path, typer.Argument(help="From OpenStreetMap (Overpass, GeoJSON), or CSV, Excel or JSON.")],
    *,
    is_dry_run: IsDryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add and update cinemas from a list in any usual format; what the file does not say stays."""
    content = _read(file)
    geocoder = open_unhurried_geocoder(read_settings())
    with opened_database() as engine:
        located = _look_up(engine, content, geocoder) if geocoder else NOBODY_ASKED
        report = _import(
            engine, lambda session: import_cinemas(session, content, now=datetime.now(UTC), located=located), is_dry_run
        )
    _show(report, is_dry_run=is_dry_run, as_json=as_json, hints=_hints(report, geocoder))


@films.command("import")
def import_films_file(
    file: Annotated[Path, typer.Argument(help="A JSON list of films, each with at least an original_title.")],
    *,
    is_dry_run: IsDryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add and update films from a JSON file; what the file does not say stays."""
    content = _read(file)
    with opened_database() as engine:
        report = _import(engine, lambda session: import_films(session, content, now=datetime.now(UTC)), is_dry_run)
    _show(report, is_dry_run=is_dry_run, as_json=as_json)


def _read(file: Path) -> bytes:
    # Before it is in memory: it may be the wrong file altogether, and huge.
    if file.stat().st_size > MOST_BYTES:
        raise too_large()
    return file.read_bytes()


def _look_up(engine: Engine, content: bytes, geocoder: Geocoder) -> Located:
    """Look addresses up, which takes a second each, while nobody waits for the database."""
    console = Console(stderr=True)
    with (
        reading(engine) as session,
        Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as progress,
    ):
        task = progress.add_task("Addresses", total=None)
        return locate_missing(
            session, content, geocoder, lambda done, total: progress.update(task, completed=done, total=total)
        )


def _import(
    engine: Engine,
    importing: Callable[[Session], CatalogueReport],
    is_dry_run: bool,  # noqa: FBT001 (of this file only)
) -> CatalogueReport:
    with waiting("Importing"), writing(engine) as session:
        report = importing(session)
        if is_dry_run:
            session.rollback()
    return report


def _show(report: CatalogueReport, *, is_dry_run: bool, as_json: bool, hints: tuple[str, ...] = ()) -> None:
    show_report(report, as_json=as_json)
    if not as_json:
        for hint in (*hints, *(["Nothing was written: this was a dry run."] if is_dry_run else [])):
            typer.echo(hint)
    if report.errors:
        raise typer.Exit(DATA_HAS_ERRORS)


def _hints(report: CatalogueReport, geocoder: Geocoder | None) -> tuple[str, ...]:
    codes = {problem.code for problem in report.problems}
    if geocoder is None and _MISSING in codes:
        return ("To have addresses looked up, set KINONAH_GEOCODER_URL; kinonah settings says more.",)
    return (f"Positions looked up: {geocoder.attribution}",) if geocoder and _LOOKED_UP in codes else ()
