"""`kinonah cinemas duplicates`: which cinemas may be one house twice, and the commands that would make them one."""

from dataclasses import dataclass
from typing import Annotated

import typer

from data.catalogue.duplicates import Double, DuplicateGroup, find_duplicates
from data.tables.database import reading
from data.text import plain_text
from service.cli.opened import opened_database
from service.cli.printing import print_json


@dataclass(frozen=True, slots=True)
class GroupDocument:
    """A group as JSON shows it; `slug` is the one that would stay."""

    slug: str
    name: str
    confidence: float
    doubles: tuple[Double, ...]
    commands: tuple[str, ...]


def duplicates(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print the groups as JSON, for programs.")] = False
) -> None:
    """Propose which cinemas are the same house twice, the surest first. Nothing is merged."""
    with opened_database() as engine, reading(engine) as session:
        groups = find_duplicates(session)
    if as_json:
        print_json([GroupDocument(one.slug, one.name, one.confidence, one.doubles, one.commands) for one in groups])
        return
    for group in groups:
        _show(group)
    typer.echo(
        f"Groups of cinemas that may be one house: {len(groups)}." if groups else "No two cinemas look like one house."
    )


def _show(group: DuplicateGroup) -> None:
    typer.echo(f"{group.slug}  {plain_text(group.name)}")
    for double, command in zip(group.doubles, group.commands, strict=True):
        typer.echo(f"  {double.slug}  {double.confidence:.0%}: {plain_text(double.reasons)}")
        typer.echo(f"    {command}")
