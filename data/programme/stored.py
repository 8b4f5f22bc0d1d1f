"""temporary"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session, col, select

from data.tables.screening import Screening, ScreeningFilm
from data.versions.version import Version


class StoredBill(NamedTuple):
    film_ids: tuple[int, ...]
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
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
    q = select(Screening).where(Screening.status != "cancelled")
    if cinema_ids is not None:
        q = q.where(col(Screening.cinema_id).in_(cinema_ids))
    rows = session.exec(q).all()
    films = {}
    for f in session.exec(select(ScreeningFilm).order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position))):
        films.setdefault(f.screening_id, []).append(f.film_id)

    def number(values):
        d = {}
        n = [d.setdefault(v, len(d)) for v in values]
        return np.array(n, dtype=np.int32), list(d)

    bill, bills = number([StoredBill(tuple(films.get(r.id, ())), None if r.id in films else r.title_raw) for r in rows])
    version, versions = number(
        [
            Version(
                tuple(r.audio),
                r.is_original,
                None if r.subtitles is None else tuple(r.subtitles),
                r.captions,
                r.audio_description,
            )
            for r in rows
        ]
    )
    fs, fss = number([tuple(r.formats) for r in rows])
    au, aus = number([r.auditorium for r in rows])
    st, sts = number([r.status for r in rows])
    links = [(r.booking_url or "").encode() for r in rows]
    return Stored(
        id=np.array([r.id for r in rows], dtype=np.int64),
        cinema_id=np.array([r.cinema_id for r in rows], dtype=np.int64),
        minute=np.array([int(r.starts_at.timestamp()) // 60 for r in rows], dtype=np.int32),
        evening=np.array([r.programme_on.toordinal() for r in rows], dtype=np.int32),
        bill=bill,
        version=version,
        format_set=fs,
        auditorium=au,
        status=st,
        link_at=np.cumsum([0, *map(len, links)]).astype(np.int64),
        links=np.frombuffer(b"".join(links), dtype=np.uint8),
        bills=bills,
        versions=versions,
        format_sets=fss,
        auditoriums=aus,
        statuses=sts,
    )
