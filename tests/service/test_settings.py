"""Settings come from the environment, and a wrong one is a sentence."""

import pytest

from service.errors import WrongSettingsError
from service.settings import Settings, read_settings


def test_the_defaults_serve_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"KINONAH_{name.upper()}", raising=False)
    settings = read_settings()
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 1)
    assert settings.database_url == "sqlite:///var/kinonah.db"


def test_an_environment_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PORT", "9000")
    assert read_settings().port == 9000


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PORT", "")
    assert read_settings().port == 8000


def test_every_wrong_variable_gets_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PORT", "eighty")
    monkeypatch.setenv("KINONAH_LOG_LEVEL", "loud")
    with pytest.raises(WrongSettingsError) as caught:
        read_settings()
    assert str(caught.value).splitlines() == [
        "KINONAH_PORT: Write a whole number, such as 20.",
        "KINONAH_LOG_LEVEL: Write one of 'debug', 'info', 'warning' or 'error'.",
    ]


@pytest.mark.parametrize("url", ["kino.example", "https://", "https://kino.example/staff", "ftp://kino.example", ""])
def test_an_address_that_is_none_is_a_sentence(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("KINONAH_PUBLIC_URL", url or " ")
    with pytest.raises(WrongSettingsError, match="Write where people reach the service"):
        read_settings()


def test_an_address_ends_without_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PUBLIC_URL", "https://kino.example:8443/")
    assert read_settings().public_url == "https://kino.example:8443"


@pytest.mark.parametrize("proxies", ["10.0.0.0/33", "proxy", "10.0.0.1/8", "10.0.0.1;10.0.0.2", "*"])
def test_proxies_that_are_none_are_a_sentence(monkeypatch: pytest.MonkeyPatch, proxies: str) -> None:
    monkeypatch.setenv("KINONAH_TRUSTED_PROXIES", proxies)
    with pytest.raises(WrongSettingsError, match="Write addresses or networks between commas"):
        read_settings()


def test_every_setting_has_a_description() -> None:
    assert all(field.description for field in Settings.model_fields.values())
