"""Who is signed in, and where: one row a browser."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class StaffSession(SQLModel, table=True):
    """A browser that somebody signed in with, by the SHA-256 of what its cookie holds; ended, it is gone.

    `device` is what the browser calls itself, in two words. `seen_at` is exact to the hour. It counts until
    `expires_at`, however much it is used, and ends before that where it is not.
    """

    __tablename__ = "staff_session"

    id: int = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    sha256: str = Field(unique=True)
    device: str
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    seen_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
