"""The short way to showtimes: a well-formed question is answered before the framework gets to see it.

The route (service.api.showtimes) says the same, to every question. Whatever is not understood here at once, or is
wrong, is passed on to it, so that what is refused, and the sentences for it, stand in one place.
"""

from collections.abc import Callable
from datetime import datetime
from time import perf_counter

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from data.programme.near import showtimes_near
from data.programme.prepared import PreparedQuestion
from data.programme.programme import Programme
from data.programme.reach import reach_of
from data.programme.refresh import ProgrammeKeeper
from data.programme.write import write_found
from geo.point import Point
from service.access_log import access_line
from service.api.showtimes import PATH, forms_of
from service.asked import question_of
from service.caching import is_coarse
from service.forms import Form, Forms
from service.freshness import Freshness
from service.kept import KeptAnswers
from service.log_lines import LogLines
from service.prepared import PreparedQuestions
from service.query_string import read_query_string, read_where
from service.site_uses import SiteUses
from service.sites import asking_site


class Shortcut:
    """What the short way asks and writes to, at hand: it answers in so little time that looking around would show."""

    __slots__ = ("_clock", "_freshness", "_is_for_all", "_keeper", "_kept", "_lines", "_prepared", "_uses")

    def __init__(
        self,
        keeper: ProgrammeKeeper,
        freshness: Freshness,
        kept: KeptAnswers,
        clock: Callable[[], datetime],
        lines: LogLines,
        uses: SiteUses,
        *,
        is_for_all: bool,
    ) -> None:
        """Take what the app holds; where not all sites may ask, whoever comes from one goes the long way."""
        self._keeper, self._freshness, self._kept, self._clock, self._lines = keeper, freshness, kept, clock, lines
        self._uses, self._is_for_all = uses, is_for_all
        self._prepared = PreparedQuestions()

    def answer(self, scope: Scope) -> Form | None:
        """Answer a request at once and leave its line in the log; null where it is for the app.

        Nothing here waits, so that the programme stays the current one until its answer is kept.
        """
        if scope["path"] != PATH or scope["method"] != "GET" or not self._freshness.is_loaded:
            return None
        origin = next((value for name, value in scope["headers"] if name == b"origin"), None)
        if origin is not None and not self._is_for_all:
            return None
        began = perf_counter()
        try:
            form = self._form(scope)
        except Exception:  # noqa: BLE001 (the route fails at it again, and there it is answered and logged)
            return None
        if form is not None:
            self._lines.add(access_line(scope, form.status, began))
            site = asking_site(Headers(raw=scope["headers"])) if origin else None
            if site is not None:
                self._uses.note(site, "questions")
        return form

    def _form(self, scope: Scope) -> Form | None:
        programme, now, query_string = self._keeper.programme, self._clock(), scope["query_string"]
        forms = self._kept.find(query_string, programme, now) or self._new_forms(query_string, programme, now)
        return forms.asked_with(scope["headers"]) if forms else None

    def _new_forms(self, query_string: bytes, programme: Programme, now: datetime) -> Forms | None:
        where = read_where(query_string)
        if where is None:
            return self._whole_answer(query_string, programme, now)
        point = Point(where.lat, where.lon)
        zone = programme.zone_near(point)
        prepared = self._prepared.find(where.rest, zone, programme, now)
        if prepared is None:
            asked = read_query_string(query_string)
            if asked is None:
                return None
            prepared = PreparedQuestion(programme, question_of(asked, programme, now))
            self._prepared.keep(where.rest, zone, prepared)
        said = prepared.answer_at(point)
        if said is None:
            return self._whole_answer(query_string, programme, now)
        forms = forms_of(said.body, point)
        if is_coarse(point):
            self._kept.keep(query_string, forms, prepared.reach_at(point, said.extent), programme, now)
        return forms

    def _whole_answer(self, query_string: bytes, programme: Programme, now: datetime) -> Forms | None:
        """Answer what has no place, or finds nothing, in the usual steps."""
        asked = read_query_string(query_string)
        if asked is None:
            return None
        question = question_of(asked, programme, now)
        found = showtimes_near(programme, question)
        forms = forms_of(write_found(programme, question, found), question.near)
        if is_coarse(question.near):
            self._kept.keep(query_string, forms, reach_of(programme, question, found.extent), programme, now)
        return forms


class AppWithShortcut(FastAPI):
    """The app, with the short way before all its layers, once it has one; our own server goes it by itself.

    They do not wrap these answers, which carry the headers that protect already (service.api.showtimes) and leave the
    same line in the log (service.access_log).
    """

    shortcut: Shortcut | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question for showtimes, or pass the request on."""
        form = self.shortcut.answer(scope) if self.shortcut and scope["type"] == "http" else None
        if form is None:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": form.status, "headers": form.headers})
        await send({"type": "http.response.body", "body": form.body})
