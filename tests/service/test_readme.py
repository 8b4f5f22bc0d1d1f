"""The README is held to what is there."""

import re
from pathlib import Path

from typer.main import get_command

from service.cli.main import commands
from service.settings import Settings, variable_of

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_all_settings_with_their_defaults() -> None:
    listed = dict(re.findall(r"^\| `(KINONAH_\w+)` \| `([^`]*)` \|", README, flags=re.MULTILINE))
    assert listed == {variable_of(name): str(field.default) for name, field in Settings.model_fields.items()}


def test_the_readme_lists_all_commands() -> None:
    listed = set(re.findall(r"^\| `kinonah ([a-z ]+)` \|", README, flags=re.MULTILINE))
    assert listed == set(_names(get_command(commands())))


def _names(command: object, path: str = "") -> list[str]:
    children = getattr(command, "commands", None)
    if not children:
        return [path]
    return [name for word, child in children.items() for name in _names(child, f"{path} {word}".strip())]
