"""Questions that people could have asked in that week, each with a reason to be here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.real.brute_force import BERLIN, House, Shown, find_nearest
from tests.real.reading import READ_AS

# Where six houses of the list stand, because somebody's geocoder knew no better.
DUMMY = "52.52,13.405"
KREUZBERG = "52.4986,13.4180"
POTSDAM = "52.3989,13.0657"
COTTBUS = "51.7563,14.3329"
TEMPLIN = "53.1186,13.5025"
MUNICH = "48.1372,11.5755"

_MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is typed; moments are local.

    `during` is from when until when, or else `on` an evening; `cinemas` is how many are expected at least.
    """

    why: str
    near: str
    film: str | None = None
    during: tuple[str, str] | None = None
    on: str | None = None
    version: str | None = None
    within_km: float | None = None
    limit: int | None = None
    cinemas: int = 1

    def arguments(self) -> list[str]:
        """Write it for the command line."""
        film = [self.film] if self.film else []
        options = self._parameters().items()
        return ["near", self.near, *film, *(f"--{name.replace('_', '-')}={value}" for name, value in options), "--json"]

    def parameters(self, film_slug: str | None) -> dict[str, str]:
        """Write it for HTTP."""
        lat, _, lon = self.near.partition(",")
        film = {"film": film_slug} if film_slug else {}
        return {"lat": lat, "lon": lon} | film | self._parameters()

    def _parameters(self) -> dict[str, str]:
        asked: Mapping[str, object] = {
            "from": self.during and self.during[0],
            "until": self.during and self.during[1],
            "on": self.on,
            "version": self.version,
            "within_km": self.within_km,
            "limit": self.limit,
        }
        return {name: str(value) for name, value in asked.items() if value is not None}

    def answer(self, week: list[House]) -> list[Shown]:
        """Answer it from the files."""
        return self.all_answers(week)[: self.limit or 20]

    def all_answers(self, week: list[House]) -> list[Shown]:
        """Answer it without a limit."""
        lat, _, lon = self.near.partition(",")
        labels_raw = tuple(raw for raw, label in READ_AS.items() if label == self.version)
        from_at, until_at = self.window()
        return find_nearest(
            week,
            float(lat),
            float(lon),
            self.film,
            from_at,
            until_at,
            limit=_MOST,
            within_km=self.within_km or float("inf"),
            labels_raw=labels_raw,
        )

    def window(self) -> tuple[datetime, datetime]:
        """Give its first moment, and the one that is no longer in it."""
        if self.on:
            begins_at = datetime.combine(date.fromisoformat(self.on), datetime.min.time(), BERLIN).replace(hour=5)
            return begins_at, begins_at + timedelta(days=1)
        if self.during is None:
            raise ValueError("A question here says its window: it must not depend on today.")
        return _berlin(self.during[0]), _berlin(self.during[1])


def _berlin(moment: str) -> datetime:
    at = datetime.fromisoformat(moment)
    return at.astimezone(BERLIN) if at.tzinfo else at.replace(tzinfo=BERLIN)


_WEEKEND = ("2026-07-24T18:00", "2026-07-26T05:00")
_WEEK = ("2026-07-24T00:00", "2026-07-31T05:00")
_SATURDAY = ("2026-07-25T17:00", "2026-07-26T05:00")

