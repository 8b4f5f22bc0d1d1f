"""`kinonah serve` opens its address, says so in one line, answers, and ends when told to."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from service.cli.listening import listen, url_of
from service.errors import PortUnavailableError
from tests.service.cli.conftest import Kinonah

GREETING = "Kinonah serves on "


@pytest.fixture(params=["1", "2"], ids=["one process", "two processes"])
def serving(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program itself, on a free port, with one process and with several."""
    command = [sys.executable, "-m", "service.cli.main", "serve", "--port", "0", "--workers", request.param]
    environment = {**os.environ, "KINONAH_DATABASE_URL": f"sqlite:///{tmp_path}/kinonah.db"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def test_the_service_says_where_it_is_answers_and_ends(serving: subprocess.Popen[str]) -> None:
    assert serving.stdout is not None
    greeting = serving.stdout.readline().strip()
    assert greeting.startswith(GREETING + "http://localhost:")
    url = urlsplit(greeting.removeprefix(GREETING))
    connection = HTTPConnection("127.0.0.1", url.port or 0, timeout=60)
    connection.request("GET", "/health/ready?lat=52.520008")
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Server")) == (200, None)
    answer.read()
    connection.close()
    serving.send_signal(signal.SIGINT)
    out, err = serving.communicate(timeout=60)
    assert (serving.returncode, out) == (0, "")
    assert "GET /health/ready 200" in err
    assert "52.520008" not in err
    assert "Traceback" not in err


def test_a_port_in_use_ends_with_3_and_a_sentence(kinonah: Kinonah) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        ended = kinonah("serve", "--port", str(port))
    assert ended.code == 3
    assert ended.err == f"Port {port} is in use. Stop what listens there, or choose another one with --port.\n"


def test_an_address_of_another_machine_is_a_sentence() -> None:
    with pytest.raises(PortUnavailableError, match=r"cannot listen at 192\.0\.2\.1"):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "shown"), [("::", "localhost"), ("192.0.2.1", "192.0.2.1"), ("2001:db8::1", "[2001:db8::1]")]
)
def test_the_address_told_can_be_typed_into_a_browser(host: str, shown: str) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        assert url_of(host, listening) == f"http://{shown}:{listening.getsockname()[1]}"
