"""`kinonah widget sites`: which sites use the widget."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.tables.database import open_database
from service.site_uses import SiteUses, write_down
from tests.service.cli.conftest import Kinonah


def test_the_sites_are_listed_with_their_numbers(kinonah_in_town: Kinonah, tmp_path: Path) -> None:
    kinonah_in_town("migrate")
    assert kinonah_in_town("widget", "sites").out == "No site has used the widget in these days.\n"
    engine, today = open_database(f"sqlite:///{tmp_path}/kinonah.db"), datetime.now(UTC)
    for days, site, what in ((0, "b.example", "questions"), (3, "a.example", "loads"), (40, "a.example", "loads")):
        uses = SiteUses()
        uses.note(site, what)
        write_down(uses, engine, today - timedelta(days=days))
    engine.dispose()
    lines = kinonah_in_town("widget", "sites").out.splitlines()
    assert [line.partition(", last on")[0] for line in lines] == [
        "b.example: loaded 0 times, asked 1 times",
        "a.example: loaded 1 times, asked 0 times",
    ]
    found = json.loads(kinonah_in_town("widget", "sites", "--days", "60", "--json").out)
    assert [(one["site"], one["loads"], one["questions"]) for one in found] == [
        ("b.example", 0, 1),
        ("a.example", 2, 0),
    ]
