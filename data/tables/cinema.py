"""A cinema: a place with coordinates, an address, a time zone, screens and access facts."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Cinema(SQLModel, table=True):
    """One house. `wheelchair` is `yes`, `limited`, `no` or null (unknown); `country` is ISO 3166 alpha-2.

    `wikidata` (`Q13142736`) and `osm_id` (`node/123`) are what others know it by; `has_hearing_loop` is null where
    nobody said, `advertising_minutes` where it is as usual.
    """

    # Of one that was merged and may be parted again, SQLite would give the number to another.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str
    lat: float
    lon: float
    time_zone: str
    website: str | None = None
    screens: int | None = None
    wheelchair: str | None = None
    has_hearing_loop: bool | None = None
    advertising_minutes: int | None = None
    is_outdoor: bool = False
    is_drive_in: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    operator: str | None = None
    wikidata: str | None = None
    osm_id: str | None = None
