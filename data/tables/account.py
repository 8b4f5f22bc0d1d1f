"""Who works for cinemas: accounts, the cinemas whose staff they are, and the tokens that their programs carry."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Account(SQLModel, table=True):
    """A person, by an e-mail address in small letters; without a `password_hash` nobody signs in with it.

    An editor looks after films and reviews; an administrator decides who does what.
    """

    id: int = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    password_hash: str | None = None
    is_editor: bool = False
    is_administrator: bool = False


class Membership(SQLModel, table=True):
    """A cinema whose staff an account belongs to."""

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")


class Token(SQLModel, table=True):
    """A token, as far as we know it: how it begins, by which it is found and named, and the SHA-256 of all of it.

    `last_used_at` is exact to the hour. It is refused from `expires_at` on, or once it has a `revoked_at`.
    """

    id: int = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    prefix: str = Field(unique=True)
    sha256: str
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    last_used_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))


class TokenCinema(SQLModel, table=True):
    """A cinema that a token is for."""

    __tablename__ = "token_cinema"

    token_id: int = Field(foreign_key="token.id", primary_key=True, ondelete="CASCADE")
    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
