"""A demo city that staff work in, and how they get in."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.program import COMMAND, over

PASSWORD = "vier Wörter sind genug"


class House(NamedTuple):
    """A served demo city, and the folder of its database."""

    server: str
    folder: Path

    def invite(self, email: str, *roles: str) -> str:
        """Invite somebody; gives the link's path."""
        environment = {**os.environ, **over(self.folder)}
        made = subprocess.run(
            [*COMMAND, "staff", "invite", email, *roles], env=environment, check=True, capture_output=True, text=True
        )
        return made.stdout.strip().removeprefix("http://localhost:8000")
