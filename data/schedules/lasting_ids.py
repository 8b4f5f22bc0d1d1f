"""Which of a file's vendor ids say of a screening that moved that it is the same one.

Some vendors number anew every week, some exports number their rows, some ids are those of films: by such an id, next
week's screening would take away the one of tonight.
"""

from collections import Counter
from collections.abc import Sequence

from data.schedules.showing import Entry, Published, Showing
from data.schedules.status import CANCELLED


def lasting_ids(entries: Sequence[Entry], published: Sequence[Published]) -> frozenset[str]:
    """Give the ids of single screenings; none at all where one of them was given to another film at another time."""
    rows = Counter(entry.showing.source_id for entry in entries)
    living = [old.showing for old in published if old.showing.status != CANCELLED]
    published_as = Counter(showing.source_id for showing in living)
    single = {name for name, times in rows.items() if name and times == 1 and published_as[name] <= 1}
    old = {showing.source_id: showing for showing in living}
    again = [entry.showing for entry in entries if entry.showing.source_id in single]
    if any(_is_another(new, old[new.source_id]) for new in again if new.source_id in old):
        return frozenset()
    return frozenset(single)


def _is_another(new: Showing, old: Showing) -> bool:
    return new.starts_at != old.starts_at and not set(new.work) & set(old.work)
