"""What a page shows of a programme: an evening, versions, languages, as its address says, and the ways to other views.

The parameters are those of a question for showtimes (service.query), so that a link means the same to the element that
takes the list over. Whatever else an address says is left alone: people send links on with all that hangs on them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from data.programme.access import AUDIO_DESCRIPTION, CAPTIONS, WHEELCHAIR
from data.programme.answer import CinemaShowtimes, Showtimes, answer
from data.programme.evenings import evenings
from data.programme.facts import VersionFacts
from data.programme.programme import Programme
from data.programme.question import Question
from data.times.wall import whole_minute
from data.versions.explain import explain, language_name
from data.versions.understood import language_without_region
from data.versions.version import UNKNOWN_LANGUAGE
from service.asked import window_asked
from service.pages.addresses import PageAddress
from service.pages.hours import hours_of, in_hours
from service.pages.language import Language
from service.pages.listing import short_day_words
from service.pages.phrases import PHRASES
from service.query import Day, Words

_MOST_LANGUAGES = 8
_NO_DIALOGUE = "zxx"


class ViewQuery(BaseModel):
    """What a view is narrowed by; the names are those of ShowtimesQuery."""

    model_config = ConfigDict(extra="ignore")

    from_: Annotated[str | None, Field(alias="from", max_length=40)] = None
    until: Annotated[str | None, Field(max_length=40)] = None
    on: Day | None = None
    hours: Words = []
    version: Words = []
    understands: Words = []
    format: Words = []
    access: Words = []
    limit: Annotated[int | None, Field(ge=1, le=100)] = None

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything but the day is chosen."""
        return bool(self.hours or self.version or self.understands or self.format or self.access)


