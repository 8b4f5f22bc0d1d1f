"""`kinonah settings` shows what holds, and no password."""

import json

import pytest

from service.settings import Settings
from tests.service.cli.conftest import Kinonah


def test_every_setting_is_listed_with_what_it_means(kinonah: Kinonah) -> None:
    out = kinonah("settings").out
    for name, field in Settings.model_fields.items():
        assert f"KINONAH_{name.upper()}=" in out
        assert str(field.description) in out


def test_json_stands_alone_and_holds_the_same(kinonah: Kinonah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PORT", "9000")
    rows = {row["name"]: row for row in json.loads(kinonah("settings", "--json").out)}
    assert (rows["KINONAH_PORT"]["value"], rows["KINONAH_PORT"]["default"]) == (9000, 8000)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://kinonah:s3cret@db:5432/kinonah",
        "postgresql+psycopg://kinonah:s3cret/p@ss@db/kinonah",
        "postgresql+psycopg://db/kinonah?user=kinonah&password=s3cret",
    ],
)
def test_passwords_are_masked(kinonah: Kinonah, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("KINONAH_DATABASE_URL", url)
    out = kinonah("settings").out
    assert "***" in out
    assert "s3cret" not in out
