"""What docs/files.md shows is what comes in without a word."""

import json
import re
import shlex
from pathlib import Path

from tests.service.cli.conftest import Kinonah

BLOCKS = re.findall(r"```\w*\n(.*?)```", (Path(__file__).parents[3] / "docs/files.md").read_text("utf-8"), re.DOTALL)
SCHEDULE, GRID, TEACHING, CINEMAS, FILMS = BLOCKS


def test_the_files_of_the_document_come_in(kinonah: Kinonah, tmp_path: Path) -> None:
    for name, text in (("moviemento.csv", SCHEDULE), ("cinemas.csv", CINEMAS), ("films.json", FILMS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command, name in (("cinemas", "cinemas.csv"), ("films", "films.json")):
        imported = json.loads(kinonah(command, "import", str(tmp_path / name), "--json").out)
        assert (imported["counts"]["added"], imported["problems"]) == (1, [])
    file = str(tmp_path / "moviemento.csv")
    report = json.loads(kinonah("schedule", "publish", file, "--now", "2026-11-22T12:00", "--json").out)
    assert (report["counts"]["added"], report["counts"]["errors"], report["ignored_columns"]) == (4, 0, [])
    assert {problem["code"] for problem in report["problems"]} == {"film-new"}
    for line in TEACHING.splitlines():
        assert kinonah(*shlex.split(line)[1:]).code == 0, line


def test_the_grid_of_the_document_comes_in(kinonah: Kinonah, tmp_path: Path) -> None:
    for name, text in (("grid.csv", GRID), ("cinemas.csv", CINEMAS), ("films.json", FILMS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command, name in (("cinemas", "cinemas.csv"), ("films", "films.json")):
        kinonah(command, "import", str(tmp_path / name))
    file = str(tmp_path / "grid.csv")
    check = ("schedule", "check", file, "--cinema", "moviemento", "--now", "2026-11-22T12:00", "--json")
    report = json.loads(kinonah(*check).out)
    assert (report["reader"], report["counts"]["added"], report["counts"]["errors"]) == ("weekly-grid", 7, 0)
    assert report["scope"] == {"from": "2026-11-26", "until": "2026-12-02", "auditoriums": ["Kino 1", "Kino 2"]}
    assert report["closed_days"] == [{"kind": "closed", "on": "2026-12-01"}]
    assert {problem["code"] for problem in report["problems"]} == {"film-new"}
