"""`python -m tests.real.understood`: how much of what real cinemas write we understand, and what is doubtful."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from data.schedules.titles.book import TitleBook
from data.schedules.titles.match import Doubt, Match, match
from data.versions.notation import read_notation
from tests.real.cells import Cells, sample_cells, week_cells


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of each distinct cell: of titles over an empty catalogue, of versions in German notation."""

    titles: Mapping[str, Match]
    unknown_versions: tuple[str, ...]

    def films(self) -> set[str]:
        """Give the films that the titles mean, by their slugs."""
        return {film.slug for found in self.titles.values() for film in found.films}

    def doubtful(self) -> dict[str, Match]:
        """Give the titles that are taken for a film with a doubt, or that another film may be meant by."""
        return {
            title: found for title, found in self.titles.items() if found.close or found.doubt not in (None, Doubt.NEW)
        }


def understand(cells: Cells) -> Understanding:
    """Understand all titles, one after the other as sheets come in, and all versions."""
    book = TitleBook()
    return Understanding(
        {title: match(book, title) for title in cells.titles},
        tuple(version for version in cells.versions if read_notation(version).left),
    )


def shared_folder() -> Path:
    """Give the folder of the real files: KINONAH_SHARED, else `shared` next to the repository."""
    named = os.environ.get("KINONAH_SHARED")
    return Path(named) if named else Path(__file__).parents[3] / "shared"


def _show(console: Console, name: str, cells: Cells) -> None:
    understood = understand(cells)
    unknown = sum(cells.versions[version] for version in understood.unknown_versions)
    kinds = Counter(str(found.doubt or "known") for found in understood.titles.values())
    console.print(f"{name}: {cells.versions.total():,} version cells, {len(cells.versions)} ways to write them")
    console.print(f"  {unknown} not understood: {', '.join(understood.unknown_versions) or '-'}", markup=False)
    console.print(f"{name}: {cells.titles.total():,} title cells, {len(cells.titles)} ways to write them")
    console.print(f"  {len(understood.films())} films; {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}")
    for title, found in understood.doubtful().items():
        meant = " + ".join(film.title for film in found.films)
        close = " or ".join(film.title for film in found.close)
        console.print(f"  {found.doubt}: {title} → {meant}{f', perhaps {close}' if close else ''}", markup=False)


if __name__ == "__main__":
    terminal = Console(highlight=False, soft_wrap=True)
    _show(terminal, "The week", week_cells(shared_folder()))
    _show(terminal, "The samples", sample_cells(shared_folder()))
