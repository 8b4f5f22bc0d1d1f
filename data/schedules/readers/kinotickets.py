"""kinotickets.express: cinemas with their films, and these with their performances; JSON or JavaScript."""

from collections.abc import Iterator, Sequence

from data.schedules.readers.feed import Chain, sheet_of
from data.schedules.readers.fields import Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.sheet import Row, Sheet
from data.versions.version import Version

NAME = "kinotickets"
COLUMNS = {
    "date": "starts_at",
    "title": "title",
    "version": "is_original_version",
    "format": "is_3d",
    "booking_url": "ticketshop_link",
    "source_id": "id",
    "cinema": "name",
}
_FORMATS = {"is_3d": "3D", "is_4k": "4K", "is_hrf": "HFR", "is_hfr": "HFR"}
_ORIGINAL = Version(is_original=True, subtitles=())
# The vendor sells in Germany: that is the language of its subtitles.
_SUBTITLED = Version(is_original=True, subtitles=("de",))


def is_kinotickets(tree: Json) -> bool:
    """Say whether a document is such an export."""
    return isinstance(tree, dict) and any("films" in cinema for cinema in records(tree.get("cinemas")))


def read_kinotickets(tree: Json) -> Sheet:
    """Read the export. Raises FileUnreadableError where it has no performances."""
    cinemas = listed(tree["cinemas"]) if isinstance(tree, dict) else []
    return sheet_of(NAME, COLUMNS, _shows(cinemas), _row if len(cinemas) < 2 else _row_of_several)


def _shows(cinemas: Sequence[Json]) -> Iterator[Chain]:
    for cinema in cinemas:
        if not isinstance(cinema, dict):
            yield ({}, {}, cinema)
            continue
        for film in listed(cinema.get("films")):
            performances = listed(film.get("performances")) if isinstance(film, dict) else [film]
            for performance in performances:
                yield (cinema, film if isinstance(film, dict) else {}, performance)


def _row(cinema: Fields, film: Fields, performance: Fields, house: str = "") -> Row:
    return Row(
        number=performance.number,
        date=performance.key("starts_at"),
        # Cut at 50 characters; the matching of titles knows how to read that.
        title=film.text("title"),
        version_said=_version(film),
        format=" ".join(dict.fromkeys(sign for name, sign in _FORMATS.items() if film.flag(name))),
        booking_url=performance.text("ticketshop_link"),
        source_id=performance.key("id"),
        cinema=cinema.text("name") or house,
    )


def _row_of_several(cinema: Fields, film: Fields, performance: Fields) -> Row:
    # Where several houses have no names, their numbers keep them apart.
    return _row(cinema, film, performance, house=cinema.key("id"))


def _version(film: Fields) -> Version | None:
    is_original, is_subtitled = film.flag("is_original_version"), film.flag("is_original_version_with_subtitles")
    if is_subtitled:
        return _SUBTITLED
    # Neither says nothing: a film dubbed, or one in the language of the country.
    return _ORIGINAL if is_original else None
