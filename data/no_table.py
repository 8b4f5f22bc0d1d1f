"""Files that hold no table which anybody could read: known by how they begin."""

from data.errors import FileUnreadableError
from data.sentence import Sentence

_PICTURE = Sentence("This is a picture. Export the table as CSV or Excel; a picture of a table cannot be read.")
_NO_TABLES = (
    (b"%PDF", Sentence("This is a PDF. Export its table as CSV or Excel instead.")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", _PICTURE),
    (
        b"\xd0\xcf\x11\xe0",
        Sentence("This is an old Office file (.xls, .doc), or has a password. Save it as .xlsx or as CSV."),
    ),
    (b"{\\rtf", Sentence("This is a text document. Put the table into a spreadsheet, or save it as CSV.")),
)


def refuse_no_table(content: bytes) -> None:
    """Raise FileUnreadableError for a picture, a PDF and the like, with a sentence that says what to do."""
    for beginning, sentence in _NO_TABLES:
        if content.startswith(beginning):
            raise FileUnreadableError(sentence)
