"""Bytes become text, in the encodings that cinemas' programs write."""

import codecs

from data.errors import FileUnreadableError

MOST_BYTES = 20_000_000


def decode(content: bytes) -> str:
    """Decode UTF-8, UTF-16 with its mark, or else Windows-1252.

    Raises FileUnreadableError for what is empty, too large, or no text.
    """
    if not content.strip():
        raise FileUnreadableError("The file is empty. Export the programme once more.")
    if len(content) > MOST_BYTES:
        raise FileUnreadableError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Send one cinema's programme.")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "windows-1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileUnreadableError("The file is no text. Export the programme as CSV.")
