"""A token is seen once, by whoever asked for it: it is in no log, no answer, no file, even where something fails."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from service.staff.token_text import prefix_of
from tests.data.factories import row, sheet
from tests.program import COMMAND, over, served

SCHEDULES = "/api/v1/cinemas/moviemento/schedules"
FORM = {"Content-Type": "multipart/form-data; boundary=cut"}


class Door(NamedTuple):
    """A served town, the folder of its database and log, and a token for one of its cinemas."""

    server: str
    folder: Path
    token: str

    def ask(self, method: str, path: str, token: str, body: bytes = b"", **headers: str) -> bytes:
        address = urlsplit(self.server)
        with closing(HTTPConnection(address.hostname or "", address.port, timeout=30)) as connection:
            connection.request(method, path, body, {"Authorization": f"Bearer {token}"} | headers)
            answer = connection.getresponse()
            return str(answer.headers).encode() + answer.read()

    def seen(self) -> bytes:
        """All that the program keeps and writes."""
        files = [file for file in self.folder.iterdir() if file.is_file()]
        return b"".join(file.read_bytes() for file in files)


@pytest.fixture(scope="module")
def door(town_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder = tmp_path_factory.mktemp("door")
    shutil.copy(town_file, folder / "kinonah.db")
    make = [*COMMAND, "staff", "token", "ada@example.org", "--cinema", "moviemento"]
    made = subprocess.run(make, env=over(folder), check=True, capture_output=True, text=True)
    with served(folder, is_demo=False, log_level="debug") as server:
        yield Door(server, folder, made.stdout.strip())


def test_a_token_leaves_no_trace(door: Door) -> None:
    secret = door.token.removeprefix(prefix_of(door.token)).encode()
    answers = [
        door.ask("GET", SCHEDULES, door.token),
        door.ask("GET", f"{SCHEDULES}?token={door.token}", door.token),
        door.ask("POST", SCHEDULES, door.token, sheet(row(date="2099-01-01"))),
        door.ask("POST", SCHEDULES, door.token, b"--cut\r\nnonsense", **FORM),
        door.ask("GET", "/api/v1/cinemas/rollberg/schedules", door.token),
        door.ask("GET", SCHEDULES, door.token + "x"),
        door.ask("GET", SCHEDULES, f"{door.token} {door.token}"),
    ]
    assert [answer for answer in answers if secret in answer] == []
    assert secret not in door.seen()


def test_a_database_that_fails_tells_no_token(door: Door) -> None:
    secret = door.token.removeprefix(prefix_of(door.token)).encode()
    with closing(sqlite3.connect(door.folder / "kinonah.db")) as database:
        database.execute("ALTER TABLE token RENAME TO elsewhere")
    try:
        answer = door.ask("GET", SCHEDULES, door.token)
    finally:
        with closing(sqlite3.connect(door.folder / "kinonah.db")) as database:
            database.execute("ALTER TABLE elsewhere RENAME TO token")
    assert b"/problems/database-unavailable" in answer
    assert secret not in answer + door.seen()


def test_the_search_for_traces_finds_one(door: Door) -> None:
    assert prefix_of(door.token).encode() in door.seen()
