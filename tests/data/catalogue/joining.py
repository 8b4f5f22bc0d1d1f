"""Two houses or films become one, and two again: as an editor does it, an hour later."""

from datetime import timedelta

from sqlalchemy import Engine

from data.catalogue.merge import MergeReport, merge_cinemas, merge_films
from data.catalogue.unmerge import PartReport, unmerge_cinemas, unmerge_films
from data.schedules.stored import cinema_of
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from tests.data.factories import NOW

LATER = NOW + timedelta(hours=1)


def merge(engine: Engine, kept: str, merged: str) -> MergeReport:
    with writing(engine) as session:
        return merge_cinemas(session, kept, merged, now=LATER, by="editor")


def part(engine: Engine, merged: str) -> PartReport:
    with writing(engine) as session:
        return unmerge_cinemas(session, merged, now=LATER, by="editor")


def join(engine: Engine, kept: str, merged: str) -> MergeReport:
    with writing(engine) as session:
        return merge_films(session, kept, merged, now=LATER, by="editor")


def split(engine: Engine, merged: str) -> PartReport:
    with writing(engine) as session:
        return unmerge_films(session, merged, now=LATER, by="editor")


def cinema(engine: Engine, slug: str) -> Cinema:
    with reading(engine) as session:
        found = cinema_of(session, slug)
        session.expunge(found)
        return found
