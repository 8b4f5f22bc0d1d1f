"""A vendor's feed becomes a sheet: a row for each of its shows, counted from 1, whatever is wrong with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.readers.fields import NOTHING, Fields, shown
from data.schedules.readers.json_text import Json
from data.schedules.sheet import FILM_UNKNOWN, Row, Sheet
from data.sentence import Sentence

# A cinema has some hundred in a week, a chain some ten thousand.
MOST_SHOWS = 50_000
_MOST_IGNORED = 40

# A show with the records around it, the outermost first: cinema, film, performance.
Chain: TypeAlias = Sequence[Json]


def sheet_of(
    reader: str, columns: dict[str, str], shows: Iterable[Chain], row: Callable[..., Row], counted: str = "show"
) -> Sheet:
    """Make a sheet of the shows; `row` is given the fields of each record of the chain.

    `columns` gives the vendor's word for each of our fields. Raises FileUnreadableError where there is no show, or
    more than any cinema has.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    there: dict[str, None] = {}
    asked: set[str] = set()
    for number, chain in enumerate(shows, start=1):
        if number > MOST_SHOWS:
            raise FileUnreadableError(
                Sentence("The file has more than {most:,} shows. Export a shorter period.", most=MOST_SHOWS)
            )
        fields = [_fields(number, record, problems, asked) for record in chain]
        there.update(dict.fromkeys(fields[-1].values))
        rows.append(row(*fields))
    if not rows:
        raise FileUnreadableError(
            Sentence("The file has no shows. Export it once more, for a period in which some are planned.")
        )
    ignored = [name for name in there if name not in asked]
    return Sheet(
        reader=reader,
        columns=columns,
        ignored_columns=tuple(ignored[:_MOST_IGNORED]),
        rows=tuple(rows),
        problems=tuple(problems),
        counted=counted,
    )


def title_of(show: Fields, film: Fields, titles: Sequence[str], numbers: Sequence[str]) -> str:
    """Give the title that stands in a show, else in its film; a number of a film that the file lacks bars the show.

    `titles` are the fields that may hold the title, `numbers` those of the show that may link the film.
    """
    title = show.text(*titles) or film.text(*titles)
    number = show.key(*numbers)
    if not title and number and show.lacks(*titles) and film.lacks(*titles):
        column = next(name for name in numbers if not show.lacks(name))
        show.bar(
            FILM_UNKNOWN,
            column,
            Sentence("The file has no film of this number. Export the films together with the shows."),
        )
    return title


def _fields(number: int, record: Json, problems: list[Problem], asked: set[str]) -> Fields:
    if isinstance(record, Mapping):
        return Fields(number, record, problems, asked)
    sentence = Sentence(
        "A show should stand here, a record with its fields. Correct it in the program that writes the file."
    )
    problems.append(
        Problem(
            code="show-unreadable", severity=Severity.ERROR, row=number, value=shown(record) or "null", message=sentence
        )
    )
    return Fields(number, NOTHING, problems, asked)