QUESTIONS = [
    Question(why="the example", near=KREUZBERG, film="Was haben wir gelacht", cinemas=10, during=_WEEKEND),
    Question(why="many houses", near=KREUZBERG, film="Toy Story 5", limit=100, cinemas=30, during=_WEEK),
    Question(why="more houses than the default limit", near=KREUZBERG, film="Toy Story 5", cinemas=20, during=_WEEK),
    Question(why="a title within others", near=KREUZBERG, film="Obsession", limit=100, cinemas=10, during=_WEEK),
    Question(
        why="capitals for lower case", near=POTSDAM, film="MINIONS & MONSTER", limit=100, cinemas=30, during=_WEEK
    ),
    Question(
        why="houses that write it in two cases", near=KREUZBERG, film="michael", limit=100, cinemas=2, during=_WEEK
    ),
    Question(
        why="no accent, other case",
        near=KREUZBERG,
        film="CHERI, ich komme! - die erfindung der LUST",
        limit=100,
        cinemas=10,
        during=_WEEK,
    ),
    Question(
        why="an accent in two signs",
        near=COTTBUS,
        film="Che\u0301ri, ich komme! - Die Erfindung der Lust",
        cinemas=10,
        during=_WEEKEND,
    ),
    Question(why="surplus blanks", near=DUMMY, film="  Der Teufel  trägt Prada 2 ", during=_WEEK),
    Question(why="a dash, lower case", near=DUMMY, film="das tiefste blau – o último azul", during=_WEEK),
    Question(why="an apostrophe of the printers", near=DUMMY, film="Good luck, have fun, don’t die", during=_WEEK),
    Question(why="one house only", near=MUNICH, film="Children of Men", during=_WEEK),
    Question(why="all films", near=KREUZBERG, cinemas=20, during=_SATURDAY),
    Question(why="all films of the dummy coordinate, where six tie", near=DUMMY, limit=6, cinemas=6, during=_WEEK),
    Question(why="a limit amid the tie", near=DUMMY, limit=3, cinemas=3, during=_WEEK),
    Question(why="a tie far away", near=MUNICH, limit=100, cinemas=80, during=_SATURDAY),
    Question(why="Potsdam", near=POTSDAM, film="Die Odyssee", limit=5, cinemas=5, during=_WEEKEND),
    Question(why="Cottbus, all films", near=COTTBUS, limit=3, cinemas=3, during=_WEEKEND),
    Question(why="Templin", near=TEMPLIN, film="Toy Story 5", limit=3, cinemas=3, during=_WEEK),
    Question(why="Munich is far", near=MUNICH, film="Was haben wir gelacht", limit=3, cinemas=3, during=_WEEKEND),
    Question(why="a radius", near=KREUZBERG, within_km=2.5, cinemas=5, during=_SATURDAY),
    Question(why="a radius and a film", near=KREUZBERG, film="Backrooms", within_km=6, cinemas=5, during=_WEEK),
    Question(why="a radius that holds the tie alone", near=DUMMY, within_km=0.001, cinemas=6, during=_WEEK),
    Question(why="a radius that holds nothing", near=MUNICH, within_km=50, cinemas=0, during=_WEEK),
    Question(why="the last minute before midnight", near=DUMMY, during=("2026-07-24T23:00", "2026-07-25T00:00")),
    Question(why="a start at midnight", near=DUMMY, during=("2026-07-25T00:00", "2026-07-25T05:00")),
    Question(why="just after midnight", near=DUMMY, during=("2026-07-25T00:01", "2026-07-25T05:00"), cinemas=0),
    Question(why="Friday's evening holds Saturday's 0:00", near=DUMMY, film="Casablanca", on="2026-07-24"),
    Question(why="an evening", near=DUMMY, film="Casablanca", on="2026-07-25", cinemas=0),
    Question(why="a start at the window's end is out", near=KREUZBERG, during=("2026-07-26T19:00", "2026-07-26T20:00")),
    Question(
        why="offsets other than Berlin's",
        near=KREUZBERG,
        film="The Odyssey",
        during=("2026-07-25T16:00Z", "2026-07-25T23:00-04:00"),
    ),
    Question(why="a version", near=KREUZBERG, film="Was haben wir gelacht", version="OmU", during=_WEEK),
    Question(why="a version, all films", near=POTSDAM, version="OmeU", limit=100, during=_WEEK),
    Question(why="nothing known so late", near=KREUZBERG, during=("2026-08-10T00:00", "2026-08-11T05:00"), cinemas=0),
]
