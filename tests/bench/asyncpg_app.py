"""`python -m tests.bench.asyncpg_app SOCKET FACTS`: the usual service, FastAPI + asyncpg + PostGIS, well written.

One statement a question, prepared, in a pool with a connection for each of wrk's; the same JSON as ours, from the same
structs by the same encoder; no middleware, no log, no headers of ours.
"""

import pickle
import re
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated

import asyncpg
import uvicorn
from fastapi import FastAPI, Query, Response
from rich.console import Console

from data.programme.question import Question, Window
from geo.point import Point
from tests.bench.entries import Entry, FoundCinema
from tests.bench.facts import Facts
from tests.bench.postgis_statement import statement_of
from tests.bench.wanted import Wanted, read_question
from tests.bench.writing import write_answer
from tests.bench.wrk import CONNECTIONS

# Planned once, as for the opponent without HTTP.
_SETTINGS = {"plan_cache_mode": "force_generic_plan", "jit": "off"}


def make_app(folder: Path, facts: Facts) -> FastAPI:
    """Make the app over a cluster's socket."""

    @asynccontextmanager
    async def run(app: FastAPI) -> AsyncIterator[None]:
        async with asyncpg.create_pool(
            host=str(folder),
            user="kinonah",
            database="postgres",
            min_size=CONNECTIONS,
            max_size=CONNECTIONS,
            server_settings=_SETTINGS,
        ) as pool:
            app.state.pool = pool
            yield

    app = FastAPI(lifespan=run)

    @app.get("/api/v1/showtimes")
    async def showtimes(
        lat: Annotated[float, Query(ge=-90, le=90)],
        lon: Annotated[float, Query(ge=-180, le=180)],
        film: str,
        from_at: Annotated[datetime, Query(alias="from")],
        until: datetime,
        version: Annotated[tuple[str, ...], Query()] = (),
        within_km: Annotated[float | None, Query(gt=0)] = None,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
    ) -> Response:
        question = Question(
            window=Window(from_at, until),
            near=Point(lat, lon),
            films=(film,),
            versions=version,
            within_m=None if within_km is None else within_km * 1000,
            limit=limit,
        )
        found = await _find(app.state.pool, read_question(facts, question))
        return Response(write_answer(facts, question, found), media_type="application/json")

    return app


async def _find(pool: asyncpg.Pool, wanted: Wanted) -> list[FoundCinema]:
    statement, names = _STATEMENTS[wanted.within_m is not None, bool(wanted.versions)]
    asked = {**wanted._asdict(), "lat": wanted.here.lat, "lon": wanted.here.lon}
    rows = await pool.fetch(statement, *(asked[name] for name in names))
    return [
        FoundCinema(cinema, metres, [Entry._make(tuple(row)[1:]) for row in group])
        for (metres, cinema), group in groupby(rows, key=lambda row: (row[0], row[2]))
    ]


def _numbered(statement: str) -> tuple[str, tuple[str, ...]]:
    """Write parameters as $1, $2 …; give their names in this order."""
    names = tuple(dict.fromkeys(re.findall(r"%\((\w+)\)s", statement)))
    return re.sub(r"%\((\w+)\)s", lambda found: f"${names.index(found.group(1)) + 1}", statement), names


_STATEMENTS: Mapping[tuple[bool, bool], tuple[str, tuple[str, ...]]] = {
    (has_radius, has_versions): _numbered(statement_of(has_radius=has_radius, has_versions=has_versions))
    for has_radius in (False, True)
    for has_versions in (False, True)
}


def main() -> None:
    """Serve on a free port, and name it."""
    facts: Facts = pickle.loads(Path(sys.argv[2]).read_bytes())  # noqa: S301 (written by the bench a moment ago)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(100)
        Console(soft_wrap=True).print(f"FastAPI on http://127.0.0.1:{listening.getsockname()[1]}")
        app = make_app(Path(sys.argv[1]), facts)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
