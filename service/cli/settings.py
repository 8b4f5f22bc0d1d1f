"""`kinonah settings`: what can be set, what is set, and what it means."""

import json
import re
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from service.settings import Settings, read_settings, variable_of


@dataclass(frozen=True, slots=True)
class Row:
    """One setting as it is shown."""

    name: str
    value: str | int | None
    default: str | int | None
    description: str


def settings(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False) -> None:
    """List the settings: name, value, default and meaning. Passwords in addresses are masked."""
    rows = _rows(read_settings())
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        typer.echo(f"{row.name}={_shown(row.value)}\n    {row.description} Default: {_shown(row.default)}")


def _rows(current: Settings) -> list[Row]:
    return [
        Row(variable_of(name), _masked(getattr(current, name)), field.default, field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def _shown(value: str | int | None) -> str:
    return "(nothing)" if value is None else str(value)


def _masked(value: str | int | None) -> str | int | None:
    """Hide a password: what stands between `name:` and the last `@` of an address, or in its `password=`."""
    if not isinstance(value, str) or "://" not in value:
        return value
    value = re.sub(r"(://[^:/@]*:).*(@)", r"\1***\2", value, flags=re.DOTALL)
    return re.sub(r"(password=)[^&]*", r"\1***", value)
