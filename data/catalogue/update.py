"""A stored row learns what a file tells."""

from collections.abc import Mapping

from sqlmodel import SQLModel


def update(stored: SQLModel, told: Mapping[str, object]) -> bool:
    """Let a row be what is told, and stay what is not (null tells nothing); say whether that changed it."""
    news = {name: value for name, value in told.items() if value is not None and value != getattr(stored, name)}
    for name, value in news.items():
        setattr(stored, name, value)
    return bool(news)