AskedView = Annotated[ViewQuery, Query()]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen, or no longer be: where its link leads."""

    words: str
    address: str
    is_chosen: bool
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one kind."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An evening, or from now on, and what else is asked; `question` is the same, asked of the programme."""

    asked: ViewQuery
    question: Question
    address: PageAddress
    language: Language
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The calendar's day: after midnight, what begins in the evening is today's, not tomorrow's."""
        return self.now.astimezone(self.zone).date()

    @property
    def is_usual(self) -> bool:
        """Say whether nothing was asked for: it is from now on, and everything."""
        asked = self.asked
        return not (asked.is_narrowed or asked.on or asked.from_ or asked.until)

    @property
    def show_all(self) -> str:
        """The way to this view with nothing chosen but the day."""
        return self._with(hours=[], version=[], understands=[], format=[], access=[])

    def days(self, programme: Programme) -> list[Choice]:
        """Offer the evenings on which there is something, and all from now on."""
        phrases, chosen = PHRASES[self.language], self.asked.on
        known = evenings(programme, self.question, self.now, self.zone)
        if not known and chosen is None:
            return []
        days = sorted({*known, *([chosen] if chosen else [])})
        return [
            Choice(phrases.from_now, self._with(on=None), chosen is None),
            *(
                Choice(short_day_words(day, self.today, self.language), self._with(on=day.isoformat()), day == chosen)
                for day in days
            ),
        ]

    def with_limit(self, limit: int) -> str:
        """Give the way to this view with more cinemas."""
        return self._with(limit=str(limit))

    def choices(self, said: Showtimes) -> list[Choices]:
        """Offer what occurs in an answer where one can choose between several, and what is chosen already."""
        phrases, occurring, cinemas = PHRASES[self.language], tuple(said.versions.values()), said.cinemas
        groups = [
            Choices(phrases.time_of_day, tuple(self._hours(cinemas))),
            Choices(phrases.heard_and_read, tuple(self._labels(occurring))),
            Choices(phrases.understand, tuple(self._languages(occurring))),
            Choices(phrases.formats, tuple(self._formats(cinemas))),
            Choices(phrases.needs, tuple(self._needs(occurring, cinemas))),
        ]
        return [group for group in groups if len(group.choices) > 1 or any(one.is_chosen for one in group.choices)]

    def _hours(self, cinemas: Iterable[CinemaShowtimes]) -> Iterator[Choice]:
        starts = (screening.starts_at for one in cinemas for screening in one.screenings)
        occurring = {part for starts_at in starts for part in hours_of(starts_at, self.now)}
        for part, words in PHRASES[self.language].hours.items():
            if part in occurring or part in self.asked.hours:
                yield self._choice("hours", part, words)

    def _labels(self, versions: Iterable[VersionFacts]) -> Iterator[Choice]:
        meanings = {one.label: explain(one.version, self.language) for one in versions if one.label}
        for label in sorted({*meanings, *self.asked.version}):
            yield self._choice("version", label, label, meanings.get(label, ""))

    def _languages(self, versions: Iterable[VersionFacts]) -> Iterator[Choice]:
        heard_or_read = Counter(
            language_without_region(tag)
            for one in versions
            for tag in {*one.audio, *(one.subtitles or ())} - {UNKNOWN_LANGUAGE, _NO_DIALOGUE}
        )
        usual = [tag for tag, _ in heard_or_read.most_common(_MOST_LANGUAGES)]
        for tag in sorted({*usual, *self.asked.understands}, key=partial(language_name, language=self.language)):
            yield self._choice("understands", tag, language_name(tag, self.language))

    def _formats(self, cinemas: Iterable[CinemaShowtimes]) -> Iterator[Choice]:
        occurring = {name for one in cinemas for screening in one.screenings for name in screening.formats}
        for name in sorted({*occurring, *self.asked.format}):
            yield self._choice("format", name, name.replace("mm", " mm"))

    def _needs(self, versions: Iterable[VersionFacts], cinemas: Iterable[CinemaShowtimes]) -> Iterator[Choice]:
        versions = tuple(versions)
        occurs: dict[str, Callable[[], bool]] = {
            WHEELCHAIR: lambda: len({one.cinema.wheelchair == "yes" for one in cinemas}) > 1,
            CAPTIONS: lambda: any(one.captions for one in versions),
            AUDIO_DESCRIPTION: lambda: any(one.audio_description for one in versions),
        }
        for word, words in PHRASES[self.language].access.items():
            if occurs[word]() or word in self.asked.access:
                yield self._choice("access", word, words)

    def _choice(self, name: str, value: str, words: str, meaning: str = "") -> Choice:
        chosen: list[str] = getattr(self.asked, name)
        others = [one for one in chosen if one != value]
        return Choice(
            words, self._with(**{name: others if value in chosen else [*chosen, value]}), value in chosen, meaning
        )

    def _with(self, **changed: str | list[str] | None) -> str:
        """Give the link to this view with something changed."""
        kept = [(name, value) for name, value in self.address.view if name not in changed]
        if "on" in changed:
            kept = [(name, value) for name, value in kept if name not in ("from", "until")]
        new = [
            (name, one)
            for name, value in changed.items()
            for one in ([value] if isinstance(value, str) else value or [])
        ]
        return self.address.with_view([*kept, *new])


def view_of(
    asked: ViewQuery,
    programme: Programme,
    now: datetime,
    address: PageAddress,
    language: Language,
    *,
    limit: int,
    film: str | None = None,
    cinema: str | None = None,
    ends_at: datetime | None = None,
) -> View:
    """See what is asked: at most `limit` cinemas unless the address says otherwise, of a film, or of one cinema.

    Where the address names no end, it is the end of tomorrow, or `ends_at`. Raises QuestionError.
    """
    zone = programme.zones[programme.cinema_index(cinema)] if cinema else programme.zone_near(None)
    question = Question(
        window=window_asked(whole_minute(now), zone, asked.from_, asked.until, asked.on, ends_at),
        films=(film,) if film else (),
        cinemas=(cinema,) if cinema else (),
        versions=_said(asked.version),
        understands=_said(asked.understands),
        formats=_said(asked.format),
        access=_said(asked.access),
        limit=asked.limit or limit,
    )
    return View(asked, question, address, language, now, zone)


def shown(programme: Programme, view: View) -> Showtimes:
    """Ask the programme what a view shows."""
    return in_hours(answer(programme, view.question), view.asked.hours, view.now)


def offered(programme: Programme, view: View, said: Showtimes) -> Showtimes:
    """Give what can be chosen from, whatever is chosen already: everything of the same time and place."""
    if not view.asked.is_narrowed:
        return said
    everything = msgspec.structs.replace(view.question, versions=(), understands=(), formats=(), access=())
    return answer(programme, everything)


def _said(words: list[str]) -> tuple[str, ...]:
    """Leave out what a form sends where nothing is chosen."""
    return tuple(word for word in words if word.strip())
