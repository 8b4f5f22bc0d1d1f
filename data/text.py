"""Text from outside, made harmless to show, comparable, and fit for an address bar."""

import re
import unicodedata

from anyascii import anyascii

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain_text(text: str) -> str:
    """Make text safe to show: NFC, without control and direction-changing characters, white space folded.

    Direction overrides (Unicode category Cf, UAX #9) can make a line read as another one; the two joiners that
    scripts need for spelling (ZWJ, ZWNJ) stay.
    """
    kept = (
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace() or character in "\u200c\u200d" or unicodedata.category(character) not in ("Cc", "Cf")
    )
    return " ".join("".join(kept).split())


def folded(text: str) -> str:
    """Reduce text to what is compared: without case, accents and surplus white space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def slug_of(text: str) -> str:
    """Spell a name for an address bar: `Hackesche Höfe` becomes `hackesche-hoefe`; empty where nothing is left."""
    german = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    return re.sub(r"[^a-z0-9]+", "-", anyascii(german).casefold()).strip("-")[:80].rstrip("-")
