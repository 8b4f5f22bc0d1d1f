"""A slug that is free."""

from collections.abc import Container
from itertools import count


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Give the slug wanted, or with the first number that makes it free: `odeon`, `odeon-2`, `odeon-3`."""
    if wanted not in taken:
        return wanted
    return next(slug for number in count(2) if (slug := f"{wanted}-{number}") not in taken)
