"""A sentence for people that remembers how it was made, so that a page can say the same in another language."""

from collections.abc import Sequence

EITHER, BOTH, LISTED = "{one} or {other}", "{one} and {other}", "{one}, {other}"


class Sentence(str):
    """A sentence in English: a pattern with its values in place. A value may be a sentence itself.

    Patterns stand in the sources as they are, never put together: by them, a page finds the sentence of its language.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, **values: object) -> "Sentence":
        """Fill a pattern in. Raises KeyError for a value that it names and does not get."""
        said = super().__new__(cls, pattern.format(**values))
        said.pattern, said.values = pattern, values
        return said


def together(*sentences: str) -> Sentence:
    """Put sentences behind each other, without those that are empty."""
    said = {f"part{number}": sentence for number, sentence in enumerate(sentences) if sentence}
    return Sentence(" ".join(f"{{{name}}}" for name in said), **said)


def word(name: str) -> Sentence:
    """Say a word of ours, such as a field or a status, so that a page may say it in another language."""
    return Sentence(name)


def either(names: Sequence[str]) -> str:
    """Name what may be meant: one or another."""
    return _joined(EITHER, names)


def both(names: Sequence[str]) -> str:
    """Name what is meant: one and another."""
    return _joined(BOTH, names)


def listed(names: Sequence[str]) -> str:
    """Name all that there is."""
    return _joined(LISTED, names)


def _joined(pattern: str, names: Sequence[str]) -> str:
    said, *others = names or [""]
    for other in others:
        said = Sentence(pattern, one=said, other=other)
    return said


def sentence_of(error: Exception) -> str:
    """Give what an error says, as the sentence that it was raised with."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Sentence) else str(error)
