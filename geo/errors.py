"""What can be wrong with a position or an outline, each as a sentence that the person who sent it can act on.

No sentence repeats the coordinates of a position: it is private, in an error too.
"""


class PositionError(ValueError):
    """A position that cannot be used; the base of this family."""


class PositionOutOfRangeError(PositionError):
    """A latitude or longitude that is no place on Earth."""


class PositionUnreadableError(PositionError):
    """A text that is no pair of coordinates."""


class NullIslandError(PositionError):
    """Exactly 0, 0: what a device or a file says that knows no position."""


class PositionSwappedError(PositionError):
    """Latitude and longitude stand in each other's place."""


class AreaError(ValueError):
    """An outline that is no area."""


class AreaFileError(AreaError):
    """A file that is no GeoJSON as a whole."""
