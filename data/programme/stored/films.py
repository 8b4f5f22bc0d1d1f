"""Films are read from the database with all that belongs to them: titles, credits, texts, a picture."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col, select

from data.programme.facts import FilmDetails, FilmPicture, FilmText
from data.tables import film as tables
from data.tables import film_picture
from data.tables.film import Film, FilmCredit, FilmTitle

_FILM_COLUMNS = set(FilmDetails.__struct_fields__) - {"title", "titles", "credits", "texts", "picture"}


def load_films(
    session: Session, language: str, film_ids: Collection[int] | None = None
) -> list[tuple[int, FilmDetails]]:
    """Read films, all or some, with their ids, by slug; `title` in the language, else the original one."""

    def asked(column: int) -> ColumnElement[bool]:
        return true() if film_ids is None else col(column).in_(film_ids)

    titles: dict[int, dict[str, str]] = defaultdict(dict)
    for row in session.exec(select(FilmTitle).where(asked(FilmTitle.film_id)).order_by(col(FilmTitle.id))):
        titles[row.film_id].setdefault(row.language, row.title)
    credits_: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    in_order = (col(FilmCredit.film_id), col(FilmCredit.position))
    for name in session.exec(select(FilmCredit).where(asked(FilmCredit.film_id)).order_by(*in_order)):
        credits_[name.film_id][name.role].append(name.name)
    texts: dict[int, dict[str, FilmText]] = defaultdict(dict)
    for text in session.exec(select(tables.FilmText).where(asked(tables.FilmText.film_id))):
        texts[text.film_id][text.language] = FilmText(text.teaser, text.review, text.author, text.translator)
    pictures = {
        one.film_id: _picture(one)
        for one in session.exec(select(film_picture.FilmPicture).where(asked(film_picture.FilmPicture.film_id)))
    }
    # By Python: databases sort texts as their country does.
    films = sorted(session.exec(select(Film).where(asked(Film.id))), key=lambda film: film.slug)
    return [
        (
            film.id,
            _details(
                film, titles[film.id], dict(credits_[film.id]), texts[film.id], pictures.get(film.id), language=language
            ),
        )
        for film in films
    ]


def _details(
    film: Film,
    titles: dict[str, str],
    credits_: dict[str, list[str]],
    texts: dict[str, FilmText],
    picture: FilmPicture | None,
    *,
    language: str,
) -> FilmDetails:
    named = {tag: title for tag, title in titles.items() if tag != "und"}
    return FilmDetails(
        title=named.get(language, film.original_title),
        titles=named,
        credits=credits_,
        texts=texts,
        picture=picture,
        **film.model_dump(include=_FILM_COLUMNS),
    )


def _picture(stored: film_picture.FilmPicture) -> FilmPicture:
    shape = (stored.picture, stored.width, stored.height, tuple(stored.widths))
    return FilmPicture(*shape, stored.described, stored.credit, stored.licence)
