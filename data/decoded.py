"""Bytes become text, in whichever encoding a cinema's program wrote them; nothing is lost on the way."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from data.errors import FileUnreadableError
from data.sentence import Sentence

MOST_BYTES = 20_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = "windows-1252"
# What else programs without Unicode write: Central Europe, DOS, Macintosh, Cyrillic, Greek, Turkish, Baltic.
_LEGACY = ["cp1252", "cp1250", "iso8859_2", "cp850", "mac_roman", "cp1251", "cp1253", "cp1254", "cp1257"]
# The letters and signs of the languages that Windows-1252 was made for: text of nothing else is in it.
_WESTERN_SIGNS = frozenset("äöüÄÖÜßéÉèÈêàÀâçÇëïîôœûùñÑáíóúÁÍÓÚ¿¡òìåÅøØæÆ–—„“”‚‘’…«»°·•€´§×½© ®‐")
# Japanese is known by its syllables; bytes of another language would make narrow ones of them.
_KANA, _NARROW_KANA = re.compile("[\u3041-\u30fa]"), re.compile("[\uff61-\uff9f]")
# No more is looked at to guess an encoding.
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; `guessed` names its encoding where it could be another one.

    `odd_lines` (the first is 1) are in Windows-1252 while the rest is UTF-8.
    """

    text: str
    guessed: str | None = None
    odd_lines: frozenset[int] = frozenset()


_NO_TEXT = Decoded("\0")


def decode(content: bytes) -> str:
    """Decode a file. Raises FileUnreadableError for what is empty, too large, or no text."""
    return decoded(content).text


def decoded(content: bytes) -> Decoded:
    """Decode a file, and say what is doubtful about that. Raises FileUnreadableError as `decode` does."""
    if not content.strip():
        raise FileUnreadableError(Sentence("The file is empty. Export it once more."))
    if len(content) > MOST_BYTES:
        raise too_large()
    found = _by_its_mark(content) or _wide(content) or _utf8(content) or _mixed(content) or _legacy(content)
    if found is None or "\0" in found.text:
        raise FileUnreadableError(Sentence("The file is no text. Export it as CSV."))
    return found


def too_large() -> FileUnreadableError:
    """Say that a file has too many bytes, whatever they are."""
    return FileUnreadableError(Sentence("The file is larger than {most} MB. Split it.", most=MOST_BYTES // 1_000_000))


def _by_its_mark(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _text(content, encoding)
            return None if text is None else Decoded(text)
    return None


def _wide(content: bytes) -> Decoded | None:
    """Read UTF-16 without its mark: in most scripts of cinemas, every other byte of it is zero."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _NO_TEXT
    half = len(content) // 2
    for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if len(content) % 2 == 0 and zeros.count(0) > half * 0.6 and (text := _text(content, encoding)) is not None:
            return Decoded(text)
    return None


def _utf8(content: bytes) -> Decoded | None:
    text = _text(content, "utf-8")
    return None if text is None else Decoded(text)


def _mixed(content: bytes) -> Decoded | None:
    """Read UTF-8 into which lines of another program were pasted; null where no line proves that it is UTF-8."""
    lines = content.removeprefix(codecs.BOM_UTF8).split(b"\n")
    read = [_text(line, "utf-8") for line in lines]
    if not any(text is not None and not text.isascii() for text in read):
        return None
    odd = frozenset(number for number, text in enumerate(read, start=1) if text is None)
    pieces = [_text(line, WESTERN) if text is None else text for line, text in zip(lines, read, strict=True)]
    if None in pieces:
        return None
    return Decoded("\n".join(piece for piece in pieces if piece is not None), odd_lines=odd)


def _legacy(content: bytes) -> Decoded | None:
    western = _text(content, WESTERN)
    if western is not None and all(sign in _WESTERN_SIGNS for sign in set(western) if not sign.isascii()):
        return Decoded(western)
    japanese = _text(content, "cp932")
    if japanese is not None and _KANA.search(japanese) and not _NARROW_KANA.search(japanese):
        return Decoded(japanese, guessed="cp932")
    best = from_bytes(_telling(content), cp_isolation=_LEGACY).best()
    if best is not None and (text := _text(content, best.encoding)) is not None:
        return Decoded(text, guessed=best.encoding)
    return None if western is None else Decoded(western, guessed=WESTERN)


def _telling(content: bytes) -> bytes:
    """Give the lines that tell one encoding from another, as many as are needed."""
    return b"\n".join(line for line in content.splitlines() if not line.isascii())[:_SAMPLE]


def _text(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
