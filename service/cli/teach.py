"""`kinonah schedule teach`: what a cinema's own words mean, said once and remembered."""

from collections.abc import Sequence
from typing import Annotated

import typer

from data.errors import QuestionError
from data.schedules.stored import cinema_of
from data.schedules.taught import Lesson, forget, lessons_of, teach_label, teach_title
from data.tables.database import reading, writing
from service.cli.opened import opened_database
from service.cli.printing import print_json


def teach(
    text: Annotated[
        str | None, typer.Argument(help="A label or a title as the sheet has it; without, all is listed.")
    ] = None,
    *,
    cinema: Annotated[str, typer.Option("--cinema", metavar="SLUG", help="Whose words they are.")],
    means: Annotated[
        str | None, typer.Option("--means", metavar="NOTATION", help="The label means this: OmU, OmeU, DF, 3D OV …")
    ] = None,
    films: Annotated[
        list[str] | None,
        typer.Option("--film", metavar="SLUG", help="The title means this film; twice for a double feature."),
    ] = None,
    is_no_film: Annotated[bool, typer.Option("--no-film", help="The title names no film.")] = False,
    is_forgotten: Annotated[bool, typer.Option("--forget", help="Forget what the words were taught to mean.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is remembered then as JSON.")] = False,
) -> None:
    """Say once what words of a cinema mean; from then on its sheets are read so. Without words, list what is known."""
    if sum((means is not None, bool(films), is_no_film, is_forgotten)) != bool(text):
        raise QuestionError("text", "Say the words and one of --means, --film, --no-film or --forget; or nothing.")
    with opened_database() as engine, (writing if text else reading)(engine) as session:
        house = cinema_of(session, cinema)
        if text and is_forgotten:
            forget(session, house, text)
        elif text and means is not None:
            teach_label(session, house, text, means)
        elif text:
            teach_title(session, house, text, films or [])
        session.flush()
        lessons = lessons_of(session, house)
    if as_json:
        print_json(lessons)
    else:
        _show(cinema, lessons)


def _show(cinema: str, lessons: Sequence[Lesson]) -> None:
    for lesson in lessons:
        typer.echo(f"{lesson.text}  means  {lesson.means or ' + '.join(lesson.films) or 'no film'}")
    if not lessons:
        typer.echo(f"{cinema} has taught nothing: its sheets are read as everyone's.")
