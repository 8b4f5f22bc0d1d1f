"""An address in one line, taken apart into street, postcode and city."""

import re
from typing import NamedTuple

# "10785", "1010", "SW1A 1AA", "1012 AB", "00-950", "100-0001": capitals and digits, at least two of these digits
# or one beside letters.
_POSTCODE = re.compile(r"(?=.*\d)[A-Z\d]{2,5}(?:[ -][A-Z\d]{2,4})?")
_POSTCODE_AND_CITY = re.compile(r"(\d{4,6}|\d{2}-\d{3}|\d{4} [A-Z]{2}) (\D.*)")


class Address(NamedTuple):
    """What an address says; null where it says nothing."""

    street: str | None
    postcode: str | None
    city: str | None


def read_address(text: str) -> Address:
    """Take an address apart: `Potsdamer Straße 5, Berlin, 10785`, `Potsdamer Straße 5, 10785 Berlin` or less of it.

    Parts stand between commas: the street, then the city, the postcode before or after it.
    """
    parts = [part for part in (part.strip() for part in text.split(",")) if part]
    postcode = parts.pop() if parts and _POSTCODE.fullmatch(parts[-1]) else None
    if parts and not postcode and (written := _POSTCODE_AND_CITY.fullmatch(parts[-1])):
        postcode, parts[-1] = written.groups()
    # A single part with a number in it is a street without its city.
    has_city = len(parts) > 1 or (len(parts) == 1 and not any(letter.isdigit() for letter in parts[0]))
    city = parts.pop() if has_city else None
    return Address(", ".join(parts) or None, postcode, city)
