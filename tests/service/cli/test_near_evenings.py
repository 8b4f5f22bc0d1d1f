"""`kinonah near --on`: an evening lasts until five by the clock at the cinema, whatever the clocks do."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.service.cli.conftest import Kinonah
from tests.service.evenings import ZONES, build_evenings


@pytest.mark.parametrize("day", [date(2025, 3, 30), date(2025, 10, 26)], ids=str)
def test_an_evening_includes_its_night_and_no_other(kinonah: Kinonah, tmp_path: Path, day: date) -> None:
    build_evenings(f"sqlite:///{tmp_path}/kinonah.db", day - timedelta(days=2), 5)
    for on in (day - timedelta(days=1), day):
        said = json.loads(kinonah("near", "52.5,13.4", "--on", str(on), "--json").out)
        assert {one["cinema"]["slug"] for one in said["cinemas"]} == ZONES.keys()
        for one in said["cinemas"]:
            shown = [screening["starts_at"][:16] for screening in one["screenings"]]
            tonight, night = str(on), str(on + timedelta(days=1))
            assert shown == [
                *(f"{tonight}T{clock}" for clock in ("05:00", "20:00", "23:59")),
                *(f"{night}T{clock}" for clock in ("00:30", "04:59")),
            ]
        out = kinonah("near", "52.5,13.4", "--on", str(on)).out
        assert f"{on:%a %d %b}  05:00" in out
        assert f"{on + timedelta(days=1):%a %d %b}" not in out
