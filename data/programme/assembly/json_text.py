"""Texts as they stand between the quotation marks of JSON: nearly always the texts themselves."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from geo.compiled import compiled

_QUOTE, _BACKSLASH, _FIRST_PLAIN = ord('"'), ord("\\"), ord(" ")


def as_json_text(texts: NDArray[np.uint8], at: NDArray[np.int64]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Escape n texts in UTF-8; text i is texts[at[i]:at[i + 1]], in what is given and in what comes back."""
    if not _has_special(texts):
        return texts, at
    whole = texts.tobytes()
    bounds = zip(at[:-1].tolist(), at[1:].tolist(), strict=True)
    escaped = [msgspec.json.encode(whole[begin:end].decode())[1:-1] for begin, end in bounds]
    return np.frombuffer(b"".join(escaped), dtype=np.uint8), np.cumsum([0, *map(len, escaped)])


@compiled
def _has_special(texts: NDArray[np.uint8]) -> bool:
    for byte in texts:  # noqa: SIM110 (compiled code knows no generators)
        if byte < _FIRST_PLAIN or byte in (_QUOTE, _BACKSLASH):
            return True
    return False
