"""The files of the web part, as Vite builds them: cached for good under an address that carries their fingerprint."""

import base64
import hashlib
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from service.sites import asking_site, note_use
from service.wishes import wishes

FOLDER = Path(__file__).parent / "pages" / "static"
ENCODINGS = {"br": ".br", "gzip": ".gz"}
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_WHILE = "public, max-age=300"
_RELEASED = re.compile(r"widget/(\d+)\.(\d+)\.(\d+)\.js")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Released:
    """A version of the widget that stays as it is, and the fingerprint that a page can hold it to (W3C SRI)."""

    version: str
    integrity: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A script that stands in a page itself, and the fingerprint by which the page's policy lets it run."""

    text: str
    fingerprint: str


class WebPart(StaticFiles):
    """The built files, with a fingerprint each, taken once: they change only with a new version of the service."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)
        self._folder = folder
        self._fingerprints = _fingerprints(folder)
        self.released = _newest_released(folder, self._fingerprints)
        self.ahead = _inline(folder / "ahead.js") if "ahead.js" in self._fingerprints else None

    @property
    def is_built(self) -> bool:
        """Whether there are any files."""
        return bool(self._fingerprints)

    def url(self, name: str) -> str:
        """Give the address of a file, with its fingerprint; without one where the web part is not built."""
        fingerprint = self._fingerprints.get(name)
        return f"/static/{name}?v={fingerprint}" if fingerprint else f"/static/{name}"

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Answer with a file, as small as the caller takes it.

        A foreign fingerprint (two versions of the service side by side) must not be kept for good.
        """
        sent, encoding = _smallest(full_path, scope)
        response = super().file_response(sent, Path(sent).stat() if encoding else stat_result, scope, status_code)
        response.headers["Vary"] = "Accept-Encoding"
        if encoding:
            response.headers["Content-Encoding"] = encoding
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("v", [""])[0]
        name = Path(full_path).relative_to(self._folder.resolve()).as_posix()
        is_for_good = asked == self._fingerprints.get(name) or _RELEASED.fullmatch(name)
        response.headers["Cache-Control"] = FOR_GOOD if is_for_good else FOR_A_WHILE
        return response


def _smallest(full_path: str | os.PathLike[str], scope: Scope) -> tuple[str | os.PathLike[str], str | None]:
    """Choose the form of a file that is sent, and its encoding: what Vite wrote beside it, the smallest first."""
    taken = wishes(Headers(scope=scope).get("accept-encoding", ""))
    for encoding, ending in ENCODINGS.items():
        if encoding in taken and Path(f"{full_path}{ending}").is_file():
            return f"{full_path}{ending}", encoding
    return full_path, None


def static_routes(web_part: WebPart) -> list[BaseRoute]:
    """Serve the files at /static, and at the short addresses that other sites write down.

    `/widget.js` is always the newest widget, `/widget/1.0.0.js` that version for good.
    """
    if not web_part.is_built:
        _log.warning("The web part is not built, so pages stay plain: run make setup.")
        return []

    async def for_other_sites(request: Request) -> Response:
        note_use(request, asking_site(request.headers), "loads")
        return await web_part.get_response(request.url.path.removeprefix("/"), request.scope)

    paths = ("/widget.js", "/embed.js", "/widget/{version}.js")
    return [Mount("/static", web_part), *(Route(path, for_other_sites) for path in paths)]


def _inline(file: Path) -> Inline:
    script = file.read_bytes().strip()
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    return Inline(script.decode(), f"sha256-{digest}")


def _newest_released(folder: Path, names: Mapping[str, str]) -> Released | None:
    """Find the newest widget that stays as it is; null where none was released."""
    released = [found for found in map(_RELEASED.fullmatch, names) if found]
    if not released:
        return None
    newest = max(released, key=lambda found: tuple(map(int, found.groups())))
    digest = hashlib.sha384((folder / newest[0]).read_bytes()).digest()
    return Released(".".join(newest.groups()), f"sha384-{base64.b64encode(digest).decode()}")


def _fingerprints(folder: Path) -> Mapping[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        for file in folder.rglob("*")
        if file.is_file()
    }
