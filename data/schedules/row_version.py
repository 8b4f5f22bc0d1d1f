"""Version and formats of a row: from its columns, and where these say nothing, from what stands beside the title."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.schedules.sheet import Row
from data.sentence import Sentence, together
from data.versions.notation import FORMATS, NOTHING_SAID, Notation
from data.versions.version import UNKNOWN, Version

_NO_FORMAT = Sentence(
    "This is no format that is known, and it is left out. Known are {formats}.",
    formats=", ".join(dict.fromkeys(FORMATS.values())),
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is doubtful about a cell, with the field that it stands in."""

    code: str
    field: str
    value: str
    message: Sentence


@dataclass(frozen=True, slots=True)
class RowVersion:
    """What a row shows; `label_raw` are the cinema's own words for it, wherever they stand."""

    version: Version
    formats: tuple[str, ...]
    label_raw: str
    remarks: tuple[Remark, ...] = ()


def row_version(row: Row, read: Callable[[str], Notation], beside: Notation) -> RowVersion:
    """Say in which version and formats a row is shown. `read` reads a cell, `beside` is the notation in its title.

    What is understood only in part may mean the opposite: it is unknown. Fields that say it outright need no words.
    """
    said = read(row.version) if row.version else NOTHING_SAID
    technique = read(row.format) if row.format else NOTHING_SAID
    version, label = _first_said(row, said, technique, beside)
    return RowVersion(
        version=version,
        formats=tuple(dict.fromkeys(said.formats + technique.formats + beside.formats)),
        label_raw=label,
        remarks=(*_remarks(row, said), *_format_remarks(row, technique)),
    )


def _first_said(row: Row, said: Notation, technique: Notation, beside: Notation) -> tuple[Version, str]:
    """Give the version of the first place that speaks of one: fields, its column, that of formats, the title."""
    if row.version_said and row.version_said != UNKNOWN:
        return row.version_said, row.version
    if said.left or said.version != UNKNOWN:
        return (UNKNOWN if said.left else said.version), row.version
    # Some sheets have the version in the column of formats.
    if technique.version != UNKNOWN:
        return technique.version, row.version or row.format
    return beside.version, row.version or " ".join((*beside.words, *beside.left))


def _remarks(row: Row, said: Notation) -> Iterator[Remark]:
    for problem in () if row.version_said else said.problems:
        yield Remark(
            problem.code,
            "version",
            row.version,
            together(problem.message, Sentence("The version is shown as unknown.")),
        )


def _format_remarks(row: Row, technique: Notation) -> Iterator[Remark]:
    if technique.left:
        yield Remark("format-unknown", "format", row.format, _NO_FORMAT)
