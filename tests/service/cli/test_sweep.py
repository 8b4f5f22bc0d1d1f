"""`kinonah sweep`: what was kept for long enough is forgotten."""

import json

from tests.service.cli.conftest import Kinonah


def test_the_command_says_what_is_gone(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town("sweep").out == (
        "Gone: 0 files, 0 entries of the audit log, 0 invitations, 0 sessions, 0 tokens.\n"
    )
    assert json.loads(kinonah_in_town("sweep", "--json").out)["audit"] == 0
