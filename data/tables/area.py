"""An area: a district or another polygon that has a name."""

from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class Area(SQLModel, table=True):
    """A named polygon. `geometry` is a GeoJSON Polygon or MultiPolygon (WGS 84), valid and split at the date line.

    `kind` is `district`, `neighbourhood` or another such word; `aliases` are other names; `origin` is `import`, or
    `demo` for the outlines that we drew.
    """

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    kind: str
    geometry: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    aliases: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    origin: str = "import"
