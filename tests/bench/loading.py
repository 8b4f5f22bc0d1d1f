"""`python -m tests.bench.loading DATABASE_URL`: load a programme in a fresh process; say how long and how large."""

import subprocess
import sys
import time

import msgspec
from rich.console import Console

from data.programme.programme import Programme
from data.tables.database import open_database
from tests.bench.ours import load_ours
from tests.bench.served import resident_bytes


class Loaded(msgspec.Struct, frozen=True):
    """Seconds until ready to answer; bytes a screening of what finding reads; all that the process then holds."""

    seconds: float
    column_bytes: float
    resident_bytes: int | None


def measure_loading(database_url: str) -> Loaded:
    """Load in a process of its own, so that its memory is the programme's."""
    command = [sys.executable, "-m", "tests.bench.loading", database_url]
    said = subprocess.run(command, check=True, capture_output=True).stdout
    return msgspec.json.decode(said, type=Loaded)


def column_bytes(programme: Programme) -> int:
    """Count what finding reads of the screenings: film, minute, kind, and the films' lists of cinemas."""
    columns = programme.columns
    lists = sum(array.nbytes for places in programme.places_by_film for array in places)
    return columns.film.nbytes + columns.minute.nbytes + columns.kind.nbytes + lists


def main() -> None:
    """Print a Loaded as JSON."""
    engine = open_database(sys.argv[1])
    begun = time.perf_counter()
    programme = load_ours(engine)
    seconds = time.perf_counter() - begun
    engine.dispose()
    loaded = Loaded(seconds, column_bytes(programme) / programme.screening_count, resident_bytes())
    Console(soft_wrap=True).print_json(msgspec.json.encode(loaded).decode())


if __name__ == "__main__":
    main()
