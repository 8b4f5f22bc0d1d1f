"""The short way to showtimes: a well-formed question is answered before the framework gets to see it.

The route (service.api.showtimes) says the same, to every question. Whatever is not understood here at once, or is
wrong, is passed on to it, so that what is refused, and the sentences for it, stand in one place.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from data.errors import DataError
from data.programme.near import showtimes_near
from data.programme.reach import reach_of
from geo.errors import PositionError
from service.api.showtimes import PATH, write_showtimes
from service.asked import question_of
from service.caching import is_coarse
from service.forms import Form
from service.query_string import read_query_string


class ShowtimesShortcut:
    """Middleware, the innermost: the log, the headers and HEAD are the same for all."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question for showtimes, or pass the request on."""
        is_ours = scope["type"] == "http" and scope["path"] == PATH and scope["method"] == "GET"
        form = _answer(scope) if is_ours else None
        if form is None:
            await self._app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": form.status, "headers": form.headers})
        await send({"type": "http.response.body", "body": form.body})


def _answer(scope: Scope) -> Form | None:
    """Find the answer among those kept, or make it; null where the question is for the route.

    Nothing here waits, so that the programme stays the current one until its answer is kept.
    """
    state = scope["app"].state
    if not state.freshness.is_loaded:
        return None
    programme, now, query_string = state.keeper.programme, state.clock(), scope["query_string"]
    forms = state.kept.find(query_string, programme, now)
    if forms is None:
        asked = read_query_string(query_string)
        if asked is None:
            return None
        try:
            question = question_of(asked, programme, now)
            found = showtimes_near(programme, question)
            forms = write_showtimes(programme, question, found)
        except (DataError, PositionError):
            return None
        if is_coarse(question.near):
            state.kept.keep(query_string, forms, reach_of(programme, question, found), programme, now)
    form: Form = forms.asked_with(scope["headers"])
    return form
