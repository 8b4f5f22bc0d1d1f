"""Cells that a spreadsheet would take for a formula: written so that it does not, and read as they were meant.

A title that begins with `=` would be computed, and could call a program or send the sheet elsewhere (CWE-1236). An
apostrophe before it makes it text; ours is taken off again when the file comes back.
"""

import re

_LIVE = re.compile(r"'*[=+\-@\t\r]")


def quieted(text: str) -> str:
    """Write a cell so that no spreadsheet computes it."""
    return f"'{text}" if _LIVE.match(text) else text


def as_meant(cell: str) -> str:
    """Read a cell that may have been quieted."""
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell) else cell
