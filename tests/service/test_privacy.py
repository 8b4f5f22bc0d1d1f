"""Where somebody is goes in through every door and is found nowhere: no log, no table, no error, no header, no cache.

A new door gets a line in ASKED or in TYPED.
"""

import json
import logging
import shutil
import struct
import traceback
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from fastapi.testclient import TestClient

from geo.geocoder import GeocoderError
from service.cli.main import main
from service.outside.geocoders import GeocoderKind, GeopyGeocoder
from service.outside.patient_geocoder import PatientGeocoder
from tests.program import over, served
from tests.service.outside import geocoder_server as servers
from tests.service.outside.geocoder_server import geocoder, house, saying

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
FILMS_NEAR = f"{FILMS}/near"
PLACES = "/api/v1/places"
# A house, as somebody types it, and what would still tell of it.
HOUSE = "Geheimratsweg 4711, 10967 Berlin"
HOUSE_TRACES = [b"Geheimrat", b"geheimrat", b"4711"]


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
    *(Asking(path, wrong) for path in (SHOWTIMES, FILMS_NEAR, CINEMAS) for wrong in WRONG),
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
    Asking(PLACES, {**GOOD, "q": "berlin"}),
    *(Asking(PLACES, {"q": "berlin", **wrong}) for wrong in WRONG),
    Asking(PLACES, GOOD),
    Asking(PLACES, {"q": f"{LAT},{LON}"}),
    Asking(PLACES, GOOD, method="POST"),
    Asking(FILMS, GOOD),
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
    (f"Nirgends {LAT},{LON}",),
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


@pytest.mark.parametrize(
    "behaviour",
    [saying(house()), servers.hang, servers.answering(HOUSE.encode()), servers.answering(HOUSE.encode(), 503)],
    ids=["answers", "hangs", "says something else", "refuses"],
)
def test_an_address_that_is_looked_up_leaves_no_trace(
    folder: Path, behaviour: servers.Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    with geocoder(behaviour) as running:
        monkeypatch.setenv("KINONAH_GEOCODER_URL", running.url)
        with served(folder, is_demo=False, log_level="debug") as address:
            for body in (
                {"q": HOUSE},
                {"q": HOUSE, "lat": 52.5},
                {"q": HOUSE, "limit": 0},
                {"q": [HOUSE]},
                [HOUSE],
                HOUSE,
            ):
                status, headers, said = posted(address, json.dumps(body).encode())
                assert [trace for trace in HOUSE_TRACES if trace in headers + said] == []
                assert status in (200, 400)
            with urlopen(f"{address}{PLACES}?{urlencode({'q': HOUSE})}") as answer:  # noqa: S310 (our own address)
                assert [trace for trace in HOUSE_TRACES if trace in answer.read()] == []
                assert answer.headers["Cache-Control"] == "private, no-store"
        running.released.set()
    assert len(running.asked) == 1
    assert f"POST {PLACES}" in (folder / "server.log").read_text()
    for file in folder.iterdir():
        assert [trace for trace in HOUSE_TRACES if trace in file.read_bytes()] == [], file.name


def test_nobody_who_asks_outside_shows_what_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with geocoder(servers.answering(HOUSE.encode())) as running:
        asking = GeopyGeocoder(GeocoderKind.NOMINATIM, running.url, attribution="", timeout_seconds=1)
        patient = PatientGeocoder(asking)
        with pytest.raises(GeocoderError) as caught:
            patient.find(HOUSE, language="de", limit=1)
    shown = "".join(traceback.format_exception(caught.value)) + repr(asking) + repr(patient) + caplog.text
    assert [trace for trace in HOUSE_TRACES if trace.decode() in shown] == []


def posted(address: str, body: bytes) -> tuple[int, bytes, bytes]:
    """Post a body; give status, headers and what was said."""
    connection = HTTPConnection("127.0.0.1", urlsplit(address).port or 0, timeout=30)
    try:
        connection.request("POST", PLACES, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, str(answer.getheaders()).encode(), answer.read()
    finally:
        connection.close()


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
