"""What a phone needs to put us on its first screen: the manifest and the icons."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from fastapi import APIRouter, Request, Response

from service.caching import answer_unless_known
from service.errors import PageUnknownError
from service.pages.language import PageLanguage
from service.pages.phrases import PHRASES

_FOLDER = Path(__file__).parent / "icons"
_KINDS: Mapping[str, str] = {
    "icon.svg": "image/svg+xml",
    "icon-180.png": "image/png",
    "icon-192.png": "image/png",
    "icon-512.png": "image/png",
    "icon-maskable-512.png": "image/png",
}
_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}

router = APIRouter(include_in_schema=False)


@router.get("/icons/{name}", response_class=Response)
def icon(request: Request, name: str) -> Response:
    """Give an icon."""
    if name not in _KINDS:
        raise PageUnknownError
    return answer_unless_known(request, (_FOLDER / name).read_bytes(), _KINDS[name], headers=_FOR_A_DAY)


@router.get("/manifest.webmanifest", response_class=Response)
def manifest(request: Request, language: PageLanguage) -> Response:
    """Describe us as an app (https://www.w3.org/TR/appmanifest/)."""
    pictures = [
        {"src": "/icons/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "/icons/icon-192.png", "sizes": "192x192", "type": "image/png"},
        {"src": "/icons/icon-512.png", "sizes": "512x512", "type": "image/png"},
        {"src": "/icons/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
    ]
    said = {
        "id": "/",
        "name": "Kinonah",
        "short_name": "Kinonah",
        "description": PHRASES[language].claim,
        "lang": language,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf7f2",
        "theme_color": "#faf7f2",
        "icons": pictures,
    }
    headers = {**_FOR_A_DAY, "Vary": "Accept-Language", "Content-Language": language}
    return answer_unless_known(request, msgspec.json.encode(said), "application/manifest+json", headers=headers)
