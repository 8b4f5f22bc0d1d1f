"""cinetixx's XML feed: ShowInfo with a Show a screening."""

from xml.etree.ElementTree import Element

from data.schedules.readers.feed import sheet_of
from data.schedules.readers.fields import Fields
from data.schedules.readers.xml_records import elements_named, record_of
from data.schedules.sheet import Row, Sheet

NAME = "cinetixx-xml"
COLUMNS = {
    "date": "SHOW_BEGINNING",
    "title": "VERANSTALTUNGSTITEL",
    "version": "SPRACHVERSION",
    "format": "FLAG_3D",
    "auditorium": "SAAL",
    "booking_url": "BOOKING_LINK",
    "source_id": "SHOW_ID",
    "cinema": "KINO",
}


def is_cinetixx_xml(root: Element) -> bool:
    """Say whether a document is such a feed."""
    show = next(elements_named(root, "Show"), None)
    return show is not None and bool({"SHOW_BEGINNING", "VERANSTALTUNGSTITEL"} & record_of(show).keys())


def read_cinetixx_xml(root: Element) -> Sheet:
    """Read the shows. Raises FileUnreadableError where there are none."""
    return sheet_of(NAME, COLUMNS, ((record_of(show),) for show in elements_named(root, "Show")), _row)


def _row(show: Fields) -> Row:
    # The version says more than the language, and "OmU, Englisch" would be two things at once.
    version, language = show.text("SPRACHVERSION"), show.text("LANGUAGE")
    return Row(
        number=show.number,
        date=show.text("SHOW_BEGINNING"),
        title=show.text("VERANSTALTUNGSTITEL"),
        version=version or language,
        format="3D" if show.flag("FLAG_3D") else "",
        auditorium=show.text("SAAL"),
        booking_url=show.text("BOOKING_LINK"),
        source_id=show.text("SHOW_ID", "SHOWID", "ID"),
        cinema=show.text("KINO"),
    )
