"""The report of a catalogue's import, as a person reads it in a terminal or a pipe, and as JSON."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from data.catalogue.report import CatalogueReport
from data.countries import country_names
from data.problem import Problem, Severity
from data.text import plain_text
from service.cli.printing import print_json

_READERS = {
    "overpass": "Overpass JSON of OpenStreetMap",
    "osm-geojson": "GeoJSON of OpenStreetMap",
    "geojson": "GeoJSON",
    "json": "JSON",
    "table": "a table",
    "films": "JSON",
}
_LICENCE = "The data of OpenStreetMap is under the ODbL: name it where you show it (© OpenStreetMap contributors)."
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
# What a person reads of a long list before the rest becomes noise.
_MOST_ROWS, _MOST_VALUES, _LONGEST_VALUE, _MOST_COUNTRIES = 8, 3, 60, 6


@dataclass(frozen=True, slots=True)
class Counts:
    """`rows` is the sum of all but the warnings."""

    rows: int
    added: int
    changed: int
    unchanged: int
    left_aside: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report as JSON shows it."""

    reader: str
    counts: Counts
    countries: Mapping[str, int]
    problems: tuple[Problem, ...]
    ignored_columns: tuple[str, ...]


class _Finding(NamedTuple):
    """One thing that is wrong, and where it is."""

    severity: Severity
    where: str
    sentence: str


def show_report(report: CatalogueReport, *, as_json: bool) -> None:
    """Print a report: the counts, then what is wrong; or all of it as JSON."""
    if as_json:
        print_json(_document_of(report))
        return
    counts = _counts_of(report)
    typer.echo(
        f"Read as {_READERS[report.reader]}. {counts.rows} row{'' if counts.rows == 1 else 's'}: "
        f"{counts.added} added, {counts.changed} changed, "
        f"{counts.unchanged} unchanged, {counts.left_aside} left aside, {counts.errors} with errors. "
        f"{counts.warnings} warning{'' if counts.warnings == 1 else 's'}."
    )
    if report.countries:
        typer.echo(f"They stand in {_countries(report.countries)}.")
    _print_findings(_findings(report.problems))
    if report.ignored_columns:
        typer.echo(f"Columns that nobody reads: {plain_text(', '.join(report.ignored_columns))}.")
    if report.reader in ("overpass", "osm-geojson"):
        typer.echo(_LICENCE)


def _counts_of(report: CatalogueReport) -> Counts:
    outcomes = (report.added, report.changed, report.unchanged, report.left_aside, report.errors)
    return Counts(report.rows, *outcomes, report.warnings)


def _document_of(report: CatalogueReport) -> ReportDocument:
    return ReportDocument(report.reader, _counts_of(report), report.countries, report.problems, report.ignored_columns)


def _countries(countries: Mapping[str, int]) -> str:
    names = country_names()
    named = [f"{names.get(code, code)} ({count})" for code, count in list(countries.items())[:_MOST_COUNTRIES]]
    rest = len(countries) - _MOST_COUNTRIES
    return ", ".join(named) + (f" and {rest} countries more" if rest > 0 else "")


def _findings(problems: Iterable[Problem]) -> list[_Finding]:
    """Say once what is wrong with several rows; errors come first."""
    alike: dict[tuple[Severity, str | None, str], list[Problem]] = {}
    for problem in sorted(problems, key=lambda one: one.severity is not Severity.ERROR):
        alike.setdefault((problem.severity, problem.column, problem.message), []).append(problem)
    return [
        _Finding(severity, _where(column, group), plain_text(f"{message}{_values(group)}"))
        for (severity, column, message), group in alike.items()
    ]


def _where(column: str | None, group: list[Problem]) -> str:
    rows = [str(problem.row) for problem in group if problem.row is not None]
    few = rows if len(rows) <= _MOST_ROWS else [*rows[: _MOST_ROWS - 1], f"{len(rows) - _MOST_ROWS + 1} more"]
    listed = " and ".join(filter(None, (", ".join(few[:-1]), *few[-1:])))
    address = [f"row {listed}" if len(rows) == 1 else f"rows {listed}"] if rows else []
    return plain_text(", ".join([*address, *([f"column {column}"] if column else [])]))


def _values(group: list[Problem]) -> str:
    values = list(dict.fromkeys(problem.value for problem in group if problem.value))
    shown = [value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…" for value in values]
    more = ["…"] if len(shown) > _MOST_VALUES else []
    return f" ({'; '.join([*shown[:_MOST_VALUES], *more])})" if shown else ""


def _print_findings(findings: list[_Finding]) -> None:
    if not sys.stdout.isatty():
        for severity, where, sentence in findings:
            typer.echo(f"{severity.value}: {where}: {sentence}" if where else f"{severity.value}: {sentence}")
        return
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    # A long list of rows shall leave the sentence its room.
    for most in (None, 30, None):
        table.add_column(max_width=most, overflow="fold")
    for severity, where, sentence in findings:
        table.add_row(Text(severity.value, style=_COLOURS[severity]), Text(where), Text(sentence))
    Console().print(table)
