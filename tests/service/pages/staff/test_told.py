"""Every sentence that a lower storey can say has a German one with the same facts."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from data.schedules.readers.headers import HEADERS, REQUIRED
from data.schedules.status import STATUSES
from data.schedules.time_problems import SAYINGS
from data.sentence import Sentence, both, together, word
from service.pages.staff.told.files import FILES
from service.pages.staff.told.refusals import REFUSALS
from service.pages.staff.told.rows import ROWS
from service.pages.staff.told.telling import GERMAN, tell
from service.pages.staff.told.words import WORDS

HOUSE = Path(__file__).parents[4]
# What is said on the staff pages comes from here; the imports of cinemas and films are for the command line alone.
SAYING = ("data/schedules", "data/versions", "data/feeds")
ALSO_SAYING = ("data/csv_records.py", "data/decoded.py", "data/no_table.py", "data/catalogue/closed_days.py")
# Only the command line, the API and the keys of its uploads know these.
NOT_ON_PAGES = frozenset({"data/schedules/upload_keys.py", "data/versions/asked.py"})


def test_every_sentence_has_a_german_one() -> None:
    missing = [f"{place}: {pattern}" for place, pattern in _patterns() if pattern not in GERMAN]
    assert missing == []


def test_no_german_sentence_is_left_over() -> None:
    said = {pattern for _, pattern in _patterns()}
    assert [pattern for pattern in (*ROWS, *FILES, *REFUSALS) if pattern not in said] == []


def test_no_pattern_has_two_german_sentences() -> None:
    assert len(GERMAN) == sum(map(len, (ROWS, FILES, REFUSALS, WORDS)))


@pytest.mark.parametrize("pattern", GERMAN)
def test_a_german_sentence_names_the_same_values(pattern: str) -> None:
    left_out = {"kind"} if "unmerge" in pattern else set()
    assert _values(GERMAN[pattern]) <= _values(pattern)
    assert _values(pattern) - _values(GERMAN[pattern]) <= left_out


def test_what_is_wrong_in_a_schedule_is_always_said_by_a_pattern() -> None:
    """A plain text could not be told in another language: not in a Problem, and not in an error."""
    assert [place for place, call in _calls() if _says_plainly(call)] == []


def test_every_problem_of_times_is_told_in_german() -> None:
    told = {code: tell(saying.message, "de") for code, saying in SAYINGS.items()}
    assert [code for code, sentence in told.items() if sentence == SAYINGS[code].message] == []


def test_the_words_that_sentences_hold_are_german_too() -> None:
    fields = [field.replace("_", " ") for field in HEADERS if field != "house_or_room"]
    named = [f"the {field}" for field in (*HEADERS, *REQUIRED) if field != "house_or_room"]
    counted = ["row", "line", "show"]
    assert [
        said for said in (*fields, *named, *counted, *STATUSES, "film", "cinema", "none named") if said not in WORDS
    ] == []


def test_sentences_within_sentences_are_told_too() -> None:
    said = together(
        Sentence("Also in rows {rows}.", rows="3, 4"),
        Sentence("This is read as a double feature of {films}.", films=both(["Tár", "Tangerine"])),
    )
    assert said == "Also in rows 3, 4. This is read as a double feature of Tár and Tangerine."
    assert tell(said, "de") == "Ebenso in den Zeilen 3, 4. Das gilt als Doppelprogramm aus Tár und Tangerine."
    assert tell(said, "en") == said


def test_braces_in_a_title_are_a_title() -> None:
    said = Sentence("This title is cut off: it is taken for {films}.", films="{films} {0}")
    assert tell(said, "de") == "Dieser Titel ist abgeschnitten: Er gilt als {films} {0}."
    assert tell(word("title"), "de") == "Titel"
    assert tell("title", "de") == "title"


def _values(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def _sources() -> Iterator[tuple[str, ast.Module]]:
    for path in (*HOUSE.glob("data/**/*.py"), *HOUSE.glob("service/**/*.py")):
        yield path.relative_to(HOUSE).as_posix(), ast.parse(path.read_text())


def _patterns() -> Iterator[tuple[str, str]]:
    """Give what stands in a call of Sentence anywhere; what is put together there is found by no page."""
    for name, module in _sources():
        for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
            if ast.unparse(call.func) == "Sentence" and name != "data/sentence.py":
                first = call.args[0]
                assert isinstance(first, ast.Constant), f"{name}, line {call.lineno}: a pattern stands as it is"
                yield f"{name}, line {call.lineno}", str(first.value)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for name, module in _sources():
        if (name.startswith(SAYING) or name in ALSO_SAYING) and name not in NOT_ON_PAGES:
            for node in ast.walk(module):
                if isinstance(node, ast.Call):
                    yield f"{name}, line {node.lineno}", node


def _says_plainly(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    said = [key.value for key in call.keywords if key.arg == "message"]
    if name.endswith("Error") or name == "super().__init__":
        said += call.args
    return any(_is_sentence_like(one) for one in said)


def _is_sentence_like(node: ast.expr) -> bool:
    text = (
        node.value
        if isinstance(node, ast.Constant)
        else "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        if isinstance(node, ast.JoinedStr)
        else ""
    )
    return isinstance(text, str) and " " in text
