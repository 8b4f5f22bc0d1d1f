"""The programme that is loaded holds all that is public, in an order that questions can rely on."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from sqlalchemy import Engine

from data.errors import UnknownCinemaError, UnknownFilmError
from data.programme.near import showtimes_near
from data.programme.question import Question, Window
from data.tables.database import writing
from data.tables.film import Film, FilmCredit, FilmText, FilmTitle
from data.versions.notation import VERSIONS
from geo.errors import PositionSwappedError
from geo.point import Point
from tests.data.factories import NOW, add_cinema, publish_sheet, row
from tests.data.programme.factories import TONIGHT, Listed, loaded, programme_of

pytestmark = pytest.mark.both_databases

HOUSES = {"zebra": (52.5, 13.4), "adria": (52.4, 13.3), "babylon": (52.3, 13.2)}


def test_rows_are_sorted_by_cinema_and_start(engine: Engine) -> None:
    rows = [Listed(cinema=slug, starts_at=TONIGHT - timedelta(hours=n)) for n, slug in enumerate([*HOUSES, *HOUSES])]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    columns = programme.columns
    tonight = int(TONIGHT.timestamp()) // 60
    starts = {
        cinema.slug: columns.minute[columns.start[place] : columns.stop[place]].tolist()
        for place, cinema in enumerate(programme.cinemas)
    }
    later = {"zebra": 0, "adria": 1, "babylon": 2}
    assert starts == {slug: [tonight - 60 * (3 + n), tonight - 60 * n] for slug, n in later.items()}


def test_past_screenings_are_held_and_cancelled_ones_are_not(engine: Engine) -> None:
    programme = programme_of(engine, Listed(starts_at=NOW - timedelta(days=30)), Listed(status="cancelled"))
    assert programme.columns.id.tolist() == [1]


def test_a_title_that_a_schedule_taught_goes_with_its_last_screening(engine: Engine) -> None:
    add_cinema(engine)
    publish_sheet(engine, row(title="Red Rokcet"))
    assert [film.slug for film in loaded(engine).public_films] == ["red-rokcet"]
    publish_sheet(engine, row(title="Red Rocket"))
    assert [film.slug for film in loaded(engine).public_films] == ["red-rocket"]


def test_a_screening_is_listed_once_under_each_of_its_films(engine: Engine) -> None:
    programme = programme_of(engine, Listed(films=("up", "dune")), Listed(films=("dune",)), Listed(films=()))
    now = Window(NOW, NOW + timedelta(days=2))
    found = {
        slug: programme.columns.id[showtimes_near(programme, Question(window=now, films=(slug,))).rows].tolist()
        for slug in ("up", "dune")
    }
    assert found == {"up": [1], "dune": [1, 2]}
    assert programme.screening_count == 3


def test_an_original_is_heard_in_the_languages_of_all_its_films(engine: Engine) -> None:
    rows = [Listed(films=("korean", "english"), version=VERSIONS["OmU"])]
    programme = programme_of(engine, *rows, languages={"korean": ["ko"], "english": ["en"]})
    assert [one.audio for one in programme.versions] == [("ko", "en")]


def test_keys_of_versions_are_as_many_as_versions(engine: Engine) -> None:
    rows = [
        Listed(films=(film,), version=version)
        for film in ("american", "german", "nobody-knows")
        for version in VERSIONS.values()
    ]
    programme = programme_of(engine, *rows, languages={"german": ["de"], "nobody-knows": []})
    assert len(set(programme.version_keys)) == len(programme.versions)


def test_a_cinema_of_which_nothing_is_published_has_no_known_day(engine: Engine) -> None:
    add_cinema(engine)
    assert [one.known_until for one in loaded(engine).cinemas] == [None]


def test_an_empty_database_is_an_empty_programme(engine: Engine) -> None:
    programme = loaded(engine)
    assert (programme.screening_count, programme.as_of, programme.change_id) == (0, None, 0)
    assert programme.zone_near(None) == programme.zone_near(Point(52.5, 13.4)) == ZoneInfo("UTC")


def test_a_film_is_loaded_with_titles_credits_and_texts(engine: Engine) -> None:
    with writing(engine) as session:
        film = Film(slug="nausicaa", original_title="風の谷のナウシカ", year=1984)
        session.add(film)
        session.flush()
        for language, title in [("de", "Nausicaä"), ("en", "Warriors"), ("und", "NAUSICAA OmU")]:
            session.add(FilmTitle(film_id=film.id, language=language, title=title, folded=title.casefold()))
        for position, name in enumerate(["Zweite", "Erste"]):
            session.add(FilmCredit(film_id=film.id, role="cast", position=1 - position, name=name))
        session.add(FilmText(film_id=film.id, language="de", teaser="Wind.", author="Wir"))
    details = loaded(engine).film("nausicaa")
    assert (details.title, details.titles) == ("Nausicaä", {"de": "Nausicaä", "en": "Warriors"})
    assert details.credits == {"cast": ["Erste", "Zweite"]}
    assert details.texts["de"].teaser == "Wind."
    assert details.brief().slug == "nausicaa"


def test_a_film_without_a_title_in_the_language_has_its_original_one(engine: Engine) -> None:
    assert programme_of(engine, Listed()).film("red-rocket").title == "red-rocket"


def test_what_is_not_there_is_named(engine: Engine) -> None:
    programme = loaded(engine)
    with pytest.raises(UnknownFilmError, match="barbie"):
        programme.film("barbie")
    with pytest.raises(UnknownCinemaError, match="odeon"):
        programme.cinema_index("odeon")


def test_local_means_the_zone_of_the_nearest_cinema(engine: Engine) -> None:
    add_cinema(engine, "auckland", lat=-36.85, lon=174.76, time_zone="Pacific/Auckland")
    add_cinema(engine, "berlin")
    add_cinema(engine, "honolulu", lat=21.3, lon=-157.86, time_zone="Pacific/Honolulu")
    programme = loaded(engine)
    assert programme.zone_near(Point(52.0, 10.0)).key == "Europe/Berlin"
    assert programme.zone_near(Point(20.0, 179.0)).key == "Pacific/Honolulu"
    assert programme.zone_near(Point(-40.0, -179.0)).key == "Pacific/Auckland"


def test_swapped_coordinates_are_refused(engine: Engine) -> None:
    programme = programme_of(engine, Listed())
    programme.refuse_swapped(Point(52.5, 13.4))
    with pytest.raises(PositionSwappedError):
        programme.refuse_swapped(Point(13.4, 52.5))


def test_minutes_count_from_1970(engine: Engine) -> None:
    programme = programme_of(engine, Listed())
    assert np.array_equal(programme.columns.minute, [int(TONIGHT.timestamp()) // 60])
