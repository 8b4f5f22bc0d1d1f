"""A street with its number as it is compared: `Kantstr. 12 A` is `Kantstraße 12a`."""

import re
from typing import NamedTuple

from data.text import umlauts_spelled

_NUMBERS = re.compile(r"\d+")
_STREET = re.compile(r"str(?:\.|asse|eet)?(?=\W|\d|$)")
_SHORT = {"pl": "platz", "av": "avenue", "ave": "avenue", "rd": "road", "blvd": "boulevard", "bd": "boulevard"}


class Street(NamedTuple):
    """The name of a street without signs and blanks, and the first and the last of its numbers."""

    name: str
    first: int
    last: int

    def meets(self, other: "Street") -> bool:
        """Say whether both are one address: `40-41` meets `41`."""
        return self.name == other.name and self.first <= other.last and other.first <= self.last


def read_street(text: str | None) -> Street | None:
    """Read a street; null where it has no name or no number, which alone tells no house."""
    written = umlauts_spelled(text or "")
    numbers = [int(number) for number in _NUMBERS.findall(written)]
    words = re.findall(r"[^\W\d_]{2,}", _STREET.sub("strasse ", written))
    name = "".join(_SHORT.get(word, word) for word in words)
    # A range is small: `20/22` is one, and `5, 10785` is none.
    near = [number for number in numbers if 0 <= number - numbers[0] <= 20]
    return Street(name, numbers[0], near[-1]) if numbers and name else None
