"""Whether the words for a place name a cinema or one of its auditoriums."""

import re

_HALL = re.compile(
    r"\b(?:kino|screen|auditorium|salle|sala|studio|hall|theat(?:er|re)|cinema)\s*\d+\b|\w*saal\b|\bleinwand\b",
    re.IGNORECASE,
)


def place_of(text: str) -> tuple[str, str]:
    """Give the cinema and the auditorium that a place names, each empty where it does not.

    The first of several parts is the place, the others are its address: `Cineding, Karl-Heine-Straße 83, Leipzig`. A
    part with numbers that is no auditorium is an address too.
    """
    parts = [part.strip() for part in text.replace("\n", ",").split(",") if part.strip()]
    hall = next((part for part in parts if _HALL.search(part)), "")
    first = parts[0] if parts else ""
    is_name = first != hall and not any(sign.isdigit() for sign in first)
    return first if is_name else "", hall
