"""What holds of merging for any programme: it is undone without a trace, and loses and doubles no screening."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.catalogue.merge import merge_cinemas, merge_films
from data.catalogue.unmerge import unmerge_cinemas, unmerge_films
from data.programme.answer import answer, encode
from data.programme.load import load_programme
from data.programme.question import Question, Window
from data.schedules.errors import UploadKeyReusedError
from data.schedules.plan import Mode
from data.schedules.stored import cinema_of
from data.schedules.taught import teach_label, teach_title
from data.tables.alias import CinemaAlias
from data.tables.database import reading, writing
from tests.data.factories import NOW, add_cinema, add_film, clear, dump, publish_sheet, row, upload_sheet

pytestmark = pytest.mark.both_databases

TITLES = ("Red Rocket", "Rote Rakete", "Aftersun", "Sneak")
HOUSES = ("moviemento", "kino-moviemento", "odeon")
rows = st.builds(
    row,
    date=st.sampled_from(("2026-11-26", "2026-11-27")),
    time=st.sampled_from(("18:00", "20:15")),
    title=st.sampled_from((*TITLES, "Red Rocket + Rote Rakete", "Rote Rakete + Aftersun")),
    version=st.sampled_from(("OmU", "DF")),
    auditorium=st.sampled_from(("Kino 1", "")),
    url=st.sampled_from(("", "https://tickets.example/1", "https://tickets.example/2")),
)


class Step(NamedTuple):
    """A file of a house, published or only uploaded."""

    house: str
    rows: list[dict[str, str]]
    mode: Mode
    is_published: bool


steps = st.lists(
    st.builds(
        Step, st.sampled_from(HOUSES), st.lists(rows, min_size=1, max_size=6), st.sampled_from(Mode), st.booleans()
    ),
    max_size=5,
)
taught = st.lists(
    st.tuples(st.sampled_from(HOUSES), st.sampled_from(("Hui", "Pfui")), st.sampled_from(TITLES[:3])), max_size=4
)
laws = settings(
    phases=(Phase.generate,),
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def begin(engine: Engine, history: list[Step], lessons: list[tuple[str, str, str]]) -> None:
    clear(engine)
    for place, house in enumerate(HOUSES):
        add_cinema(
            engine,
            house,
            lat=52.49 + place / 1000,
            website=None if place else "https://kino.example/",
            screens=place or None,
        )
    for place, title in enumerate(TITLES[:3]):
        add_film(engine, title, minutes=None if place == 0 else 90, age_ratings={"DE": str(place)})
    for minute, step in enumerate(history):
        now = NOW + timedelta(minutes=minute)
        if step.is_published:
            publish_sheet(engine, *step.rows, cinema=step.house, mode=step.mode, now=now)
            continue
        # One house may use a key once.
        with suppress(UploadKeyReusedError):
            upload_sheet(engine, *step.rows, cinema=step.house, mode=step.mode, now=now, idempotency_key="k")
    with writing(engine) as session:
        for house, word, title in lessons:
            cinema = cinema_of(session, house)
            teach_label(session, cinema, word, "OmU")
            teach_title(session, cinema, f"{word} Film", [title.lower().replace(" ", "-"), "aftersun"])
            session.merge(CinemaAlias(cinema_id=cinema.id, name=word))


def everything(engine: Engine) -> dict[str, object]:
    tables = dump(engine)
    return {name: rows for name, rows in tables.items() if name not in ("change", "merge")}


def answers(engine: Engine) -> bytes:
    with reading(engine) as session:
        programme = load_programme(session, language="de")
    window = Window(NOW, NOW + timedelta(days=30))
    said = answer(programme, Question(window=window, limit=100))
    return encode(said.__class__(**{name: getattr(said, name) for name in said.__struct_fields__} | {"as_of": None}))


def shown(engine: Engine) -> Counter[tuple[object, ...]]:
    """Count what is shown, whatever house and film call it: as if they had been one from the start."""
    with reading(engine) as session:
        programme = load_programme(session, language="de")
    said = answer(programme, Question(window=Window(NOW, NOW + timedelta(days=30)), limit=100))
    return Counter(
        (cinema.cinema.slug, tuple(one.films), one.title, one.starts_at, one.version, one.auditorium)
        for cinema in said.cinemas
        for one in cinema.screenings
    )


Do = Callable[[Engine], object]


def merge_houses(engine: Engine) -> object:
    with writing(engine) as session:
        return merge_cinemas(session, HOUSES[0], HOUSES[1], now=NOW + timedelta(hours=1), by="editor")


def part_houses(engine: Engine) -> object:
    with writing(engine) as session:
        return unmerge_cinemas(session, HOUSES[1], now=NOW + timedelta(hours=2), by="editor")


def merge_works(engine: Engine) -> object:
    with writing(engine) as session:
        return merge_films(session, "red-rocket", "rote-rakete", now=NOW + timedelta(hours=1), by="editor")


def part_works(engine: Engine) -> object:
    with writing(engine) as session:
        return unmerge_films(session, "rote-rakete", now=NOW + timedelta(hours=2), by="editor")


@laws
@given(history=steps, lessons=taught)
@pytest.mark.parametrize(("join", "part"), [(merge_houses, part_houses), (merge_works, part_works)])
def test_what_is_merged_and_parted_is_as_it_was(
    engine: Engine, join: Do, part: Do, history: list[Step], lessons: list[tuple[str, str, str]]
) -> None:
    begin(engine, history, lessons)
    before, said = everything(engine), answers(engine)
    join(engine)
    part(engine)
    assert everything(engine) == before
    assert answers(engine) == said


@laws
@given(history=steps, lessons=taught, films_first=st.booleans())
def test_merges_of_houses_and_films_are_undone_one_after_the_other(
    engine: Engine, history: list[Step], lessons: list[tuple[str, str, str]], *, films_first: bool
) -> None:
    begin(engine, history, lessons)
    before = everything(engine)
    both = [(merge_houses, part_houses), (merge_works, part_works)]
    in_turn = both[::-1] if films_first else both
    for join, _ in in_turn:
        join(engine)
    for _, part in reversed(in_turn):
        part(engine)
    assert everything(engine) == before


@laws
@given(history=steps)
@pytest.mark.parametrize("join", [merge_houses, merge_works])
def test_no_screening_is_lost_and_what_both_had_is_there_once(engine: Engine, join: Do, history: list[Step]) -> None:
    begin(engine, history, [])
    before = shown(engine)
    join(engine)
    after = shown(engine)

    def as_one(key: tuple[object, ...]) -> tuple[object, ...]:
        house, films, *rest = key
        if join is merge_houses:
            return (HOUSES[0] if house == HOUSES[1] else house, films, *rest)
        assert isinstance(films, tuple)
        return (house, tuple(dict.fromkeys("red-rocket" if film == "rote-rakete" else film for film in films)), *rest)

    assert {as_one(key) for key in before} == set(after)
    # Never fewer than one of the two had, never more than both.
    for key, count in after.items():
        of_each = [number for old, number in before.items() if as_one(old) == key]
        assert max(of_each) <= count <= sum(of_each)
        if len(of_each) == 2:
            assert count == max(of_each)
