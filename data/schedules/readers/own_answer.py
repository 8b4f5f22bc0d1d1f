"""What our own API gives out: showtimes near, or the screenings of a cinema, as JSON."""

from collections.abc import Iterator, Mapping

from data.own_id import own_id_of
from data.schedules.readers.feed import Chain, sheet_of
from data.schedules.readers.fields import NOTHING, Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.sheet import FILM_UNKNOWN, Row, Sheet
from data.sentence import Sentence
from data.versions.version import UNKNOWN_LANGUAGE, Version

NAME = "kinonah"
COLUMNS = {
    "date": "starts_at",
    "business_date": "programme_on",
    "title": "films",
    "version": "version",
    "format": "formats",
    "auditorium": "auditorium",
    "booking_url": "booking_url",
    "status": "status",
    "source_id": "id",
    "cinema": "cinema",
}
_NO_FILM = Sentence("The file says nothing about this film. Take the whole answer, with its films.")


def is_own_answer(tree: Json) -> bool:
    """Say whether a document is an answer of ours."""
    return isinstance(tree, dict) and any("screenings" in one or "screening" in one for one in _cinemas(tree))


def read_own_answer(tree: Json) -> Sheet:
    """Read the screenings. Raises FileUnreadableError where there are none."""
    document = tree if isinstance(tree, dict) else {}
    films, versions = _record(document, "films"), _record(document, "versions")

    def row(cinema: Fields, screening: Fields) -> Row:
        return _row(cinema, screening, films, versions)

    return sheet_of(NAME, COLUMNS, _shows(document), row)


def _record(document: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    value = document.get(name)
    return value if isinstance(value, dict) else NOTHING


def _cinemas(document: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    """Give the cinemas with their screenings: a list of them, or the one that the answer is of."""
    return records(document.get("cinemas")) or [document]


def _shows(document: Mapping[str, Json]) -> Iterator[Chain]:
    for one in _cinemas(document):
        cinema = one.get("cinema")
        for screening in listed(one.get("screenings", one.get("screening"))):
            yield (cinema if isinstance(cinema, dict) else {"slug": cinema}, screening)


def _row(cinema: Fields, screening: Fields, films: Mapping[str, Json], versions: Mapping[str, Json]) -> Row:
    version = versions.get(screening.text("version"))
    said = Fields(screening.number, version if isinstance(version, dict) else NOTHING, screening.problems)
    number = screening.key("id")
    return Row(
        number=screening.number,
        date=screening.key("starts_at"),
        business_date=screening.key("programme_on"),
        title=_title(screening, films),
        version=said.text("label"),
        version_said=_version(said),
        format=" ".join(screening.words("formats")),
        auditorium=screening.text("auditorium"),
        booking_url=screening.text("booking_url"),
        status=screening.text("status"),
        source_id=own_id_of(number) if number else "",
        cinema=cinema.text("slug") or cinema.text("name"),
    )


def _title(screening: Fields, films: Mapping[str, Json]) -> str:
    slugs = screening.words("films")
    titles = []
    for slug in slugs:
        film = films.get(slug)
        facts = Fields(screening.number, film if isinstance(film, dict) else NOTHING, screening.problems)
        title, year = facts.text("title"), facts.key("year")
        if not title:
            screening.bar(FILM_UNKNOWN, "films", _NO_FILM)
        titles.append(f"{title} ({year})" if year else title)
    return " + ".join(titles) if all(titles) and titles else screening.text("title")


def _version(said: Fields) -> Version | None:
    if not said.values:
        return None
    return Version(
        audio=said.words("audio") or (UNKNOWN_LANGUAGE,),
        is_original=said.flag("is_original"),
        subtitles=None if said.values.get("subtitles") is None else said.words("subtitles"),
        captions=bool(said.flag("captions")),
        audio_description=bool(said.flag("audio_description")),
    )
