"""Links that came from outside: only those that a page can show without running anything."""

from urllib.parse import urlsplit

LONGEST = 2000


def is_web_link(text: str) -> bool:
    """Say whether a text is a whole http(s) address of at most 2,000 characters that stays in its place."""
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return is_web and len(text) <= LONGEST and not any(sign.isspace() or sign in "\"'<>\\`" for sign in text)
