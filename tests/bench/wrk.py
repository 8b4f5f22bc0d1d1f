"""wrk asks one address after the other of a long list, as fast as it goes."""

import re
import subprocess
from pathlib import Path

from tests.bench.opponent import MissingError, find_program

CONNECTIONS = 8
_SCRIPT = """
local paths, turn = {{}}, {first}
for line in io.lines("{file}") do paths[#paths + 1] = line end
request = function() turn = turn % #paths + 1; return wrk.format("GET", paths[turn]) end
"""


class Wrk:
    """The program, and the list that it asks; each run goes on where the last one ended, roughly."""

    def __init__(self, paths: list[str], folder: Path) -> None:
        self._program = find_program("wrk", "wrk")
        self._list, self._script = folder / "paths.txt", folder / "paths.lua"
        self._list.write_text("\n".join(paths) + "\n")
        self._count = len(paths)
        self._asked = 0

    def rate(self, address: str, seconds: int) -> float:
        """Give requests per second. Raises MissingError where an answer failed: it spoils the measurement."""
        self._script.write_text(_SCRIPT.format(file=self._list, first=self._asked % self._count))
        command = [self._program, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(self._script), address]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = re.search(r"Requests/sec:\s+([\d.]+)", said)
        if found is None or "Non-2xx" in said:
            raise MissingError(f"wrk says: {said.strip()[-200:]}")
        rate = float(found.group(1))
        self._asked += int(rate * seconds)
        return rate
