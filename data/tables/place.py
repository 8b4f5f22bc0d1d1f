"""A place that a file named, so that people may type it: a postcode, a neighbourhood, a station."""

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class KnownPlace(SQLModel, table=True):
    """One place (geo.place says what the columns mean); `source_key` says by whom it is named, and as what."""

    __tablename__ = "place"

    id: int = Field(default=None, primary_key=True)
    source_key: str = Field(unique=True)
    name: str
    kind: str
    aliases: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    context: str = ""
    lat: float
    lon: float
    accuracy_m: float
    weight: float
