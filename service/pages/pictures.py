"""Pictures of films, in the widths that pages ask for: an address never means another picture."""

import re

from fastapi import APIRouter, Response

from data.catalogue.film_pictures import picture_file
from data.tables.database import reading
from service.dependencies import CurrentEngine
from service.errors import PageUnknownError

_NAME = re.compile(r"([0-9a-f]{32})-([0-9]{1,4})\.(webp|jpg)", flags=re.ASCII)
_KINDS = {"webp": "image/webp", "jpg": "image/jpeg"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}

router = APIRouter(include_in_schema=False)


@router.get("/pictures/{name}", response_class=Response)
def picture(name: str, engine: CurrentEngine) -> Response:
    """Give a picture in one width and format."""
    asked = _NAME.fullmatch(name)
    if asked is None:
        raise PageUnknownError
    with reading(engine) as session:
        content = picture_file(session, asked[1], int(asked[2]), asked[3])
    if content is None:
        raise PageUnknownError
    return Response(content, media_type=_KINDS[asked[3]], headers=_FOR_EVER)
