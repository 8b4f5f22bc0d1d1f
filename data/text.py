"""Text from outside, made harmless to show, comparable, and fit for an address bar."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

from anyascii import anyascii

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain_text(text: str) -> str:
    """Make text safe to show and store: NFC, without hidden characters, white space folded.

    Hidden are control characters, lone halves of surrogate pairs, and direction overrides and their kin (Unicode
    category Cf, UAX #9), which can make a line read as another one; the two joiners that scripts need for spelling
    (ZWJ, ZWNJ) stay.
    """
    kept = text if text.isprintable() else "".join(character for character in text if not _is_hidden(character))
    # Only now: without a hidden character between them, a letter and its accent become one.
    return " ".join(unicodedata.normalize("NFC", kept).split())


def plain_paragraphs(text: str) -> str:
    """Make long text safe like plain_text, but keep its lines, and one blank line between paragraphs."""
    lines = "\n".join(plain_text(line) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def has_hidden_characters(text: str) -> bool:
    """Say whether plain_text would take out more than white space."""
    # Of what Python calls printable, nothing is hidden: most text needs no look at each character.
    return not text.isprintable() and any(_is_hidden(character) for character in text)


def _is_hidden(character: str) -> bool:
    if character.isspace() or character in "\u200c\u200d":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


def folded(text: str) -> str:
    """Reduce text to what is compared: without case, accents and surplus white space."""
    if text.isascii():
        return " ".join(text.lower().split())
    # Case goes twice, as in Unicode's NFKC_Casefold: taking signs apart ("℡") can bring capitals back.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def slug_of(text: str) -> str:
    """Spell a name for an address bar: `Hackesche Höfe` becomes `hackesche-hoefe`; empty where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(umlauts_spelled(text)).casefold()).strip("-")[:80].rstrip("-")


def umlauts_spelled(text: str) -> str:
    """Write text small, its umlauts as typewriters do: `Höfe` becomes `hoefe`."""
    return unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Give the slug wanted, or with the first number that makes it free: `odeon`, `odeon-2`, `odeon-3`."""
    if wanted not in taken:
        return wanted
    return next(slug for number in count(2) if (slug := f"{wanted}-{number}") not in taken)
