"""Numbers in titles: `Part Two`, `Teil 2`, `Vol. 2`, `II` and `2` count the same."""

import re
from collections.abc import Iterator, Sequence

# Before a number, these say nothing that the number does not say.
_PART_WORDS = {"part", "teil", "partie", "chapter", "kapitel", "chapitre", "episode", "vol", "volume", "band"}
_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fuenf": "5", "funf": "5", "sechs": "6",
}  # fmt: skip
_ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip
# Also letters: they count as the last word, and behind a part word.
_ROMAN_LETTERS = {"i": "1", "v": "5", "x": "10"}
_BEHIND_PART_WORDS = _NUMBER_WORDS | _ROMAN | _ROMAN_LETTERS
# Without one of these, a title's words stay as they are.
_COUNTING = _PART_WORDS.union(_ROMAN, _ROMAN_LETTERS)
_DIGITS = re.compile(r"\d+")


def counted(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a title with its numbers as digits, without the part words before them."""
    return words if _COUNTING.isdisjoint(words) else tuple(_counted(words))


def _counted(words: Sequence[str]) -> Iterator[str]:
    last = len(words) - 1
    is_behind_part_word = False
    for place, word in enumerate(words):
        if word in _PART_WORDS and place < last and _is_number_behind_part_word(words[place + 1]):
            is_behind_part_word = True
            continue
        numerals = _ROMAN | _ROMAN_LETTERS if 0 < place == last else _ROMAN
        yield (_BEHIND_PART_WORDS if is_behind_part_word else numerals).get(word, word)
        is_behind_part_word = False


def numbers_in(words: Sequence[str]) -> tuple[str, ...]:
    """Give the numbers of a title in their order: films that differ here differ."""
    return tuple([number.lstrip("0") or "0" for number in _DIGITS.findall(" ".join(words))])


def _is_number_behind_part_word(word: str) -> bool:
    return word.isdigit() or word in _BEHIND_PART_WORDS
