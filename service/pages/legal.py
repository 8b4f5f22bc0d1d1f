"""The pages `/privacy`, which says what this software does, and `/imprint`, the operator's own text."""

from pathlib import Path

from fastapi import APIRouter, Request, Response

from service.pages.language import PageLanguage
from service.pages.rendering import render
from service.settings import Settings

_LONGEST_BYTES = 100_000

router = APIRouter(include_in_schema=False)


@router.get("/privacy", response_class=Response)
def privacy(request: Request, language: PageLanguage) -> Response:
    """Say what is known of whoever reads us: next to nothing."""
    return render(request, f"privacy.{language}.html", language)


@router.get("/imprint", response_class=Response)
def imprint(request: Request, language: PageLanguage) -> Response:
    """Show who runs the service; where nobody said so, say what to set."""
    settings: Settings = request.app.state.settings
    return render(request, "imprint.html", language, paragraphs=_paragraphs(Path(settings.imprint_file)))


def _paragraphs(file: Path) -> list[list[str]]:
    """Read paragraphs of lines; none where there is no such file."""
    if not file.is_file():
        return []
    text = file.read_bytes()[:_LONGEST_BYTES].decode("utf-8", errors="replace").strip()
    return [block.splitlines() for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]
