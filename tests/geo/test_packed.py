"""Arrays that were packed arrive in compiled code as they were."""

from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from geo.compiled import compiled
from geo.packed import Rows, packed, unpacked


class Inner(NamedTuple):
    """Some arrays."""

    numbers: NDArray[np.int32]
    rows: Rows


class Outer(NamedTuple):
    """Some more."""

    inner: Inner
    marks: NDArray[np.bool_]
    text: NDArray[np.uint8]


@compiled
def facts(table: NDArray[np.int64]) -> tuple[int, float, int, int, int]:
    """Look into each array."""
    outer = unpacked(table, Outer)
    rows = outer.inner.rows
    return outer.inner.numbers[-1], rows[1, 2], rows.shape[0], outer.marks.sum(), outer.text.size


def outer(rows: NDArray[np.float64]) -> Outer:
    """Make arrays of four kinds."""
    inner = Inner(np.array([1, -7], dtype=np.int32), rows)
    return Outer(inner, np.array([True, False, True]), np.zeros(0, dtype=np.uint8))


def test_each_array_is_found_again_with_its_shape() -> None:
    kept = outer(np.arange(6.0).reshape(2, 3))
    assert facts(packed(kept)) == (-7, 5.0, 2, 2, 0)


def test_compiled_code_sees_the_arrays_themselves() -> None:
    kept = outer(np.arange(6.0).reshape(2, 3))
    table = packed(kept)
    kept.inner.rows[1, 2] = 50.0
    assert facts(table)[1] == 50.0


def test_an_array_with_gaps_is_refused() -> None:
    with pytest.raises(ValueError, match="one after the other"):
        packed(outer(np.arange(12.0).reshape(2, 6)[:, ::2]))
