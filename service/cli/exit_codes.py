"""How a named error ends a command: the only place that knows exit codes."""

from collections.abc import Mapping

from data.errors import DatabaseUnavailableError, DataError, FileUnreadableError
from geo.errors import PositionError
from service.errors import PortUnavailableError, WrongSettingsError

DATA_HAS_ERRORS = 1
WRONG_USAGE = 2
OUTSIDE_MISSING = 3

# An error ends as the nearest of its classes here says.
EXIT_CODES: Mapping[type[Exception], int] = {
    DataError: WRONG_USAGE,
    PositionError: WRONG_USAGE,
    WrongSettingsError: WRONG_USAGE,
    FileUnreadableError: DATA_HAS_ERRORS,
    DatabaseUnavailableError: OUTSIDE_MISSING,
    PortUnavailableError: OUTSIDE_MISSING,
    OSError: OUTSIDE_MISSING,
}


def exit_code_of(error: Exception) -> int:
    """Give the exit code of an error that EXIT_CODES names."""
    return next(EXIT_CODES[ancestor] for ancestor in type(error).__mro__ if ancestor in EXIT_CODES)


def sentence_of(error: Exception) -> str:
    """Say what went wrong; a file that the system refuses is named."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename} cannot be opened: {error.strerror}."
    return str(error)
