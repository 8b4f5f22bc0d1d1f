"""A question without its place: worked out once for all who ask it in the same minute, and answered in one step."""

from typing import NamedTuple

from msgspec.structs import replace

from data.programme.kernel.answering import answer_near
from data.programme.near import MOST_CINEMAS, Extent, is_light, prepare
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.reach import ANYTHING, Reach, concerned, reach_m
from data.programme.write import Written, near_piece, whole, window_piece, without_cinemas
from geo.earth_centred import spot_of
from geo.point import Point


class AnswerAt(NamedTuple):
    """An answer's bytes, and how far it goes."""

    body: bytes
    extent: Extent


class PreparedQuestion:
    """What a question asks for wherever one is; its window is that of the zone in which it was asked."""

    def __init__(self, programme: Programme, question: Question) -> None:
        """Prepare a question that names a place. Raises what it can be wrong in (data.errors)."""
        self._programme = programme
        # The place was somebody's.
        self._question = replace(question, near=None)
        self._window = window_piece(question.window)
        self._concerned = concerned(programme, question)
        self._prepared = prepare(programme, question)

    @property
    def is_light(self) -> bool:
        """Say whether it holds hardly more than the programme does."""
        return is_light(self._question)

    def answer_at(self, point: Point) -> AnswerAt | None:
        """Answer the question at a place in the zone, with the bytes of `write_answer`.

        Null where a cinema on the other side of the Earth is to be measured.
        """
        programme = self._programme
        is_exact, text, bills, kinds, farthest_mm, total, is_cut = answer_near(
            programme.packed, point.lat, point.lon, *self._prepared
        )
        if not is_exact:
            return None
        extent = Extent(farthest_mm, total, is_cut or total > MOST_CINEMAS)
        if farthest_mm < 0:
            return AnswerAt(without_cinemas(programme, replace(self._question, near=point)), extent)
        near = near_piece(point, self._question.accuracy_m)
        written = Written(text, bills, kinds)
        body = whole(programme, near, self._window, written, total, is_truncated=extent.is_truncated)
        return AnswerAt(body, extent)

    def reach_at(self, point: Point, extent: Extent) -> Reach:
        """Say how far an answer to the question reaches."""
        concerns = self._concerned if extent.total else ANYTHING
        return Reach(*concerns, spot_of(point), reach_m(self._question, extent))
