"""Spreadsheets are zip files: what they would unpack to is looked at before anybody unpacks them."""

import io
from zipfile import ZipFile

from data.errors import FileUnreadableError
from data.sentence import Sentence

# A spreadsheet of 50,000 rows unpacks to some 30 MB, in a dozen parts, at a twentieth of its size.
MOST_PARTS = 2_000
MOST_UNPACKED_BYTES = 250_000_000
MOST_TIMES_LARGER = 250
_ENCRYPTED = 0x1


def opened_zip(content: bytes) -> ZipFile:
    """Open a zip file that is safe to unpack: of no part is more read than it declares.

    Raises FileUnreadableError for what is encrypted, or unpacks to far more than a schedule can be, and zipfile's own
    errors for what is broken.
    """
    box = ZipFile(io.BytesIO(content))
    parts = box.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileUnreadableError(Sentence("The file is protected by a password. Save it without one."))
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED_BYTES, MOST_TIMES_LARGER * len(content)):
        raise FileUnreadableError(
            Sentence(
                "The file unpacks to {size:,} MB in {parts:,} parts: that is no table. "
                "Save only the worksheet that matters, or export it as CSV.",
                size=unpacked // 1_000_000,
                parts=len(parts),
            )
        )
    return box
