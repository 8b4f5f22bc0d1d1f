"""Lighthouse's four marks for a page (https://github.com/GoogleChrome/lighthouse), as a phone on slow 4G."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tests.journeys.chromium import ARGUMENTS, chromium

PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
GOAL = 97
# Now and then it misses the start of the page (NO_NAVSTART), and says itself to run it again.
TRIES = 3


class Marks(NamedTuple):
    """Of a page, 0 to 100 each, and what cost points."""

    path: str
    marks: dict[str, int]
    lost_by: list[str]

    @property
    def are_reached(self) -> bool:
        """Say whether every one is what was set as a goal."""
        return all(mark >= GOAL for mark in self.marks.values())


def marks_of(server: str, path: str, *, runs: int) -> Marks:
    """Measure a page several times; the marks are medians, what cost points is of the last run."""
    reports = [_report(server + path) for _ in range(runs)]
    marks = {
        category: round(median(report["categories"][category]["score"] * 100 for report in reports))
        for category in CATEGORIES
    }
    return Marks(path, marks, _lost_by(reports[-1]))


def _report(address: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *ARGUMENTS])
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": chromium()}
    for _ in range(TRIES):
        finished = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=180)
        if finished.returncode == 0:
            report: dict[str, Any] = json.loads(finished.stdout)
            return report
    raise RuntimeError(finished.stderr)


def _lost_by(report: dict[str, Any]) -> list[str]:
    counted = {
        reference["id"]
        for category in CATEGORIES
        for reference in report["categories"][category]["auditRefs"]
        if reference["weight"]
    }
    audits = (report["audits"][name] for name in sorted(counted))
    return [f"{audit['title']} ({audit.get('displayValue', 'fails')})" for audit in audits if (audit["score"] or 0) < 1]
