"""The fields of one show of a feed, asked for by name; one of another kind than expected is noted, never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.problem import Problem, Severity
from data.schedules.readers.json_text import Json, Numeral
from data.sentence import Sentence

_YES, _NO = frozenset({"true", "1", "yes", "y", "ja", "j"}), frozenset({"false", "0", "no", "n", "nein", ""})
_SHOWN = 60
NOTHING: Mapping[str, Json] = {}


@dataclass(slots=True)
class Fields:
    """What one record says of the show of a number; `problems` are those of the whole document, `asked` the names."""

    number: int
    values: Mapping[str, Json]
    problems: list[Problem]
    asked: set[str] = field(default_factory=set)

    def text(self, *names: str) -> str:
        """Give the first of some fields that is there, as text. A number stands in, with a warning."""
        name, value = self._first(names)
        if isinstance(value, Numeral):
            self.doubt("field-type", name, Sentence("This should be a text, not a number; it is read as it stands."))
        return self._as_text(name, value)

    def key(self, *names: str) -> str:
        """Give the first of some fields that is there, where a number is as good as a text: an id, a day, a time."""
        return self._as_text(*self._first(names))

    def words(self, name: str) -> tuple[str, ...]:
        """Give a list of texts, or the one text that stands instead."""
        value = self._first((name,))[1]
        for one in listed(value):
            if not isinstance(one, str):
                self.doubt("field-type", name, Sentence("This should be a text; it is left out."))
        return tuple(str(one) for one in listed(value) if isinstance(one, str) and one.strip())

    def flag(self, name: str) -> bool | None:
        """Give a yes or no, which may be written as text; null where it is not said."""
        value = self._first((name,))[1]
        if value is None or isinstance(value, bool):
            return value
        said = value.strip().lower() if isinstance(value, str) else "?"
        if said not in _YES | _NO:
            self.doubt("field-type", name, Sentence("This should be true or false; it is left out."))
            return None
        return said in _YES

    def lacks(self, *names: str) -> bool:
        """Say whether none of some fields is there."""
        return self._first(names)[1] is None

    def record(self, name: str) -> "Fields":
        """Give the fields of a record inside; it is empty where there is none."""
        value = self._first((name,))[1]
        if value is not None and not isinstance(value, Mapping):
            self.doubt("field-type", name, Sentence("This should be a record with fields of its own; it is left out."))
        return Fields(self.number, value if isinstance(value, Mapping) else NOTHING, self.problems)

    def doubt(self, code: str, name: str, sentence: Sentence) -> None:
        """Note what is doubtful about a field."""
        self.problems.append(self._problem(code, Severity.WARNING, name, sentence))

    def bar(self, code: str, name: str, sentence: Sentence) -> None:
        """Note what keeps the show out."""
        self.problems.append(self._problem(code, Severity.ERROR, name, sentence))

    def _first(self, names: Sequence[str]) -> tuple[str, Json]:
        self.asked.update(names)
        return next(((name, value) for name in names if (value := self.values.get(name)) is not None), (names[0], None))

    def _as_text(self, name: str, value: Json) -> str:
        if value is None or isinstance(value, str):
            # A plain text: no library knows our Numeral.
            return str(value or "")
        self.bar("field-type", name, Sentence("This should be a text. Correct it in the program that writes the file."))
        return ""

    def _problem(self, code: str, severity: Severity, name: str, message: Sentence) -> Problem:
        value = shown(self.values.get(name))
        return Problem(code=code, severity=severity, row=self.number, column=name, value=value, message=message)


def listed(value: Json) -> Sequence[Json]:
    """Give a list as it is, nothing as an empty one, and anything else as a list of itself."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def records(value: Json) -> list[Mapping[str, Json]]:
    """Give the records of a list; a single one stands for itself."""
    return [one for one in listed(value) if isinstance(one, Mapping)]


def shown(value: Json) -> str | None:
    """Write a value down for a report, cut where it is long."""
    if value is None or isinstance(value, bool | str):
        return None if value is None else str(value)[:_SHOWN]
    return Sentence("a list of {number}", number=len(value)) if isinstance(value, list) else Sentence("a record")
