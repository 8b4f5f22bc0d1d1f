"""Opponent: the way every tutorial does it: all cinemas as ORM objects, a loop with geopy, a query a cinema."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geopy.distance import geodesic
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from data.programme.question import Question
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.screening import Screening, ScreeningFilm
from data.versions.label import key_of, label_of
from data.versions.version import Version
from tests.bench.entries import Entry, FoundCinema
from tests.bench.facts import FORMAT_NAMES, Facts
from tests.bench.opponent import Opening, Opponent, writing_opponent
from tests.bench.worlds import World

NAME = "tutorial: ORM + geopy loop"
# So slow that it is asked only some of the questions.
_EVERY, _ROUNDS = {"city": 20, "country": 50}, 2


class Tutorial:
    """The database and the facts that its answers are written with."""

    def __init__(self, engine: Engine, facts: Facts) -> None:
        self.engine, self.facts = engine, facts
        self.version_by_key = {key: number for number, key in enumerate(facts.version_keys)}

    def find(self, question: Question) -> list[FoundCinema]:
        if question.near is None:
            raise ValueError("The tutorial knows only questions with a place.")
        here = (question.near.lat, question.near.lon)
        with Session(self.engine) as session:
            cinemas = session.exec(select(Cinema)).all()
            measured = sorted((geodesic(here, (one.lat, one.lon)).meters, one.slug, one.id) for one in cinemas)
            found: list[FoundCinema] = []
            for metres, _, cinema_id in measured:
                if len(found) == question.limit or (question.within_m and metres > question.within_m):
                    break
                entries = [self._entry(session, one, question) for one in _screenings(session, cinema_id, question)]
                if entries:
                    found.append(FoundCinema(cinema_id - 1, metres, entries))
        return found

    def _entry(self, session: Session, one: Screening, question: Question) -> Entry:
        query = select(ScreeningFilm.film_id).where(ScreeningFilm.screening_id == one.id)
        first, second = (*session.exec(query.order_by(col(ScreeningFilm.position))).all(), 0)[:2]
        version = _version_of(one)
        return Entry(
            film=self.facts.film_by_slug[question.films[0]],
            cinema=one.cinema_id - 1,
            minute=int(one.starts_at.timestamp()) // 60,
            id=one.id,
            first=first - 1,
            second=second - 1,
            evening=one.programme_on.toordinal(),
            version=self.version_by_key[key_of(version, label_of(version))],
            formats=sum(1 << FORMAT_NAMES.index(name) for name in one.formats),
            title=one.title_raw,
            auditorium=one.auditorium,
            booking_url=one.booking_url,
            status=one.status,
        )


def _screenings(session: Session, cinema_id: int, question: Question) -> list[Screening]:
    query = (
        select(Screening)
        .join(ScreeningFilm, col(ScreeningFilm.screening_id) == Screening.id)
        .join(Film, col(Film.id) == ScreeningFilm.film_id)
        .where(Screening.cinema_id == cinema_id, Film.slug == question.films[0])
        .where(Screening.starts_at >= question.window.from_at, Screening.starts_at < question.window.until_at)
        .order_by(col(Screening.starts_at), col(Screening.id))
    )
    found = session.exec(query).all()
    return [one for one in found if not question.versions or label_of(_version_of(one)) in question.versions]


def _version_of(one: Screening) -> Version:
    subtitles = None if one.subtitles is None else tuple(one.subtitles)
    return Version(tuple(one.audio), one.is_original, subtitles, one.captions, one.audio_description)


def open_tutorial(engine: Engine) -> Opening:
    """Make an opponent of a filled database."""

    @contextmanager
    def opening(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:  # noqa: ARG001 (an Opening's)
        yield writing_opponent(NAME, facts, Tutorial(engine, facts).find, every=_EVERY[world.name], rounds=_ROUNDS)

    return opening
