"""What the cinemas of ten countries write, line by line in the tables of `notations/`, means what it means there.

`heard` and `read` are BCP 47 tags (`-`: surely nothing, `?`: unknown); `original` is yes, no or empty; `also` names
captions, ad (audio description), formats, `from` an age, an `event`, or says that words are `left`.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.versions.notation import read_notation
from data.versions.version import UNKNOWN_LANGUAGE, Version

TABLES = sorted(Path(__file__).parent.joinpath("notations").glob("*.csv"))
ORIGINAL = {"yes": True, "no": False, "": None}


def lines() -> Iterator[tuple[str, dict[str, str]]]:
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file, delimiter=";"):
                yield table.stem.upper(), line


LINES = list(lines())


def expected(line: dict[str, str]) -> Version:
    read = {"?": None, "-": ()}.get(line["read"], tuple(line["read"].split()))
    return Version(
        audio=tuple(line["heard"].split()) or (UNKNOWN_LANGUAGE,),
        is_original=ORIGINAL[line["original"]],
        subtitles=read,
        captions="captions" in line["also"].split(),
        audio_description="ad" in line["also"].split(),
    )


@pytest.mark.parametrize(("country", "line"), LINES, ids=[f"{country} {line['written']}" for country, line in LINES])
def test_a_notation_means_what_it_means_in_its_country(country: str, line: dict[str, str]) -> None:
    notation = read_notation(line["written"], country)
    assert notation.version == expected(line)
    assert bool(notation.left) is (line["also"] == "left")
    besides = [*notation.formats, *(f"event {event}" for event in notation.events)]
    besides += [f"from {notation.age_rating}"] if notation.age_rating else []
    words = [word for word in line["also"].split() if word not in ("captions", "ad", "left")]
    assert " ".join(besides).split() == words


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(LINES) >= 250
    assert len(TABLES) >= 10
