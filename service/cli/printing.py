"""Problems and reports as lines of a terminal or a pipe, and as JSON."""

from collections.abc import Iterable

import msgspec
import typer

from data.problem import Problem, Severity
from data.text import plain_text

_COLOURS = {Severity.ERROR: typer.colors.RED, Severity.WARNING: typer.colors.YELLOW}
_LONGEST_VALUE = 60


def print_problems(problems: Iterable[Problem]) -> None:
    """Print a line for each problem: how bad, where, and what to do; in colour on a terminal only."""
    for problem in problems:
        severity = typer.style(problem.severity.value, fg=_COLOURS[problem.severity])
        # Values come from files: what would steer the terminal is taken out.
        typer.echo(f"{severity}: {plain_text(_sentence(problem))}")


def print_json(value: object) -> None:
    """Print dataclasses, lists and plain values as indented JSON; a Sentence, which no library knows, as its text."""
    typer.echo(msgspec.json.format(msgspec.json.encode(value, enc_hook=str), indent=2).decode())


def _sentence(problem: Problem) -> str:
    address = [f"row {problem.row}"] if problem.row is not None else []
    address += [f"column {problem.column}"] if problem.column else []
    where = f"{', '.join(address)}: " if address else ""
    return where + problem.message + (f" ({_short(problem.value)})" if problem.value else "")


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
