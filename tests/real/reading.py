"""Answers and files brought into one form, so that they can be compared row by row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tests.real.brute_force import Start, same_title

# What stands in the files' column Version, and the label that it is read as.
READ_AS: Mapping[str, str] = {"DE": "DF", "EN": "EN", "OmU": "OmU", "OV": "OV", "OmenglU": "OmeU"}


class Row(NamedTuple):
    """A start as both sides can say it; rows sort by time first."""

    starts_at: str
    title: str
    label: str
    formats: tuple[str, ...]


def starts_as_rows(starts: Iterable[Start]) -> list[Row]:
    """Write down what the files say."""
    return sorted(
        Row(
            start.at.isoformat(),
            same_title(start.title),
            READ_AS[start.label_raw],
            _formats(start),
        )
        for start in starts
    )


def _formats(start: Start) -> tuple[str, ...]:
    # Some houses have the column, others write it behind the title.
    return (start.format,) * bool(start.format) + ("3D",) * start.title.endswith(" 3D")


def screenings_as_rows(screenings: Sequence[Mapping[str, Any]], answered: Mapping[str, Any]) -> list[Row]:
    """Write down what an answer says; its screenings have to be in time order."""
    times = [one["starts_at"] for one in screenings]
    assert times == sorted(times)
    return sorted(
        Row(
            one["starts_at"],
            same_title(_title(one, answered)),
            answered["versions"][one["version"]]["label"],
            tuple(one["formats"]),
        )
        for one in screenings
    )


def _title(screening: Mapping[str, Any], answered: Mapping[str, Any]) -> str:
    titles = [answered["films"][slug]["title"] for slug in screening["films"]]
    return " + ".join(titles) or str(screening["title"])
