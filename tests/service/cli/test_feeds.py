"""`kinonah feeds`: an address is registered, read, listed and forgotten."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.data.factories import row, sheet
from tests.service.cli.conftest import Kinonah

AT = ("--now", "2026-11-22T18:00")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the interface's)
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "week.csv").write_bytes(sheet(row(date="2026-12-10"), row(date="2026-12-11")))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("KINONAH_FEEDS_ALLOWED", f"127.0.0.1:{server.server_port}")
        yield f"http://127.0.0.1:{server.server_port}/week.csv"
        server.shutdown()


def test_a_feed_from_registering_to_forgetting(kinonah_in_town: Kinonah, address: str) -> None:
    kinonah = kinonah_in_town
    added = json.loads(kinonah("feeds", "add", address, "--cinema", "moviemento", *AT, "--json").out)
    assert added["state"] == "new"
    (came,) = json.loads(kinonah("feeds", "run", *AT, "--json").out)
    assert (came["outcome"], came["report"]["counts"]["added"]) == ("published", 2)
    (listed,) = json.loads(kinonah("feeds", "list", "--json").out)
    assert (listed["state"], listed["known_until"]) == ("read", "2026-12-11")
    assert kinonah("feeds", "run", *AT).out == "No feed is due.\n"
    assert kinonah("feeds", "pause", added["id"], "--cinema", "moviemento").code == 0
    assert "paused" in kinonah("feeds", "list").out
    assert kinonah("feeds", "resume", added["id"], "--cinema", "moviemento").code == 0
    assert kinonah("feeds", "run").out == "moviemento: unchanged\n"
    assert kinonah("feeds", "remove", added["id"], "--cinema", "moviemento").code == 0
    assert kinonah("feeds", "list").out.startswith("There are no feeds.")


def test_an_address_inside_is_refused_when_it_is_read(
    kinonah_in_town: Kinonah, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KINONAH_FEEDS_ALLOWED")
    kinonah_in_town("feeds", "add", address, "--cinema", "moviemento")
    ended = kinonah_in_town("feeds", "run")
    assert ended.code == 1
    assert "private network" in ended.out
    assert "failing" in kinonah_in_town("feeds", "list").out


def test_a_cinema_that_is_none_is_named(kinonah_in_town: Kinonah) -> None:
    ended = kinonah_in_town("feeds", "add", "https://cinema.example/a.ics", "--cinema", "nowhere")
    assert ended.code == 2
    assert "nowhere" in ended.err
