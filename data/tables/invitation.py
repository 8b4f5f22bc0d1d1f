"""Links that let somebody in once: to begin, or after a password was forgotten."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Invitation(SQLModel, table=True):
    """A link for an e-mail address, as far as we know it: the SHA-256 of the secret in it.

    `purpose` is `invitation`, which gives what it names, or `reset`, which gives a new password. It counts until
    `expires_at`, and once: `used_at` says when. `invited_by` is an e-mail address, or whatever else invited.
    """

    id: int = Field(default=None, primary_key=True)
    purpose: str
    email: str = Field(index=True)
    sha256: str = Field(unique=True)
    is_editor: bool = False
    is_administrator: bool = False
    invited_by: str
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    used_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))


class InvitationCinema(SQLModel, table=True):
    """A cinema whose staff an invitation makes one."""

    __tablename__ = "invitation_cinema"

    invitation_id: int = Field(foreign_key="invitation.id", primary_key=True, ondelete="CASCADE")
    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
