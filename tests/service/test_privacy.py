"""Where somebody is goes in through every door and is found nowhere: no log, no table, no error, no header, no cache.

A new door gets a line in ASKED or in TYPED.
"""

import shutil
import struct
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest
from fastapi.testclient import TestClient

from service.cli.main import main
from tests.program import over, served

LAT, LON = "52.49861372951", "13.41802764518"
# What would still be a position if it were cut or rounded down to some fifty metres, or stored as a number.
TRACES = [b"52.498", b"13.418", b"498613", b"418027"]
NUMBERS = [struct.pack(order + "d", float(number)) for order in "<>" for number in (LAT, LON)]

GOOD = {"lat": LAT, "lon": LON}
WRONG = [
    {"lat": LON, "lon": LAT},
    {"lat": "1" + LAT, "lon": LON},
    {"lat": LAT, "lon": "9" + LON},
    {"lat": LAT.replace(".4986", ".4986x"), "lon": LON + "°"},
    {"lat": f"{LAT},{LON}", "lon": ""},
    {"lat": LAT},
    {"lon": LON},
    {**GOOD, "accuracy_m": "-1"},
    {**GOOD, "limit": "0"},
    {**GOOD, "latitude": LAT},
    {**GOOD, "lat_lon": f"{LAT},{LON}"},
]
SHOWTIMES, CINEMAS, FILMS = "/api/v1/showtimes", "/api/v1/cinemas", "/api/v1/films"
FILMS_NEAR, PROGRAMME = f"{FILMS}/near", "/api/v1/programme"


class Asking(NamedTuple):
    """A question with a position in it; `is_answered` where the good answer may repeat the position to the asker."""

    path: str
    parameters: dict[str, str]
    method: str = "GET"
    is_answered: bool = False


ASKED = [
    Asking(SHOWTIMES, GOOD, is_answered=True),
    Asking(SHOWTIMES, {**GOOD, "film": "red-rocket", "within_km": "1"}, is_answered=True),
    Asking(FILMS_NEAR, GOOD, is_answered=True),
    Asking(FILMS_NEAR, {**GOOD, "format": "70mm", "within_km": "1"}, is_answered=True),
    Asking(CINEMAS, GOOD),
    *(Asking(path, wrong) for path in (SHOWTIMES, FILMS_NEAR, CINEMAS, FILMS, PROGRAMME) for wrong in WRONG),
    Asking(SHOWTIMES, {**GOOD, "film": "nope"}),
    Asking(SHOWTIMES, {**GOOD, "from": "never"}),
    Asking(SHOWTIMES, {**GOOD, "version": "never"}),
    Asking(SHOWTIMES, {**GOOD, "understands": f"{LAT},{LON}"}),
    Asking(SHOWTIMES, {**GOOD, "access": f"{LAT},{LON}"}),
    Asking(SHOWTIMES, GOOD, method="POST"),
    Asking(FILMS_NEAR, {**GOOD, "starts": "0"}),
    Asking(FILMS_NEAR, {**GOOD, "film": "red-rocket"}),
    Asking(FILMS_NEAR, {**GOOD, "from": "never"}),
    Asking(FILMS_NEAR, {**GOOD, "understands": f"{LAT},{LON}"}),
    Asking(FILMS_NEAR, GOOD, method="POST"),
    Asking(PROGRAMME, GOOD, is_answered=True),
    Asking(FILMS, GOOD),
    Asking(FILMS, {**GOOD, "q": "rocket", "accuracy_m": "1000"}),
    Asking(f"{FILMS}/red-rocket", GOOD),
    Asking(f"{FILMS}/nope", GOOD),
    Asking(f"{CINEMAS}/moviemento", GOOD),
    Asking("/", GOOD),
    Asking("/films/red-rocket", GOOD),
    Asking("/films/nope", GOOD),
    Asking("/nowhere", GOOD),
    Asking(f"{SHOWTIMES}%3Flat={LAT}&lon={LON}", {}),
    Asking("/static/pages.css", GOOD),
    Asking("/static/nowhere", GOOD),
    Asking("/widget.js", GOOD),
    Asking("/health/ready", GOOD),
    Asking("/api/openapi.json", GOOD),
]
TYPED = [
    (f"{LAT},{LON}", "red-rocket"),
    (f"{LAT},{LON}", "--json"),
    (f"{LAT},{LON}", "no such film"),
    (f"{LAT},{LON}", "--limit", "0"),
    (f"{LAT},{LON}", "--on", "never"),
    (f"{LAT},{LON}", "--understands", f"{LAT},{LON}"),
    (f"{LAT},{LON}", "--access", f"{LAT},{LON}"),
    (f"{LON},{LAT}",),
    (f"1{LAT},{LON}",),
    (f"{LAT}x{LON}",),
    (f"{LAT},",),
    (f"-{LAT},{LON}",),
]


@pytest.fixture
def folder(town_file: Path, tmp_path: Path) -> Path:
    """A folder with the small town's database."""
    shutil.copy(town_file, tmp_path / "kinonah.db")
    return tmp_path


def traces_in(data: bytes) -> list[bytes]:
    return [trace for trace in [*TRACES, *NUMBERS] if trace in data]


def kept(folder: Path) -> Iterator[tuple[str, list[bytes]]]:
    """Name each file that the service wrote, with what it holds of the position."""
    for file in folder.iterdir():
        if file.is_file():
            yield file.name, traces_in(file.read_bytes())


def test_what_is_asked_over_http_leaves_no_trace(folder: Path) -> None:
    with served(folder, is_demo=False, log_level="debug") as address:
        connection = HTTPConnection("127.0.0.1", urlsplit(address).port or 0, timeout=30)
        for asking in ASKED:
            connection.request(asking.method, f"{asking.path}?{urlencode(asking.parameters)}")
            answer = connection.getresponse()
            body = answer.read()
            assert traces_in(str(answer.getheaders()).encode()) == [], asking
            if not (asking.is_answered and answer.status == 200):
                assert traces_in(body) == [], asking
        connection.close()
        while_running = dict(kept(folder))
    assert {"kinonah.db", "kinonah.db-wal", "server.log"} <= set(while_running)
    assert f"GET {SHOWTIMES}" in (folder / "server.log").read_text()
    assert {name: traces for name, traces in [*while_running.items(), *kept(folder)] if traces} == {}


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: " ".join(typed[1:]) or "bare")
def test_what_is_typed_leaves_no_trace(
    folder: Path, typed: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for variable, value in over(folder).items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit):
        main(["near", *typed])
    out, err = capfd.readouterr()
    assert traces_in(err.encode()) == []
    if "--json" not in typed:
        assert traces_in(out.encode()) == []
    assert {name: traces for name, traces in kept(folder) if traces} == {}


@pytest.mark.parametrize("path", [SHOWTIMES, CINEMAS, FILMS_NEAR])
def test_only_coarse_positions_may_stay_in_caches(town: TestClient, path: str) -> None:
    def caching(**position: str) -> str:
        return town.get(path, params=position).headers["Cache-Control"]

    assert caching(**GOOD) == "private, no-store"
    assert caching(lat="52.498", lon="13.42") == "private, no-store"
    assert caching(lat="52.50", lon="13.418") == "private, no-store"
    assert caching(lat="52.5", lon="13.42") == "public, max-age=30"
    assert caching(lat="52.49", lon="-0.29") == "public, max-age=30"
    assert caching() == ("no-store" if path == FILMS_NEAR else "public, max-age=30")
    assert caching(lat="9" + LAT, lon=LON) == "no-store"
