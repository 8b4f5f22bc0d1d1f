"""Which reader a list of cinemas is for: its content says so, never its name."""

from data.catalogue.readers.geojson import is_geojson, read_geojson
from data.catalogue.readers.json_records import read_json_records
from data.catalogue.readers.overpass import is_overpass, read_overpass
from data.catalogue.readers.table import read_table
from data.catalogue.sheet import MOST_ROWS, Sheet
from data.csv_records import too_many_rows
from data.errors import FileUnreadableError
from data.no_table import refuse_no_table
from data.schedules.readers.json_document import is_json_document, parse_document
from data.schedules.readers.json_text import Json
from data.schedules.readers.page import is_page
from data.schedules.readers.xml_document import is_xml_document


def read_cinemas(content: bytes) -> Sheet:
    """Read a list of cinemas in whichever format it is. Raises FileUnreadableError, with what to do."""
    refuse_no_table(content)
    if is_page(content):
        raise FileUnreadableError(
            "This is a web page, not the data behind it: perhaps a saved error page. Download the file itself."
        )
    if is_xml_document(content):
        raise FileUnreadableError(
            "This is XML, which is not read here. Export it as GeoJSON or JSON (Overpass: [out:json]) or CSV."
        )
    sheet = _read_tree(parse_document(content)) if is_json_document(content) else read_table(content)
    if len(sheet.rows) > MOST_ROWS:
        raise too_many_rows(MOST_ROWS)
    return sheet


def _read_tree(tree: Json) -> Sheet:
    if is_overpass(tree):
        return read_overpass(tree)
    return read_geojson(tree) if is_geojson(tree) else read_json_records(tree)
