"""The title and version cells of all real files, taken out of them the plainest way: what cinemas really write."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cells:
    """What is written, with how often, in the order of the files; of titles and versions."""

    titles: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)

    def take(self, title: str, version: str = "") -> None:
        """Count the cells of a row."""
        self.titles[title] += 1
        if version:
            self.versions[version] += 1


def week_cells(shared: Path) -> Cells:
    """Read the sheets of the real week, in the order in which they are published."""
    cells = Cells()
    for path in sorted((shared / "real").glob("*/schedules/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                cells.take(row["Title"], row["Version"])
    return cells


def sample_cells(shared: Path) -> Cells:
    """Read the samples of vendors, calendars and collectors."""
    cells = Cells()
    samples = shared / "samples"
    for show in json.loads((samples / "cinetixx-booking.json").read_text("utf-8")):
        cells.take(show["title"].strip(), show["language"])
    for title in _titles(samples):
        cells.take(title.strip())
    return cells


def _titles(samples: Path) -> Iterator[str]:
    yield from re.findall(r'\btitle: "([^"]+)"', (samples / "kinotickets-export-2021.js.txt").read_text("utf-8-sig"))
    calendar = (samples / "wordpress-events.ics").read_text("utf-8").replace("\r\n ", "").replace("\n ", "")
    yield from (summary.replace("\\,", ",") for summary in re.findall(r"^SUMMARY:(.+)$", calendar, re.MULTILINE))
    for path in sorted(samples.glob("openair-list-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row[1] for row in csv.reader(file) if len(row) > 1)
