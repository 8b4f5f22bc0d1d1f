"""Where log lines go: to stderr, ours from the level asked for, those of libraries from warnings on."""

import logging

_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


def configure_logging(level: str) -> None:
    """Set logging up for this process; `level` is a lower-case name such as `info`.

    Libraries stay at warnings: on finer levels they write statements and parameters, which may hold positions.
    """
    logging.basicConfig(format=_LINE, level=logging.WARNING)
    for package in ("geo", "data", "service"):
        logging.getLogger(package).setLevel(level.upper())
