"""Where log lines go: to stderr, ours from the level asked for, those of libraries from warnings on."""

import logging

_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


def configure_logging(level: str) -> None:
    """Set logging up for this process; `level` is a lower-case name such as `info`.

    Libraries stay at warnings: on finer levels they write statements and parameters, which may hold positions.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_EveryLineHeaded(_LINE))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    for package in ("geo", "data", "service"):
        logging.getLogger(package).setLevel(level.upper())


class _EveryLineHeaded(logging.Formatter):
    """Puts time, level and name before each line of a record: it may hold the lines of many requests, or a stack."""

    def format(self, record: logging.LogRecord) -> str:
        whole = super().format(record)
        first, *more = whole.split("\n")
        head = first.removesuffix(record.message.partition("\n")[0])
        return "\n".join([first, *(head + line for line in more)])
