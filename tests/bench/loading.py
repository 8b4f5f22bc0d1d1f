"""`python -m tests.bench.loading DATABASE_URL`: load a programme in a fresh process; say how long and how large."""

import sys
import time
from pathlib import Path

import msgspec
from rich.console import Console

from data.programme.load import load_programme
from data.tables.database import open_database, reading

_PAGE_BYTES = 4096


class Loaded(msgspec.Struct, frozen=True):
    """Seconds; bytes a screening: of the arrays, and of all that the process holds for it (null where unknown)."""

    seconds: float
    array_bytes: float
    resident_bytes: float | None


def main() -> None:
    """Print a Loaded as JSON."""
    engine = open_database(sys.argv[1])
    before = _resident_bytes()
    begun = time.perf_counter()
    with reading(engine) as session:
        programme = load_programme(session, language="de")
    seconds = time.perf_counter() - begun
    engine.dispose()
    after = _resident_bytes()
    columns = programme.columns
    size = sum(rows.nbytes for rows in programme.rows_by_film)
    size += columns.cinema.nbytes + columns.minute.nbytes + columns.evening.nbytes
    size += columns.version.nbytes + columns.formats.nbytes
    count = programme.screening_count
    resident = (after - before) / count if before and after else None
    Console(soft_wrap=True).print_json(msgspec.json.encode(Loaded(seconds, size / count, resident)).decode())


def _resident_bytes() -> int | None:
    """Ask Linux how much memory this process holds."""
    source = Path("/proc/self/statm")
    return int(source.read_text().split()[1]) * _PAGE_BYTES if source.exists() else None


if __name__ == "__main__":
    main()
