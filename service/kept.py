"""Answers kept in memory for whoever asks the same next: until the minute is over, or a change touches them.

Only answers for coarse positions are kept, those that anybody's cache may keep; an exact position is never a key here.
"""

from collections import OrderedDict
from datetime import datetime
from typing import NamedTuple

from data.programme.programme import Programme
from data.programme.reach import Reach
from data.programme.touched import Touched
from data.times.wall import is_within_minute, whole_minute
from service.forms import Forms

MOST_BYTES = 64 * 1024 * 1024
# Headers, reach and the objects that hold them.
_BESIDES = 2_500
# To look through so many pairs of an answer and a cinema takes at most 20 ms, during which nobody is answered.
MOST_PAIRS = 20_000


class _Kept(NamedTuple):
    forms: Forms
    reach: Reach
    query_string: bytes

    @property
    def size(self) -> int:
        # Room for the compressed form, which is made when somebody asks for it.
        return _BESIDES + len(self.query_string) + len(self.forms.body) * 3 // 2


class KeptAnswers:
    """Answers by query string, all made from one programme in one minute. Not for use by several threads.

    A thread that changes the programme has `programme_changed` called in the thread of this; until then the new
    programme is a stranger here: nothing is found for it, and nothing made from it is kept.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._programme: Programme | None = None
        self._minute: datetime | None = None
        self._answers: OrderedDict[bytes, _Kept] = OrderedDict()

    def find(self, query_string: bytes, programme: Programme, now: datetime) -> Forms | None:
        """Give the answer that was kept; null where there is none for this programme and minute."""
        if programme is not self._programme or not is_within_minute(now, self._minute):
            return None
        kept = self._answers.get(query_string)
        if kept is None:
            return None
        self._answers.move_to_end(query_string)
        return kept.forms

    def keep(self, query_string: bytes, forms: Forms, reach: Reach, programme: Programme, now: datetime) -> None:
        """Keep an answer made from a programme at a moment; those asked for longest ago make room."""
        if programme is not self._programme:
            return
        minute = whole_minute(now)
        if minute != self._minute:
            self._drop_all()
            self._minute = minute
        self._drop(query_string)
        kept = self._answers[query_string] = _Kept(forms, reach, query_string)
        self._bytes += kept.size
        while self._bytes > self._most_bytes:
            self._drop(next(iter(self._answers)))

    def programme_changed(self, programme: Programme, touched: Touched | None) -> None:
        """Serve a new programme from now on, with the answers that the change did not touch (null: it touched all)."""
        self._programme = programme
        if touched is None or len(touched.cinemas) * len(self._answers) > MOST_PAIRS:
            self._drop_all()
            return
        for query_string in [key for key, kept in self._answers.items() if kept.reach.is_touched_by(touched)]:
            self._drop(query_string)

    def query_strings(self) -> list[bytes]:
        """Give what was asked, the answer asked for longest ago first."""
        return list(self._answers)

    def _drop(self, query_string: bytes) -> None:
        kept = self._answers.pop(query_string, None)
        if kept is not None:
            self._bytes -= kept.size

    def _drop_all(self) -> None:
        self._answers.clear()
        self._bytes = 0
