"""Files as answers: named, to be saved and not shown, in whatever signs their names have."""

from urllib.parse import quote

from fastapi import Request, Response

from data.text import plain_text
from service.caching import SHARED, answer_unless_known

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CALENDAR = "text/calendar"
ANY_FILE = "application/octet-stream"
_LONGEST_NAME = 150


def file_answer(request: Request, body: bytes, media_type: str, name: str, *, cache_control: str = SHARED) -> Response:
    """Answer with a file, or with 304 where the caller has these very bytes already."""
    spelled = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    headers = {"Content-Disposition": attachment(name), "Cache-Control": cache_control}
    return answer_unless_known(request, body, spelled, headers=headers)


def attachment(name: str) -> str:
    """Say under which name a file is to be saved (RFC 6266): plainly for old clients, in full for all others.

    The name came from outside: of a path only the end counts, and nothing in it ends the header.
    """
    last = plain_text(name.replace("\\", "/").rpartition("/")[2])[-_LONGEST_NAME:].lstrip(".") or "file"
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in " ._-") else "_" for sign in last)
    in_full = "" if plain == last else f"; filename*=UTF-8''{quote(last, safe='')}"
    return f'attachment; filename="{plain}"{in_full}'
