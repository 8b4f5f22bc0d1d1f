"""Whether a screening takes place, in the words of sheets."""

from data.text import folded

CANCELLED = "cancelled"
STATUSES = {
    "scheduled": ("scheduled",),
    "sold-out": ("sold-out", "sold out", "ausverkauft"),
    CANCELLED: ("cancelled", "canceled", "abgesagt", "fallt aus"),
}
_STATUS_BY_WORD = {word: status for status, words in STATUSES.items() for word in words}


def read_status(text: str) -> str | None:
    """Read a status; null where the text is none."""
    return _STATUS_BY_WORD.get(folded(text))


def worse_status(one: str, other: str) -> str:
    """Give that of two statuses with which fewer people get in: a promise of a seat that is none is a wasted trip."""
    return max(one, other, key=tuple(STATUSES).index)
