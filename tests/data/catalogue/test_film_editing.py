"""A person's part in the catalogue, on either database: what waits, what is filled in, what is shown of it."""

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import Engine

from data.catalogue.film_editing import edit_film, read_film
from data.catalogue.film_pictures import PictureWords, picture_file, picture_of, put_picture, remove_picture
from data.catalogue.picture_file import ReadyPicture, make_ready
from data.catalogue.waiting_films import waiting_films
from data.programme.stored.films import load_films
from data.tables.database import reading, writing
from tests.data.factories import NOW, add_cinema, publish_sheet, row

pytestmark = pytest.mark.both_databases
WORDS = PictureWords.of("Foto: Ada", "CC0", {"de": "Ein Bild.", "en": " "})


def still() -> ReadyPicture:
    written = BytesIO()
    Image.linear_gradient("L").resize((640, 360)).convert("RGB").save(written, "JPEG")
    return make_ready(written.getvalue())


def test_what_waits_is_filled_in_and_waits_no_more(engine: Engine) -> None:
    add_cinema(engine)
    publish_sheet(
        engine, row(title="Neu im Plan"), row(time="22:00", title="Neu im Plan"), now=NOW, cinema="moviemento"
    )
    with writing(engine) as session:
        (waiting,) = waiting_films(session, NOW).films
        assert (waiting.slug, waiting.screenings, len(waiting.cinemas)) == ("neu-im-plan", 2, 1)
        before = read_film(session, waiting.slug)
        told = {
            "original_title": "New in Town",
            "original_languages": ["en"],
            "titles": {"de": "Neu hier"},
            "year": 2026,
        }
        edit_film(session, waiting.slug, before.document.model_copy(update=told), now=NOW)
    with reading(engine) as session:
        assert waiting_films(session, NOW).total == 0
        ((_, film),) = load_films(session, "de", [before.id])
    assert (film.title, film.titles) == ("Neu hier", {"de": "Neu hier", "en": "New in Town"})
    assert not film.is_provisional


def test_a_picture_is_kept_once_and_forgotten(engine: Engine) -> None:
    add_cinema(engine)
    publish_sheet(engine, row(title="Neu im Plan"), now=NOW, cinema="moviemento")
    ready = still()
    assert ready.widths == [480, 640]
    for _ in range(2):
        with writing(engine) as session:
            put_picture(session, "neu-im-plan", ready, WORDS, now=NOW)
    with writing(engine) as session:
        picture = picture_of(session, "neu-im-plan")
        assert picture is not None
        assert (picture.picture, picture.height, picture.described) == (ready.name, 360, {"de": "Ein Bild."})
        assert picture_file(session, ready.name, 480, "webp") == ready.files[0].content
        remove_picture(session, "neu-im-plan", now=NOW)
        assert picture_file(session, ready.name, 480, "webp") is None
