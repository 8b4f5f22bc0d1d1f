"""The page on which a form stands, for whoever comes to the address that the form was sent to.

An answer that says what is wrong with a form stands at that address: to switch the language there, or to open it again
later, is to ask for a page where there is none.
"""

from pathlib import PurePosixPath

from fastapi import Request
from starlette.routing import Match

from service.pages.staff.page import START


def page_above(request: Request) -> str | None:
    """Give the nearest page above an address of the staff pages that only takes forms; null for any other request."""
    address = PurePosixPath(request.url.path)
    if request.method != "GET" or PurePosixPath(START) not in address.parents:
        return None
    return next(str(above) for above in address.parents if _is_page(request, str(above)))


def _is_page(request: Request, path: str) -> bool:
    scope = {**request.scope, "path": path, "raw_path": path.encode()}
    return path == START or any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)
