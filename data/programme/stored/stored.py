"""The screenings as they are stored, read in bulk: columns of numbers, and no object a screening."""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session, col, select

from data.programme.stored.gathering import NO_FILM, Columns, Gathering, StoredBill
from data.programme.stored.in_bulk import fetch_in_bulk
from data.programme.stored.portion import Fetched, scope_of
from data.tables.screening import Screening
from data.versions.version import Version

__all__ = ["Stored", "StoredBill", "read_stored"]
_TITLES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The screenings that are not cancelled, as columns of shape (n,), in no particular order.

    What repeats stands there by number: `bill`, `version` (as stored, not filled in from the film), `format_set`,
    `auditorium` and `status` are positions in the lists of what is distinct. `minute` counts from 1970 (UTC);
    `evening` is the programme date as an ordinal (`date.toordinal`). Row i's booking link is
    `links[link_at[i]:link_at[i + 1]]` in UTF-8, empty for none; so `link_at` has the shape (n + 1,).
    """

    id: NDArray[np.int64]
    cinema_id: NDArray[np.int64]
    minute: NDArray[np.int32]
    evening: NDArray[np.int32]
    bill: NDArray[np.int32]
    version: NDArray[np.int32]
    format_set: NDArray[np.int32]
    auditorium: NDArray[np.int32]
    status: NDArray[np.int32]
    link_at: NDArray[np.int64]
    links: NDArray[np.uint8]
    bills: Sequence[StoredBill]
    versions: Sequence[Version]
    format_sets: Sequence[tuple[str, ...]]
    auditoriums: Sequence[str | None]
    statuses: Sequence[str]


def read_stored(session: Session, cinema_ids: Collection[int] | None = None) -> Stored:
    """Read the screenings of all cinemas, or of some, in the session's transaction."""
    gathering = _gather(fetch_in_bulk(session, scope_of(session, cinema_ids)))
    columns = gathering.columns()
    _name_sneaks(session, gathering, columns)
    sizes = columns.link_size
    return Stored(
        **{name: column for name, column in columns._asdict().items() if name != "link_size"},
        link_at=np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]),
        links=np.frombuffer(gathering.links, dtype=np.uint8),
        bills=gathering.bills.known,
        versions=gathering.versions.known,
        format_sets=gathering.format_sets.known,
        auditoriums=gathering.auditoriums.known,
        statuses=gathering.statuses.known,
    )


def _gather(portions: Iterable[Fetched]) -> Gathering:
    """Number each portion on a thread of its own, while the next one is fetched."""
    gathering = Gathering()
    with ThreadPoolExecutor(max_workers=1) as beside:
        last: Future[None] | None = None
        for fetched in portions:
            if last:
                last.result()
            last = beside.submit(_number, gathering, fetched)
        if last:
            last.result()
    return gathering


def _number(gathering: Gathering, fetched: Fetched) -> None:
    gathering.add(fetched())


def _name_sneaks(session: Session, gathering: Gathering, columns: Columns) -> None:
    """Give bills to the rows without a film; they are few, and only theirs are the titles worth reading."""
    rows = np.flatnonzero(columns.bill == NO_FILM)
    for start in range(0, rows.size, _TITLES):
        some = rows[start : start + _TITLES]
        ids = columns.id[some].tolist()
        titles = dict(session.exec(select(Screening.id, Screening.title_raw).where(col(Screening.id).in_(ids))).all())
        columns.bill[some] = gathering.bills.of([titles[one] for one in ids])
