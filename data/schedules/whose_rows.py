"""Whose rows a sheet has: each name in its column of cinemas, and the known cinema that it means."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.errors import FileUnreadableError
from data.schedules.cinema_names import CinemaNames
from data.schedules.sheet import Sheet
from data.sentence import Sentence
from data.text import folded, plain_text

# What a sentence names before it becomes a list.
_MOST_NAMED = 10
# What may head either column.
_HOUSE_OR_ROOM = "kino"


@dataclass(frozen=True, slots=True)
class WhoseRows:
    """For each written name, the number of its rows and the slug of its cinema (null: none is known, or several).

    `unnamed` counts the rows that name no cinema.
    """

    rows: Mapping[str, int]
    slugs: Mapping[str, str | None]
    unnamed: int

    def written_as(self, slug: str) -> frozenset[str]:
        """Give all names by which the sheet calls a cinema."""
        return frozenset(name for name, meant in self.slugs.items() if meant == slug)

    def require(self, name: str, slug: str) -> None:
        """Raise FileUnreadableError where the sheet names cinemas in all its rows, and never this one."""
        if self.rows and not self.unnamed and not self.written_as(slug):
            raise FileUnreadableError(
                Sentence(
                    "This is a schedule for another cinema: it is of {others}, and has no row of {name}. "
                    "If it is of {name} all the same, leave the column of cinemas out, or write {name} there.",
                    others=self.named(),
                    name=name,
                )
            )

    def named(self) -> str:
        """Name the cinemas of the sheet, those with the most rows first."""
        names = sorted(self.rows, key=lambda name: (-self.rows[name], name))
        named = ", ".join(names[:_MOST_NAMED])
        more = len(names) - _MOST_NAMED
        return Sentence("{names} and {more} more", names=named, more=more) if more > 0 else named


def may_name_houses(sheet: Sheet) -> bool:
    """Say whether there is a name in a sheet that may be a cinema's."""
    return any(row.cinema for row in sheet.rows) or folded(sheet.columns.get("auditorium", "")) == _HOUSE_OR_ROOM


def with_houses(sheet: Sheet, cinemas: CinemaNames) -> Sheet:
    """Take a column headed `Kino` for that of cinemas, where it was taken for auditoriums and names a known cinema."""
    header = folded(sheet.columns.get("auditorium", ""))
    if header != _HOUSE_OR_ROOM or "cinema" in sheet.columns:
        return sheet
    if not any(cinemas.is_name(name) for name in {row.auditorium for row in sheet.rows}):
        return sheet
    columns = {"cinema" if field == "auditorium" else field: word for field, word in sheet.columns.items()}
    rows = tuple(replace(row, cinema=row.auditorium, auditorium="") for row in sheet.rows)
    return replace(sheet, columns=columns, rows=rows)


def whose_rows(sheet: Sheet, cinemas: CinemaNames, asked: str | None = None) -> WhoseRows:
    """Look at the column of cinemas; `asked` is the slug of the one whose schedule this should be."""
    rows = Counter(plain_text(row.cinema) for row in sheet.rows)
    unnamed = rows.pop("", 0)
    return WhoseRows(rows, {name: cinemas.meant(name, asked) for name in rows}, unnamed)
