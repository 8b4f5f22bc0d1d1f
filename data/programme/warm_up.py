"""Compiled code is made before the first person asks; `python -m data.programme.warm_up` does so at installation."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from data.programme.films_near import films_near
from data.programme.kernel.finding import find_any
from data.programme.kernel.writing import write_cinemas, write_screenings
from data.programme.load import load_programme
from data.programme.near import showtimes_near
from data.programme.prepared import PreparedQuestion
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.search import Around, find_films
from data.programme.wish import wish_of
from data.tables.database import migrate, open_database, reading
from geo.compiled import forget_stale_code
from geo.point import Point

# No answer depends on them.
_SOMEWHERE, _SOME_TIME = Point(52.5, 13.4), datetime(2000, 1, 1, tzinfo=UTC)


def warm_up(programme: Programme) -> None:
    """Ask a programme in each way that is compiled; the machine code stays on disk for the next process.

    The notations of the countries are gathered too, which takes as long as a thousand questions, and the films' words.
    """
    question = Question(window=Window(_SOME_TIME, _SOME_TIME + timedelta(minutes=1)))
    programme.refuse_swapped(_SOMEWHERE)
    for near in (_SOMEWHERE, None):
        found = showtimes_near(programme, replace(question, near=near))
        write_cinemas(programme.packed, found.numbers, found.count)
    PreparedQuestion(programme, question).answer_at(_SOMEWHERE)
    films = films_near(programme, replace(question, near=_SOMEWHERE))
    write_screenings(programme.packed, films.rows, films.cinemas)
    find_films(programme, "a", _SOME_TIME, Around(_SOMEWHERE))
    find_any(programme.packed, (*programme.all_places,), (*wish_of(programme, replace(question, versions=("OmU",))),))


def forget_stale() -> None:
    """Have compiled again what an update of the sources has made old."""
    programme = Path(__file__).parent
    forget_stale_code(programme.parents[1] / "geo", programme)


def main() -> None:
    """Warm up over a programme without a cinema."""
    forget_stale()
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'empty.db'}")
        migrate(engine)
        with reading(engine) as session:
            warm_up(load_programme(session, language="en"))
        engine.dispose()


if __name__ == "__main__":
    main()
