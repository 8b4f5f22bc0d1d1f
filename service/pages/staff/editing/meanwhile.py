"""Two people fill in the same film: what each of them wrote is told apart, field by field, and none of it is lost."""

from collections.abc import Mapping
from dataclasses import dataclass

import xxhash

from service.pages.staff.editing.filled_in import FIELDS, Fields


@dataclass(frozen=True, slots=True)
class Joined:
    """The fields of both; `disputed` gives, by field, what stands there now where both wrote something else.

    `others` says whether there is anything of somebody else's.
    """

    fields: Fields
    disputed: Mapping[str, str]
    others: bool


def marks_of(fields: Fields) -> str:
    """Give a mark of each field, for the form to carry: what the fields held when it was opened."""
    return " ".join(_mark(fields[name]) for name in FIELDS)


def joined(mine: Fields, theirs: Fields, opened: str) -> Joined:
    """Join what somebody sends with what stands there now, by the marks of what they had opened.

    Without marks that can be read, all that differs is disputed.
    """
    marks = opened.split()
    was = dict(zip(FIELDS, marks, strict=True)) if len(marks) == len(FIELDS) else {}
    changed = [name for name in FIELDS if mine[name] != theirs[name]]
    of_others = [name for name in changed if _mark(theirs[name]) != was.get(name)]
    untouched = {name for name in of_others if _mark(mine[name]) == was.get(name)}
    fields = {name: theirs[name] if name in untouched else mine[name] for name in FIELDS}
    disputed = {name: theirs[name] for name in of_others if name not in untouched}
    return Joined(fields, disputed, others=bool(of_others))


def _mark(text: str) -> str:
    return xxhash.xxh32_hexdigest(text.encode())
