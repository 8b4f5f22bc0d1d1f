"""The files of the web part, as Vite builds them: cached for good under an address that carries their fingerprint."""

import hashlib
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from service.wishes import wishes

FOLDER = Path(__file__).parent / "pages" / "static"
ENCODINGS = {"br": ".br", "gzip": ".gz"}
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_WHILE = "public, max-age=300"

_log = logging.getLogger(__name__)


class WebPart(StaticFiles):
    """The built files, with a fingerprint each, taken once: they change only with a new version of the service."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)
        self._folder = folder
        self._fingerprints = _fingerprints(folder)

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
        response.headers["Cache-Control"] = FOR_GOOD if asked == self._fingerprints.get(name) else FOR_A_WHILE
        return response


def _smallest(full_path: str | os.PathLike[str], scope: Scope) -> tuple[str | os.PathLike[str], str | None]:
    """Choose the form of a file that is sent, and its encoding: what Vite wrote beside it, the smallest first."""
    taken = wishes(Headers(scope=scope).get("accept-encoding", ""))
    for encoding, ending in ENCODINGS.items():
        if encoding in taken and Path(f"{full_path}{ending}").is_file():
            return f"{full_path}{ending}", encoding
    return full_path, None


def static_routes(web_part: WebPart) -> list[BaseRoute]:
    """Serve the files at /static, and the widget at the short address that other sites write down."""
    if not web_part.is_built:
        _log.warning("The web part is not built, so pages stay plain: run make setup.")
        return []

    async def widget(request: Request) -> Response:
        return await web_part.get_response("widget.js", request.scope)

    return [Mount("/static", web_part), Route("/widget.js", widget)]


def _fingerprints(folder: Path) -> Mapping[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        for file in folder.rglob("*")
        if file.is_file()
    }
