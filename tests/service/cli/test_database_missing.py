"""A command whose database does not let it in."""

import pytest

from tests.databases import NewDatabase
from tests.service.cli.conftest import Kinonah


def test_a_command_without_its_database_ends_with_3_and_a_sentence(
    kinonah: Kinonah, new_postgresql: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINONAH_DATABASE_URL", new_postgresql().replace("kinonah@", "stranger:geheim@"))
    ended = kinonah("migrate")
    assert ended.code == 3
    assert "password authentication failed" in ended.err
    assert "geheim" not in ended.err
