"""Geocoders on loopback for tests: one that answers, and those that are down, slow or lying."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit


@dataclass
class Geocoder:
    """A running one: where it is, what it was asked, and when it may end."""

    url: str
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    released: Event = field(default_factory=Event)


Behaviour = Callable[[BaseHTTPRequestHandler, Geocoder], None]


@contextmanager
def geocoder(behaviour: Behaviour) -> Iterator[Geocoder]:
    """Run a geocoder that behaves so; what hangs is released at the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            running.paths.append(address.path)
            running.asked.append({name: values[0] for name, values in parse_qs(address.query).items()})
            try:
                behaviour(self, running)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = Geocoder(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield running
    finally:
        running.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, *, status: int = 200, **headers: str) -> None:
    """Send an answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def saying(*found: object) -> Behaviour:
    """Answer with what Nominatim would say."""
    return answering(json.dumps(found).encode())


def answering(body: bytes, status: int = 200, **headers: str) -> Behaviour:
    """Answer with these bytes."""
    return lambda handler, _: send(handler, body, status=status, **headers)


def house(lat: object = "52.49998", lon: object = "13.42251", **more: object) -> dict[str, object]:
    """Give a house as Nominatim finds it."""
    box = ["52.49990", "52.50010", "13.42240", "13.42260"]
    return {"display_name": "25, Oranienstraße, 10999 Berlin", "lat": lat, "lon": lon, "boundingbox": box, **more}


def hang(_: BaseHTTPRequestHandler, running: Geocoder) -> None:
    """Say nothing at all."""
    running.released.wait(20)


def dribble_head(handler: BaseHTTPRequestHandler, running: Geocoder) -> None:
    """Send a head that never ends, a bit at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _dribble(handler, running, b"X-Wait: a little\r\n")


def dribble_body(handler: BaseHTTPRequestHandler, running: Geocoder) -> None:
    """Send a body that never ends, a bit at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
    _dribble(handler, running, b" ")


def flood(handler: BaseHTTPRequestHandler, running: Geocoder) -> None:
    """Send ten megabytes without having said how many they are."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
    for _ in range(100):
        if running.released.is_set():
            return
        handler.wfile.write(b" " * 100_000)


def break_off(handler: BaseHTTPRequestHandler, _: Geocoder) -> None:
    """Announce more than comes."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{"lat"')


def talk_strangely(handler: BaseHTTPRequestHandler, _: Geocoder) -> None:
    """Speak another protocol."""
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


def _dribble(handler: BaseHTTPRequestHandler, running: Geocoder, piece: bytes) -> None:
    while not running.released.wait(0.1):
        handler.wfile.write(piece)
        handler.wfile.flush()
