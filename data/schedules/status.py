"""Whether a screening takes place, in the words of sheets."""

from data.text import folded

STATUSES = {
    "scheduled": ("scheduled", "confirmed"),
    "sold-out": ("sold-out", "sold out", "ausverkauft"),
    "cancelled": ("cancelled", "canceled", "abgesagt", "fallt aus"),
}
_STATUS_BY_WORD = {word: status for status, words in STATUSES.items() for word in words}


def read_status(text: str) -> str | None:
    """Read a status; null where the text is none."""
    return _STATUS_BY_WORD.get(folded(text))
