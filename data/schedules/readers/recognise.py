"""Which reader a file is for: its content says so, never its name."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from data.no_table import refuse_no_table
from data.schedules.readers.ical import is_ical, read_ical
from data.schedules.readers.json_document import is_json_document, read_json_document
from data.schedules.readers.page import is_page, read_page
from data.schedules.readers.workbook import read_workbook
from data.schedules.readers.xml_document import is_xml_document, read_xml_document
from data.schedules.sheet import Sheet


class Reader(NamedTuple):
    """Who reads a kind of file: `is_mine` says of the bytes whether they are one, `read` raises FileUnreadableError."""

    is_mine: Callable[[bytes], bool]
    read: Callable[[bytes], Sheet]


# The first that knows a file reads it; whatever nobody knows is a table, or nothing that we can read.
READERS: tuple[Reader, ...] = (
    Reader(is_ical, read_ical),
    Reader(is_page, read_page),
    Reader(is_xml_document, read_xml_document),
    Reader(is_json_document, read_json_document),
)


def read_schedule(content: bytes, today: date) -> Sheet:
    """Read a schedule in whichever format it is. Raises FileUnreadableError, with a sentence that says what to do.

    `today` is the day that it is at the cinema: a week that a table names without its year is the one nearest to it.
    """
    refuse_no_table(content)
    for reader in READERS:
        if reader.is_mine(content):
            return reader.read(content)
    return read_workbook(content, today)
