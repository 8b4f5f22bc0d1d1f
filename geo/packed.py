"""Many arrays handed to compiled code as one, so that a call costs the same however many they are.

Taking an array from Python over into compiled code costs a third of a microsecond; the tables of a programme are forty.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

import numpy as np
from numba.core import types
from numba.extending import intrinsic
from numba.np.arrayobj import populate_array
from numba.np.numpy_support import from_dtype
from numpy.typing import NDArray

T = TypeVar("T", bound=NamedTuple)

# Two dimensions, where compiled code has to know; NDArray[…] in a named tuple to be packed means one.
Rows = np.ndarray[tuple[int, int], np.dtype[np.float64]]

# An array in the table: its address, and how many elements it has along one or two dimensions.
_PARTS = 3


def packed(tables: NamedTuple) -> NDArray[np.int64]:
    """Say where the arrays of a named tuple (of named tuples) lie, as `unpacked` reads it.

    The arrays must stay as they are, where they are, for as long as the result is used: hold on to them.
    """
    return np.array([_whereabouts(array) for array in _arrays(tables)], dtype=np.int64).reshape(-1, _PARTS)


def _arrays(tables: Any) -> Iterator[NDArray[Any]]:  # noqa: ANN401 (a tree)
    for part in tables:
        if isinstance(part, tuple):
            yield from _arrays(part)
        else:
            yield part


def _whereabouts(array: NDArray[Any]) -> tuple[int, ...]:
    if not array.flags.c_contiguous:
        raise ValueError("Only an array whose elements stand one after the other can be packed.")
    return (array.__array_interface__["data"][0], *array.shape, *[0] * (_PARTS - 1 - array.ndim))


def _type_of(hint: Any) -> Any:  # noqa: ANN401 (Numba's types are untyped)
    """Give the compiled type of a field: of an array, or of a named tuple of such."""
    if get_origin(hint) is np.ndarray:
        shape, dtype = get_args(hint)
        return types.Array(from_dtype(np.dtype(get_args(dtype)[0])), 2 if shape == tuple[int, int] else 1, "C")
    fields = [_type_of(part) for part in get_type_hints(hint).values()]
    return types.NamedTuple(fields, hint)  # type: ignore[no-untyped-call]  # Numba is untyped here


def _unpacked(_context: Any, table: Any, kind: Any) -> Any:  # noqa: ANN401 (Numba's)
    whole = _type_of(kind.instance_class)

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401 (as above)
        numbers = context.make_array(signature.args[0])(context, builder, values[0]).data
        position = iter(range(1 << 30))

        def load() -> Any:  # noqa: ANN401 (as above)
            place = context.get_constant(types.intp, next(position))
            return builder.load(builder.gep(numbers, [place]))

        def value_of(part: Any) -> Any:  # noqa: ANN401 (as above)
            if isinstance(part, types.NamedTuple):
                return context.make_tuple(builder, part, [value_of(field) for field in part.types])
            return _array(context, builder, part, [load() for _ in range(_PARTS)])

        return value_of(whole)

    return whole(table, kind), generate


def _array(context: Any, builder: Any, kind: Any, whereabouts: list[Any]) -> Any:  # noqa: ANN401 (as above)
    """Make an array that owns nothing: the Python side holds what it shows."""
    address, *shape = whereabouts
    size = context.get_constant(types.intp, kind.dtype.bitwidth // 8 if kind.dtype != types.boolean else 1)
    array = context.make_array(kind)(context, builder)
    populate_array(  # type: ignore[no-untyped-call]  # as above
        array,
        data=builder.inttoptr(address, array.data.type),
        shape=shape[: kind.ndim],
        strides=[size] if kind.ndim == 1 else [builder.mul(shape[1], size), size],
        itemsize=size,
        meminfo=None,
    )
    return array._getvalue()  # noqa: SLF001 (Numba's way)


# Gives the arrays of a packed named tuple back, in compiled code only: `unpacked(table, Tables)`.
unpacked = cast("Callable[[NDArray[np.int64], type[T]], T]", intrinsic(_unpacked))
