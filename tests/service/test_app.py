"""The app stands up by itself from the environment, as each process of the server does it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import app_from_environment


def test_nothing_is_told_to_a_collector_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("KINONAH_DATABASE_URL", f"sqlite:///{tmp_path}/kinonah.db")
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    # The framework would complain of this one, if it looked.
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere")
    with TestClient(app_from_environment()) as client:
        assert client.get("/health/ready").status_code == 200
    assert "telemetry" not in caplog.text


def test_a_process_builds_its_app_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KINONAH_DATABASE_URL", f"sqlite:///{tmp_path}/kinonah.db")
    with TestClient(app_from_environment()) as client:
        assert client.get("/health/ready").status_code == 200
