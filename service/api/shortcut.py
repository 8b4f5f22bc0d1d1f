"""The short way to showtimes: a well-formed question is answered before the framework gets to see it.

The route (service.api.showtimes) says the same, to every question. Whatever is not understood here at once, or is
wrong, is passed on to it, so that what is refused, and the sentences for it, stand in one place.
"""

from collections.abc import Callable
from datetime import datetime
from time import perf_counter

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from data.programme.near import showtimes_near
from data.programme.reach import reach_of
from data.programme.refresh import ProgrammeKeeper
from service.access_log import access_line
from service.api.showtimes import PATH, write_showtimes
from service.asked import question_of
from service.caching import is_coarse
from service.forms import Form
from service.freshness import Freshness
from service.kept import KeptAnswers
from service.log_lines import LogLines
from service.query_string import read_query_string


class Shortcut:
    """What the short way asks and writes to, at hand: it answers in so little time that looking around would show."""

    __slots__ = ("_clock", "_freshness", "_keeper", "_kept", "lines")

    def __init__(
        self,
        keeper: ProgrammeKeeper,
        freshness: Freshness,
        kept: KeptAnswers,
        clock: Callable[[], datetime],
        lines: LogLines,
    ) -> None:
        """Take what the app holds."""
        self._keeper, self._freshness, self._kept, self._clock, self.lines = keeper, freshness, kept, clock, lines

    def answer(self, scope: Scope) -> Form | None:
        """Find the answer among those kept, or make it; null where the question is for the route.

        Nothing here waits, so that the programme stays the current one until its answer is kept.
        """
        if not self._freshness.is_loaded:
            return None
        programme, now, query_string = self._keeper.programme, self._clock(), scope["query_string"]
        forms = self._kept.find(query_string, programme, now)
        if forms is None:
            asked = read_query_string(query_string)
            if asked is None:
                return None
            question = question_of(asked, programme, now)
            found = showtimes_near(programme, question)
            forms = write_showtimes(programme, question, found)
            if is_coarse(question.near):
                self._kept.keep(query_string, forms, reach_of(programme, question, found), programme, now)
        return forms.asked_with(scope["headers"])


class AppWithShortcut(FastAPI):
    """The app, with the short way before all its layers, once it has one.

    They do not wrap these answers, which carry the headers that protect already (service.api.showtimes) and leave the
    same line in the log (service.access_log).
    """

    shortcut: Shortcut | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question for showtimes, or pass the request on."""
        shortcut = self.shortcut
        if shortcut is None or scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "GET":
            await super().__call__(scope, receive, send)
            return
        began = perf_counter()
        try:
            form = shortcut.answer(scope)
        except Exception:  # noqa: BLE001 (the route fails at it again, and there it is answered and logged)
            form = None
        if form is None:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": form.status, "headers": form.headers})
        await send({"type": "http.response.body", "body": form.body})
        shortcut.lines.add(access_line(scope, form.status, began))
