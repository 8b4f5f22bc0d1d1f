"""The language of a page: what its address asks for, else what the browser wishes."""

from typing import Annotated, Literal, cast

from babel.core import negotiate_locale
from fastapi import Depends, Request

from service.wishes import wishes

Language = Literal["de", "en"]


def chosen_language(request: Request) -> Language:
    """Choose between German and English; English for those who wish for neither."""
    asked = request.query_params.get("lang", "")
    wished = [asked, *wishes(request.headers.get("accept-language", ""))]
    tags = [tag.replace("-", "_") for tag in wished if tag]
    return cast("Language", negotiate_locale(tags, ["de", "en"]) or "en")


PageLanguage = Annotated[Language, Depends(chosen_language)]
