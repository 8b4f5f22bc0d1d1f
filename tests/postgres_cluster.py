"""A PostgreSQL of our own: in an empty folder, on a socket there, ended by its process."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

# Debian keeps the programs of a server out of the way.
FOLDERS = tuple(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
# Nobody else comes in, and nothing has to outlive a power cut.
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
_START_SECONDS = 60.0


class NoPostgresError(Exception):
    """There is no PostgreSQL to start, or it does not start; the sentence says what would help."""


@contextmanager
def postgres_cluster(
    folder: Path, settings: Mapping[str, str] | None = None, *locale: str
) -> Iterator[psycopg.Connection]:
    """Start a cluster and connect to it as its owner, `kinonah`; `locale`: words for initdb. Raises NoPostgresError."""
    data = folder / "data"
    data.mkdir()
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        folder.parent.chmod(0o755)
        for one in (folder, data):
            shutil.chown(one, user, user)
    bin_folder = _bin_folder()
    subprocess.run(
        [bin_folder / "initdb", "-D", data, "-A", "trust", "-U", "kinonah", "-E", "UTF8", "--no-sync", *locale],
        check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    # Only the owner comes in without a password.
    (data / "pg_hba.conf").write_text("local all kinonah trust\nlocal all all scram-sha-256\n")
    set_up = [part for name, value in (_SETTINGS | dict(settings or {})).items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [bin_folder / "postgres", "-D", data, "-k", folder, *set_up],
            user=user, cwd=folder, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            with _connect(folder, server) as connection:
                yield connection
        finally:
            # "Fast": ends the sessions and goes.
            server.send_signal(signal.SIGINT)
            server.wait(timeout=_START_SECONDS)


def _bin_folder() -> Path:
    initdb = shutil.which("initdb", path=":".join(map(str, FOLDERS)) or None)
    if initdb is None:
        raise NoPostgresError("This needs PostgreSQL: sudo apt-get install postgresql (macOS: brew install postgresql)")
    return Path(initdb).parent


def _connect(folder: Path, server: subprocess.Popen[bytes]) -> psycopg.Connection:
    ends = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < ends:
        try:
            return psycopg.connect(host=str(folder), user="kinonah", dbname="postgres", autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise NoPostgresError("PostgreSQL did not start: " + (folder / "log").read_text()[-300:])
