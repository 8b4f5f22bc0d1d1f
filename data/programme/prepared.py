"""A question without its place: worked out once for all who ask it in the same minute, and answered in one step."""

from typing import NamedTuple

from msgspec.structs import replace

from data.programme.kernel.answering import answer_near
from data.programme.near import MOST_CINEMAS, Extent, prepare
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.reach import Reach, reach_of
from data.programme.write import Written, near_piece, whole, window_piece
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
        wish, places, reach, most, by_time = prepare(programme, question)
        self._asked = ((*places,), (*wish,), (*reach,), most, by_time)

    @property
    def is_light(self) -> bool:
        """Say whether it holds hardly more than the programme does; a choice of several places is its own."""
        question = self._question
        return len(question.films) <= 1 and not question.cinemas and not question.access

    def answer_at(self, point: Point) -> AnswerAt | None:
        """Answer the question at a place in the zone, with the bytes of `write_answer`.

        Null where there is more to do: nothing is found, or a cinema on the other side of the Earth is to be measured.
        """
        programme = self._programme
        is_exact, text, bills, kinds, farthest_mm, total, is_cut = answer_near(
            programme.packed, (*spot_of(point),), *self._asked
        )
        if not is_exact or farthest_mm < 0:
            return None
        extent = Extent(farthest_mm, total, is_cut or total > MOST_CINEMAS)
        near = near_piece(point, self._question.accuracy_m)
        return AnswerAt(whole(programme, near, self._window, Written(text, bills, kinds), extent), extent)

    def reach_at(self, point: Point, extent: Extent) -> Reach:
        """Say how far an answer to the question reaches."""
        return reach_of(self._programme, replace(self._question, near=point), extent)
