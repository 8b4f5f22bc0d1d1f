"""What a cinema's staff say of their house: its address, its way in, its zone. Empty is unknown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from data.catalogue.cells import read_advertising_minutes, read_screens, read_website, read_wheelchair, read_yes
from data.catalogue.whereabouts import read_zone
from data.schedules.stored import cinema_of
from data.tables.change_log import log_change
from data.text import plain_text

LONGEST = 200
_TEXTS = ("street", "postcode", "city")
_Value = TypeVar("_Value")


def set_own_facts(session: Session, slug: str, written: Mapping[str, str], *, now: datetime) -> None:
    """Take the facts as written; what is empty is unknown from now on, but for the zone, which stays.

    They are `street`, `postcode`, `city`, `website`, `screens`, `wheelchair`, `hearing_loop`, `advertising_minutes` and
    `time_zone`. Raises UnknownCinemaError, and ValueUnreadableError for the first that cannot be read; then nothing is
    written.
    """
    cinema = cinema_of(session, slug)
    said = {name: plain_text(text)[:LONGEST] for name, text in written.items()}
    facts: dict[str, object] = {name: said.get(name) or None for name in _TEXTS}
    facts["website"] = _read(said, "website", read_website)
    facts["screens"] = _read(said, "screens", read_screens)
    facts["wheelchair"] = _read(said, "wheelchair", read_wheelchair)
    facts["has_hearing_loop"] = _read(said, "hearing_loop", lambda text: read_yes(text, "hearing-loop-unreadable"))
    facts["advertising_minutes"] = _read(said, "advertising_minutes", read_advertising_minutes)
    facts["time_zone"] = _read(said, "time_zone", read_zone) or cinema.time_zone
    is_other_time = facts["time_zone"] != cinema.time_zone
    for name, value in facts.items():
        setattr(cinema, name, value)
    session.add(cinema)
    # As for a schedule: what is read anew is this cinema alone, but for its clock, which only a whole programme has.
    log_change(session, now=now, kind="cinemas" if is_other_time else "schedule", cinema_id=cinema.id)


def _read(said: Mapping[str, str], name: str, read: Callable[[str], _Value]) -> _Value | None:
    return read(said[name]) if said.get(name) else None
