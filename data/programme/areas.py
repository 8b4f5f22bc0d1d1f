"""The areas of the programme: read from the database, and found by what somebody takes for their slug."""

import json
from difflib import get_close_matches

import shapely
from sqlmodel import Session, select

from data.tables.area import Area as StoredArea
from data.text import slug_of
from geo.area import Area, Areas

_MOST_SIMILAR = 3


def load_areas(session: Session) -> Areas:
    """Read all areas."""
    stored = session.exec(select(StoredArea)).all()
    geometries = shapely.from_geojson([json.dumps(one.geometry) for one in stored])
    return Areas(
        Area(slug=one.slug, name=one.name, kind=one.kind, geometry=geometry, aliases=tuple(one.aliases))
        for one, geometry in zip(stored, geometries, strict=True)
    )


def similar_areas(areas: Areas, written: str) -> list[str]:
    """Give the slugs of areas whose slug, name or other name is like what was written, the likest first."""
    wanted = slug_of(written[:100])
    slugs = {key: area.slug for area in areas for key in (*map(slug_of, area.aliases), slug_of(area.name), area.slug)}
    holding = [key for key in slugs if wanted and (wanted in key or key in wanted)]
    close = [*holding[:_MOST_SIMILAR], *get_close_matches(wanted, slugs, n=_MOST_SIMILAR)]
    return list(dict.fromkeys(slugs[key] for key in close))[:_MOST_SIMILAR]
