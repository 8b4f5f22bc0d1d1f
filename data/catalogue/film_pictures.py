"""A film's picture is put in its place, described anew, or taken away; never without credit and licence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from data.catalogue.picture_file import ReadyPicture
from data.errors import DataError, UnknownFilmError
from data.tables.change_log import log_change
from data.tables.film import Film
from data.tables.film_picture import FilmPicture, PictureFile
from data.text import plain_text

LONGEST = 300


class PictureWordsError(DataError):
    """What has to stand beside a picture is missing, or too long; `field` names it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Who made a picture, who may show it, and by language what is seen on it."""

    credit: str
    licence: str
    described: Mapping[str, str]

    @classmethod
    def of(cls, credit: str, licence: str, described: Mapping[str, str]) -> "PictureWords":
        """Take words in as somebody wrote them. Raises PictureWordsError."""
        said = {"credit": credit, "licence": licence} | {f"described_{tag}": words for tag, words in described.items()}
        plain = {field: plain_text(words) for field, words in said.items()}
        for field, words in plain.items():
            if len(words) > LONGEST:
                raise PictureWordsError(field, f"At most {LONGEST} characters.")
        for field in ("credit", "licence"):
            if not plain[field]:
                raise PictureWordsError(field, "Say who made the picture, and under which licence we may show it.")
        seen = {tag: words for tag in described if (words := plain[f"described_{tag}"])}
        if not seen:
            raise PictureWordsError("described", "Say what is seen on the picture, for those who do not see it.")
        return cls(plain["credit"], plain["licence"], seen)


def put_picture(session: Session, slug: str, ready: ReadyPicture, words: PictureWords, *, now: datetime) -> None:
    """Show a picture of a film, in place of the one that there was. Raises UnknownFilmError."""
    film_id = _film_id(session, slug)
    before = session.get(FilmPicture, film_id)
    if before is not None and before.picture != ready.name:
        _remove(session, before)
    if not session.exec(select(PictureFile.width).where(PictureFile.picture == ready.name).limit(1)).first():
        session.add_all(
            PictureFile(picture=ready.name, width=one.width, format=one.format, content=one.content)
            for one in ready.files
        )
    session.merge(
        FilmPicture(
            film_id=film_id,
            picture=ready.name,
            width=ready.width,
            height=ready.height,
            widths=ready.widths,
            described=dict(words.described),
            credit=words.credit,
            licence=words.licence,
        )
    )
    log_change(session, now=now, kind="films", film_ids=[film_id])


def describe_picture(session: Session, slug: str, words: PictureWords, *, now: datetime) -> None:
    """Change what stands beside a film's picture; harmless where there is none. Raises UnknownFilmError."""
    picture = session.get(FilmPicture, _film_id(session, slug))
    if picture is not None:
        picture.credit, picture.licence, picture.described = words.credit, words.licence, dict(words.described)
        session.add(picture)
        log_change(session, now=now, kind="films", film_ids=[picture.film_id])


def remove_picture(session: Session, slug: str, *, now: datetime) -> None:
    """Show a film's picture no more; harmless where there is none. Raises UnknownFilmError."""
    picture = session.get(FilmPicture, _film_id(session, slug))
    if picture is not None:
        _remove(session, picture)
        log_change(session, now=now, kind="films", film_ids=[picture.film_id])


def picture_of(session: Session, slug: str) -> FilmPicture | None:
    """Give what is known of a film's picture; null where it has none."""
    query = select(FilmPicture).join(Film, col(Film.id) == FilmPicture.film_id)
    return session.exec(query.where(Film.slug == slug)).first()


def picture_file(session: Session, picture: str, width: int, file_format: str) -> bytes | None:
    """Give a picture in one width and format; null where there is none."""
    file = session.get(PictureFile, (picture, width, file_format))
    return file.content if file else None


def _film_id(session: Session, slug: str) -> int:
    film_id = session.exec(select(Film.id).where(Film.slug == slug)).first()
    if film_id is None:
        raise UnknownFilmError(slug)
    return film_id


def _remove(session: Session, picture: FilmPicture) -> None:
    """Delete a picture, and its files where no other film shows the same one."""
    session.delete(picture)
    session.flush()
    if not session.exec(select(FilmPicture.film_id).where(FilmPicture.picture == picture.picture)).first():
        session.exec(delete(PictureFile).where(col(PictureFile.picture) == picture.picture))
