"""How often another site's pages used the widget on a day."""

from datetime import date

from sqlmodel import Field, SQLModel


class SiteUse(SQLModel, table=True):
    """Numbers of a site and a day (UTC): how often its pages loaded the widget or a frame, and how often they asked."""

    __tablename__ = "site_use"

    used_on: date = Field(primary_key=True)
    site: str = Field(primary_key=True)
    loads: int = 0
    questions: int = 0
