"""TaPoS's XML feed: films with their codes, and performances that name a film by its code."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from data.schedules.readers.feed import Chain, sheet_of, title_of
from data.schedules.readers.fields import NOTHING, Fields
from data.schedules.readers.xml_records import elements_named, record_of
from data.schedules.sheet import Row, Sheet

NAME = "tapos"
COLUMNS = {
    "date": "PerformDate",
    "time": "StartTime",
    "title": "FilmTitle",
    "auditorium": "Screen",
    "booking_url": "BookingURL",
    "source_id": "Code",
    "status": "SoldOut",
}


def is_tapos(root: Element) -> bool:
    """Say whether a document is such a feed."""
    performance = next(elements_named(root, "Performance"), None)
    return performance is not None and bool({"PerformDate", "FilmCode"} & record_of(performance).keys())


def read_tapos(root: Element) -> Sheet:
    """Read the performances. Raises FileUnreadableError where there are none."""
    return sheet_of(NAME, COLUMNS, _shows(root), _row)


def _shows(root: Element) -> Iterator[Chain]:
    films = {str(film.get("Code", "")): film for film in map(record_of, elements_named(root, "Film"))}
    for performance in map(record_of, elements_named(root, "Performance")):
        yield (films.get(str(performance.get("FilmCode")), NOTHING), performance)


def _row(film: Fields, performance: Fields) -> Row:
    is_sold_out = performance.flag("SoldOut") if performance.values.get("SoldOut") else None
    return Row(
        number=performance.number,
        date=performance.text("PerformDate"),
        time=performance.text("StartTime"),
        title=title_of(performance, film, ("FilmTitle", "Title"), ("FilmCode",)),
        auditorium=performance.text("Screen"),
        booking_url=performance.text("BookingURL"),
        status="" if is_sold_out is None else "sold out" if is_sold_out else "scheduled",
        source_id=performance.text("Code", "PerformanceCode", "ID"),
    )
