"""What a row shows and finding does not look at, in as few bytes as it takes: bills, auditoriums, links."""

from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from geo.compiled import compiled

NO_LINK = -1
_USUAL, _LONGEST = 1 << 8, 1 << 16


class Asides(NamedTuple):
    """By row: bill, auditorium, status (positions in lists), and where the rest of its booking link begins in `links`.

    A link is the beginning that all links of its cinema share, at link_begin[place], and its own rest; both end before
    a zero byte. They are text as it stands between the quotation marks of JSON. No link: NO_LINK.
    """

    bill: NDArray[np.int32]
    auditorium: NDArray[np.int32]
    status: NDArray[np.uint8]
    link_rest: NDArray[np.int64]
    link_begin: NDArray[np.int64]
    links: NDArray[np.uint8]


def link_of(asides: Asides, place: int, row: int) -> str | None:
    """Give a row's booking link, null where it has none."""
    if asides.link_rest[row] == NO_LINK:
        return None
    written = b"".join(_text_at(asides.links, at) for at in (asides.link_begin[place], asides.link_rest[row]))
    return msgspec.json.decode(b'"' + written + b'"', type=str)


def _text_at(links: NDArray[np.uint8], at: int) -> bytes:
    piece = links[at : at + _USUAL].tobytes()
    if 0 not in piece:
        # The longest link is a few thousand characters; so a look at a bounded piece always finds the end.
        piece = links[at : at + _LONGEST].tobytes()
    return piece[: piece.index(0)]


@compiled
def share_beginnings(
    links: NDArray[np.uint8],
    link_at: NDArray[np.int64],
    order: NDArray[np.int64],
    starts: NDArray[np.int64],
    stops: NDArray[np.int64],
) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """Shorten links: give the bytes to keep, where each row's rest begins (n,), and where each cinema's beginning does.

    Row i of the result is row r = order[i] of what came, whose link is links[link_at[r]:link_at[r + 1]]; the rows of a
    cinema are those from its start to before its stop.
    """
    kept = np.empty(links.size + order.size + starts.size, dtype=np.uint8)
    rests, begins = np.full(order.size, NO_LINK, dtype=np.int64), np.empty(starts.size, dtype=np.int64)
    size = 0
    for cinema in range(starts.size):
        shared, first = _shared_size(links, link_at, order[starts[cinema] : stops[cinema]])
        begins[cinema] = size
        size = _keep(kept, size, links, first, first + shared)
        for row in range(starts[cinema], stops[cinema]):
            begin, end = link_at[order[row]], link_at[order[row] + 1]
            if begin < end:
                rests[row] = size
                size = _keep(kept, size, links, begin + shared, end)
    return kept[:size].copy(), rests, begins


@compiled
def _shared_size(links: NDArray[np.uint8], link_at: NDArray[np.int64], rows: NDArray[np.int64]) -> tuple[int, int]:
    """Give how many bytes all links of the rows begin with, and where they stand for the first time."""
    shared, first = -1, 0
    for row in rows:
        begin, end = link_at[row], link_at[row + 1]
        if begin == end:
            continue
        if shared < 0:
            shared, first = end - begin, begin
        same = 0
        while same < min(shared, end - begin) and links[first + same] == links[begin + same]:
            same += 1
        shared = same
    return max(0, shared), first


@compiled
def _keep(kept: NDArray[np.uint8], size: int, links: NDArray[np.uint8], begin: int, end: int) -> int:
    for at in range(begin, end):
        kept[size] = links[at]
        size += 1
    kept[size] = 0
    return size + 1
