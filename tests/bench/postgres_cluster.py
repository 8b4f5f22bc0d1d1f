"""A PostgreSQL of the bench's own: in an empty folder, on a socket there, ended by its process."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.bench.opponent import MissingError, find_program

_FOLDERS = tuple(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "8GB",
    "shared_buffers": "1GB",
    "effective_cache_size": "4GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "autovacuum": "off",
}
_START_SECONDS = 60.0


@contextmanager
def postgres_cluster(folder: Path) -> Iterator[psycopg.Connection]:
    """Start a cluster and connect to it. Raises MissingError where there is no PostgreSQL, or it does not start."""
    initdb = find_program("initdb", "postgresql-15-postgis-3", *_FOLDERS)
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    data = folder / "data"
    data.mkdir()
    if user:
        folder.parent.chmod(0o755)
        for one in (folder, data):
            shutil.chown(one, user, user)
    subprocess.run(
        [initdb, "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale", "C", "--no-sync"],
        check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [Path(initdb).with_name("postgres"), "-D", data, "-k", folder, *settings],
            user=user, cwd=folder, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            with _connect(folder, server) as connection:
                yield connection
        finally:
            # "Fast": ends the sessions and goes.
            server.send_signal(signal.SIGINT)
            server.wait(timeout=_START_SECONDS)


def _connect(folder: Path, server: subprocess.Popen[bytes]) -> psycopg.Connection:
    ends = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < ends:
        try:
            return psycopg.connect(host=str(folder), user="bench", dbname="postgres", autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise MissingError("PostgreSQL did not start: " + (folder / "log").read_text()[-300:])
