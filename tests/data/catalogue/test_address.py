"""An address in one line is taken apart."""

import pytest

from data.catalogue.address import read_address


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Potsdamer Straße 5, Berlin, 10785", ("Potsdamer Straße 5", "10785", "Berlin")),
        ("Potsdamer Straße 5, 10785 Berlin", ("Potsdamer Straße 5", "10785", "Berlin")),
        ("Lindower Straße 20/22, Berlin", ("Lindower Straße 20/22", None, "Berlin")),
        ("Berlin, 13086", (None, "13086", "Berlin")),
        ("13086 Berlin", (None, "13086", "Berlin")),
        ("Berlin", (None, None, "Berlin")),
        ("Kastanienallee 77", ("Kastanienallee 77", None, None)),
        ("2. Hof, Kastanienallee 77, Berlin, 10435", ("2. Hof, Kastanienallee 77", "10435", "Berlin")),
        ("10 Downing Street, London, SW1A 2AA", ("10 Downing Street", "SW1A 2AA", "London")),
        ("", (None, None, None)),
        (" , ,", (None, None, None)),
    ],
)
def test_an_address_is_street_postcode_and_city(text: str, parts: tuple[str | None, ...]) -> None:
    assert read_address(text) == parts
