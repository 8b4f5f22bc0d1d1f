"""Whether a screening takes place, in the words of sheets."""

import re
from typing import NamedTuple

from data.text import folded

CANCELLED = "cancelled"
STATUSES = {
    "scheduled": ("scheduled", "confirmed"),
    "sold-out": (
        *("sold-out", "sold out", "soldout", "ausverkauft", "ausgebucht", "complet", "esaurito", "agotado"),
        *("uitverkocht", "wyprzedane", "vyprodano"),
    ),
    CANCELLED: (
        *("cancelled", "canceled", "abgesagt", "fallt aus", "fallt leider aus", "entfallt", "entfallen", "annule"),
        *("annullato", "cancelado", "geannuleerd", "afgelast", "odwolane", "odwołane", "zruseno"),
    ),
}
_STATUS_BY_WORD = {word: status for status, words in STATUSES.items() for word in words}
_SAID = re.compile(rf"\b(?:{'|'.join(sorted(_STATUS_BY_WORD, key=len, reverse=True))})\b")
_FILLERS = frozenset({"leider", "heute", "schon", "bereits", "already", "sorry", "deja"})
_SIGNS = "!.,;:-–—()[]*"
# Beside these, it is not quite so.
_DOUBT = re.compile(
    r"\b(?:nicht|kein\w*|fast|bald|beinahe|nahezu|not|never|almost|nearly|soon|presque|pas|quasi|casi|bijna)\b|\?"
)


class Said(NamedTuple):
    """A status that a text says, and what else stands there."""

    status: str
    rest: str


def read_status(text: str) -> str | None:
    """Read a status, also amid other words: `leider ausverkauft!`; null where the text says none for sure."""
    said = find_status(text)
    return said.status if said else None


def find_status(text: str) -> Said | None:
    """Find the status in a text, the worst of several; null where it says none for sure."""
    plain = folded(text).replace("_", " ")
    found = list(_SAID.finditer(plain))
    if not found or _DOUBT.search(plain):
        return None
    worst, *_ = sorted({_STATUS_BY_WORD[one.group()] for one in found}, key=tuple(STATUSES).index, reverse=True)
    said = {word for one in found for word in one.group().split()}
    rest = " ".join(word for word in text.split() if folded(word).strip(_SIGNS) not in said | _FILLERS)
    return Said(worst, "" if _SAID.search(folded(rest)) else rest)


def worse_status(one: str, other: str) -> str:
    """Give that of two statuses with which fewer people get in: a promise of a seat that is none is a wasted trip."""
    return max(one, other, key=tuple(STATUSES).index)
