"""Functions compiled to machine code: written in the part of Python and numpy that Numba knows, for inner loops."""

from collections.abc import Callable
from typing import TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function when it is first called; the machine code is kept on disk for the next process."""
    return cast("F", numba.njit(cache=True)(function))


def compiled_in_place(function: F) -> F:
    """Compile a small function into each of its callers: calls would count references to every array they pass on."""
    return cast("F", numba.njit(cache=True, forceinline=True)(function))
