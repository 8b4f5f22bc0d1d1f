"""Log lines that are many and small: collected, and written several times a second in one go.

A line through logging costs as much as an answer. It is spelled where it is added: a thread that spelled them all would
hold the others up for longer. What is collected is lost if the process is killed: the lines of the
last WRITE_SECONDS. Failures are not collected; they are written at once.
"""

import logging
from collections import deque
from threading import Event

WRITE_SECONDS = 0.2
# More than a second's worth: where nobody takes lines off our hands, the oldest are lost, and not the memory.
MOST_LINES = 100_000


class LogLines:
    """Lines for a log, at the level INFO. Any thread may add some; one thread writes them."""

    def __init__(self, log: logging.Logger) -> None:
        self._log = log
        self._lines: deque[str] = deque(maxlen=MOST_LINES)

    def add(self, line: str) -> None:
        """Have a line written soon, where the level asks for it."""
        self._lines.append(line)

    def keep_writing(self, stopping: Event) -> None:
        """Write what was added, again and again, until told to stop; meant for a thread of its own."""
        while not stopping.wait(WRITE_SECONDS):
            self.write()
        self.write()

    def write(self) -> None:
        """Write what was added so far, as one record."""
        lines = [self._lines.popleft() for _ in range(len(self._lines))]
        if lines and self._log.isEnabledFor(logging.INFO):
            self._log.info("%s", "\n".join(lines))
