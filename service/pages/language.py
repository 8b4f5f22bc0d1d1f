"""The language of a page: what its address asks for, else what the browser wishes."""

from typing import Annotated, Literal, cast

from babel.core import negotiate_locale
from fastapi import Depends, Request

Language = Literal["de", "en"]


def chosen_language(request: Request) -> Language:
    """Choose between German and English; English for those who wish for neither."""
    asked = request.query_params.get("lang", "")
    wishes = [asked, *_wishes(request.headers.get("accept-language", ""))]
    tags = [tag.replace("-", "_") for tag in wishes if tag]
    return cast("Language", negotiate_locale(tags, ["de", "en"]) or "en")


def _wishes(header: str) -> list[str]:
    """Read an Accept-Language header (RFC 9110, 12.5.4), the most wanted first."""
    weighed = []
    for position, entry in enumerate(header.split(",")[:20]):
        tag, _, weight = entry.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), position, tag))
        except ValueError:
            continue
    return [tag for _, _, tag in sorted(weighed) if tag != "*"]


PageLanguage = Annotated[Language, Depends(chosen_language)]
