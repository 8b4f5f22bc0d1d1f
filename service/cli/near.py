"""`kinonah near`: the question that the product exists for, asked on the command line."""

import sys
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from data.errors import QuestionError
from data.programme.access import ACCESS
from data.programme.answer import CinemaShowtimes, Showtimes, answer, encode
from data.programme.programme import Programme
from data.programme.search import find_film
from data.programme.understanding import languages_followed
from data.text import plain_text
from data.versions.understood import is_understood
from geo.place import Place
from service.asked import question_of
from service.cli.opened import loaded_programme
from service.cli.position import read_whereabouts
from service.query import ShowtimesQuery
from service.sentences import sentence_for

PIPE_WIDTH = 4000


def near(
    position: Annotated[
        str, typer.Argument(metavar="LAT,LON|PLACE", help="Where, such as 52.4986,13.4180, 10967 or Hermannplatz.")
    ],
    film: Annotated[str | None, typer.Argument(help="A film's slug or title; without it, all films.")] = None,
    *,
    from_: Annotated[str | None, typer.Option("--from", metavar="T", help="The first start; now.")] = None,
    until: Annotated[str | None, typer.Option(metavar="T", help="Starts before this; the end of tomorrow.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="An evening, such as 2026-11-26.")] = None,
    version: Annotated[list[str] | None, typer.Option(help="A version, such as OmU; may be repeated.")] = None,
    understands: Annotated[list[str] | None, typer.Option(help="A language that you follow, such as en.")] = None,
    access: Annotated[list[str] | None, typer.Option(help=f"What you need: {', '.join(ACCESS)}.")] = None,
    within_km: Annotated[float | None, typer.Option(metavar="N", help="No cinema farther than this.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many cinemas.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print what the API would answer.")] = False,
) -> None:
    """Show the nearest cinemas with a film's coming screenings, nearest first."""
    point, place = read_whereabouts(position)
    programme = loaded_programme()
    asked = {"lat": point.lat, "lon": point.lon, "from": from_, "until": until, "on": on, "version": version or []}
    asked |= {"understands": understands or [], "access": access or []}
    asked |= {"within_km": within_km, "limit": limit, "film": [find_film(programme, film).slug] if film else []}
    with _naming_the_option():
        question = question_of(ShowtimesQuery.model_validate(asked).asked(), programme, datetime.now(UTC))
        said = answer(programme, question)
    if as_json:
        typer.echo(encode(said))
    else:
        if place:
            typer.echo(f"From the middle of {_described(place)}:", err=True)
        _print(said, languages_followed(question.understands), _known_until(programme), _console())


def _described(place: Place) -> str:
    where = ", ".join(filter(None, (place.name, place.context)))
    return plain_text(f"{where} ({place.kind.value}, up to {_distance(place.accuracy_m)} around it)")


@contextmanager
def _naming_the_option() -> Iterator[None]:
    """Say what is wrong with a question by the name of the option that asks it."""
    try:
        yield
    except ValidationError as error:
        found = error.errors()[0]
        raise _wrong_option(str(found["loc"][0]), sentence_for(found)) from None
    except QuestionError as error:
        raise _wrong_option(error.parameter, str(error)) from None


def _wrong_option(parameter: str, sentence: str) -> QuestionError:
    return QuestionError(parameter, f"--{parameter.replace('_', '-')}: {sentence}")


def _console() -> Console:
    """Write for the terminal's width; in a pipe for any, so that no line is broken there.

    Titles and names are text: brackets and colons in them are no markup.
    """
    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False, emoji=False)


def _known_until(programme: Programme) -> date | None:
    return max((cinema.known_until for cinema in programme.cinemas if cinema.known_until), default=None)


def _print(said: Showtimes, languages: Set[str], known_until: date | None, console: Console) -> None:
    if not said.cinemas:
        _print_nothing(said, known_until, console)
        return
    perhaps = _perhaps(said, languages)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("as the crow flies", "cinema", "screenings"):
        table.add_column(heading, justify="right" if heading == "as the crow flies" else "left")
    for one in said.cinemas:
        table.add_row(_distance(one.distance_m), _name(one), _screenings(one, said, perhaps))
    console.print(table)
    if perhaps:
        console.print("(perhaps) – the cinema does not say whether you would understand it", style="dim")
    labels = {version.label for version in said.versions.values()}
    if "" in labels:
        console.print("? – the cinema does not say in which version", style="dim")


def _perhaps(said: Showtimes, languages: Set[str]) -> set[str]:
    """Give the keys of the versions that fit only because unknown is not none."""
    return {key for key, version in said.versions.items() if languages and is_understood(version, languages) is None}


def _print_nothing(said: Showtimes, known_until: date | None, console: Console) -> None:
    until = said.window.until_at
    console.print(f"Nothing between {said.window.from_at:%a %d %b %H:%M} and {until:%a %d %b %H:%M}.")
    # Unknown is not none.
    if known_until is None or known_until < said.window.from_at.date():
        console.print("No programme is known for that time" + (f", only until {known_until}." if known_until else "."))
    other = said.alternative
    if other:
        start = other.screening.starts_at
        where = f"{other.cinema.name}, {_distance(other.distance_m)}"
        console.print(f"The nearest besides (without {', '.join(other.relaxed)}): {start:%a %d %b %H:%M}, {where}.")


def _distance(metres: float | None) -> str:
    if metres is None:
        return ""
    return f"{round(metres / 10) * 10} m" if metres < 995 else f"{metres / 1000:.1f} km"


def _name(one: CinemaShowtimes) -> str:
    address = ", ".join(part for part in (one.cinema.street, one.cinema.city) if part)
    return f"{one.cinema.name}\n{address}" if address else one.cinema.name


def _screenings(one: CinemaShowtimes, said: Showtimes, perhaps: Set[str]) -> str:
    days: dict[str, list[str]] = {}
    for screening in one.screenings:
        label = said.versions[screening.version].label or "?"
        words = [f"{screening.starts_at:%H:%M}", label, *screening.formats]
        if len(said.films) != 1:
            words.append(" + ".join(said.films[slug].title for slug in screening.films) or screening.title or "")
        words += ["(perhaps)"] if screening.version in perhaps else []
        words += ["(sold out)"] if screening.status == "sold-out" else []
        days.setdefault(f"{screening.programme_on:%a %d %b}", []).append(" ".join(words))
    return "\n".join(f"{day}  {' · '.join(starts)}" for day, starts in days.items())
