"""`kinonah notation`: what we make of a cinema's words, before a schedule depends on it."""

import sys
from typing import Annotated

import msgspec
import typer

from data.countries import country_names, read_country
from data.errors import QuestionError
from data.problem import Problem
from data.programme.answer import encode
from data.programme.facts import VersionFacts
from data.text import plain_text
from data.versions.countries.register import ELSEWHERE, country_of
from data.versions.explain import explain
from data.versions.label import label_of
from data.versions.notation import Notation, read_notation
from service.cli.printing import print_problems


class NotationRead(msgspec.Struct, frozen=True):
    """What was made of a text; `left` are the words that nobody understands."""

    text: str
    version: VersionFacts
    formats: tuple[str, ...]
    left: tuple[str, ...]
    problems: tuple[Problem, ...]
    events: tuple[str, ...]
    age_rating: str | None


def notation(
    texts: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Such as OmU; without it, stdin.")] = None,
    *,
    country: Annotated[str, typer.Option(metavar="DE", help="The cinema's country, ISO 3166.")] = "DE",
    as_json: Annotated[bool, typer.Option("--json", help="Print one object a line.")] = False,
) -> None:
    """Say what we make of a cinema's words; without TEXT, of each line of stdin."""
    code = _country(country)
    if country_of(code) is ELSEWHERE:
        typer.echo(f"We know no words of {country_names()[code]} yet: English ones are read.", err=True)
    for text in texts or (line.rstrip("\r\n") for line in sys.stdin):
        read = read_notation(plain_text(text), code)
        label = label_of(read.version, code)
        if as_json:
            typer.echo(encode(_facts(text, read, label)))
        else:
            _print(text, read, label)


def _country(text: str) -> str:
    try:
        return read_country(text)
    except QuestionError as error:
        raise QuestionError("country", f"--country: {error}") from error


def _facts(text: str, read: Notation, label: str) -> NotationRead:
    return NotationRead(
        text=text,
        version=VersionFacts.of(read.version, label),
        formats=read.formats,
        left=read.left,
        problems=tuple(one.plain() for one in read.problems),
        events=read.events,
        age_rating=read.age_rating,
    )


def _print(text: str, read: Notation, label: str) -> None:
    said = [label, explain(read.version, "en"), *read.formats, *read.events]
    said += [f"from {read.age_rating}"] if read.age_rating else []
    typer.echo(f"{plain_text(text)}: {' · '.join(part for part in said if part)}")
    print_problems(read.problems)
