"""Functions compiled to machine code: written in the part of Python and numpy that Numba knows, for inner loops."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numba.core import cgutils, types
from numba.extending import intrinsic, register_jitable
from numpy.typing import NDArray

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function when it is first called; the machine code is kept on disk for the next process."""
    return cast("F", numba.njit(cache=True)(function))


def compiled_in_place(function: F) -> F:
    """Compile a small function into each of its callers: calls would count references to every array they pass on."""
    return cast("F", numba.njit(cache=True, forceinline=True)(function))


def compiled_too(function: F) -> F:
    """Let compiled code call a small function, compiled into it; for Python it stays what it is."""
    return register_jitable(function)


def forget_stale_code(*folders: Path) -> None:
    """Delete machine code under the folders that is older than any source there.

    What was compiled from one file holds functions of others, and Numba looks only at that one's age.
    """
    newest = max((source.stat().st_mtime for folder in folders for source in folder.rglob("*.py")), default=0.0)
    for index in (index for folder in folders for index in folder.rglob("*.nbi")):
        if index.stat().st_mtime < newest:
            index.unlink(missing_ok=True)


def _copy_bytes(_context: Any, out: Any, _at: Any, text: Any, _begin: Any, _count: Any) -> Any:  # noqa: ANN401 (Numba's)
    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401 (as above)
        out_type, _, text_type, *_ = signature.args
        out, at, text, begin, count = values
        target = builder.gep(context.make_array(out_type)(context, builder, out).data, [at])
        source = builder.gep(context.make_array(text_type)(context, builder, text).data, [begin])
        cgutils.raw_memcpy(builder, target, source, count, 1)  # type: ignore[no-untyped-call]  # Numba is untyped here
        return context.get_dummy_value()

    return types.void(out, types.intp, text, types.intp, types.intp), generate


# Copies text[begin:begin + count] to out[at:], several times as fast as slices of arrays do; checks no bounds.
copy_bytes = cast("Callable[[NDArray[np.uint8], int, NDArray[np.uint8], int, int], None]", intrinsic(_copy_bytes))
