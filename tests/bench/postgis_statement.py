"""What PostGIS is asked, by whichever driver: the best of the plans that were tried, and the exact order after it."""

# The index orders on a sphere, up to half a percent from the truth: ten more than asked for, then the exact order.
_SPARE = 10
_STATEMENT = """
WITH near AS MATERIALIZED (
    SELECT place.cinema, place.spot FROM place
    CROSS JOIN LATERAL (SELECT FROM entry WHERE entry.cinema = place.cinema AND {matches} LIMIT 1) AS any_entry
    WHERE place.film = %(film)s::int {within}
    ORDER BY place.spot <-> {here} LIMIT %(limit)s::int + {spare}
), nearest AS MATERIALIZED (
    SELECT cinema, metres FROM (SELECT cinema, ST_Distance(spot, {here}) AS metres FROM near) AS measured
    {at_most} ORDER BY round(metres * 1000), cinema LIMIT %(limit)s::int
)
SELECT nearest.metres, shown.* FROM nearest
CROSS JOIN LATERAL (
    SELECT * FROM entry WHERE entry.cinema = nearest.cinema AND {matches} ORDER BY minute, id
) AS shown
ORDER BY round(nearest.metres * 1000), nearest.cinema, shown.minute, shown.id
"""
_HERE = "ST_MakePoint(%(lon)s::float8, %(lat)s::float8)::geography"
# Each number in its column's own type: cast by the driver to the smallest, a film would not be found in the GiST index.
_MATCHES = """entry.film = %(film)s::int {versions}
    AND entry.minute >= %(from_minute)s::int AND entry.minute < %(until_minute)s::int"""


def statement_of(*, has_radius: bool, has_versions: bool) -> str:
    """Write the statement, its parameters as %(name)s: those of a Wanted, the point as lat and lon."""
    versions = "AND entry.version = ANY(%(versions)s::int[])" if has_versions else ""
    return _STATEMENT.format(
        here=_HERE,
        matches=_MATCHES.format(versions=versions),
        spare=_SPARE,
        within=f"AND place.spot && _ST_Expand({_HERE}, %(within_m)s::float8)" if has_radius else "",
        at_most="WHERE metres <= %(within_m)s::float8" if has_radius else "",
    )
