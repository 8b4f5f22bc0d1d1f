"""A list of places as CSV: `name`, `kind`, `lat`, `lon`, and what else one knows."""

from collections.abc import Iterator

from data.catalogue.report import Findings
from data.catalogue.sheet import SheetRow, read_sheet
from data.places.place_row import KINDS, Written
from data.text import slug_of
from geo.place import PlaceKind

REQUIRED = ("name", "kind", "lat", "lon")


def read_place_sheet(content: bytes, findings: Findings) -> Iterator[tuple[int, Written | None]]:
    """Read the rows with their numbers; null for one that is in error. Raises FileUnreadableError."""
    for row in read_sheet(content, required=REQUIRED).rows:
        yield row.number, _read(row, findings)


def own_key(kind: str, name: str, context: str) -> str:
    """Name a place that its file gives no number."""
    return f"list:{kind}:{slug_of(context)}:{slug_of(name) or name.casefold()}"


def _read(row: SheetRow, findings: Findings) -> Written | None:
    cells = {name: cell for name, cell in row.cells.items() if cell}
    kind = cells.get("kind", "").casefold()
    if kind not in KINDS:
        message = f"This is no kind of place. Write one of {', '.join(KINDS)}."
        findings.error("kind-unknown", message, row=row.number, column="kind", value=kind[:80])
        return None
    name, context = cells.get("name", ""), cells.get("context", "")
    return Written(
        number=row.number,
        source_key=own_key(kind, name, context),
        name=name,
        kind=PlaceKind(kind),
        lat=cells.get("lat", ""),
        lon=cells.get("lon", ""),
        accuracy_m=_number(row, "accuracy_m", findings),
        aliases=tuple(cells.get("aliases", "").split("|")),
        context=context,
        weight=_number(row, "weight", findings),
    )


def _number(row: SheetRow, column: str, findings: Findings) -> float | None:
    text = row.cells.get(column, "")
    if not text:
        return None
    if not text.replace(".", "", 1).isdecimal():
        message = "This is no number and was left out. Write metres, such as 500, or a weight from 0 to 1."
        findings.warn("number-unreadable", message, row=row.number, column=column, value=text[:80])
        return None
    return float(text)
