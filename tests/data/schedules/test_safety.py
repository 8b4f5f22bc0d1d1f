"""What a file holds can trick neither a page nor a reader's eye."""

import msgspec
import pytest
from sqlalchemy import Engine
from sqlmodel import select

from data.links import is_web_link
from data.tables.database import reading
from data.tables.screening import Screening
from tests.data.factories import check_sheet, publish_sheet, row, stored


@pytest.mark.parametrize(
    "link", ["https://kino.example/t?id=1&x=%20", "http://kino.example:8080/", "HTTPS://KINO.EXAMPLE"]
)
def test_a_web_address_is_a_booking_link(house: Engine, link: str) -> None:
    assert publish_sheet(house, row(booking_url=link)).problems == []
    with reading(house) as session:
        assert session.exec(select(Screening.booking_url)).one() == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://kino.example",
        "java\u200bscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        ' https://x"onmouseover=alert(1)',
        "https://x'onmouseover=alert(1)",
        "https://kino.example/<script>",
        "https://kino.example/a b",
        "https://kino.example\\@evil.example",
        "//evil.example",
        "/tickets/1",
        "tickets.html",
        "kino.example",
        "https://",
        "https:///tickets",
        "https://[",
        "ftp://kino.example",
        "vbscript:x",
        "mailto:kasse@kino.example",
    ],
)
def test_what_is_no_web_address_is_left_out_with_a_warning(house: Engine, link: str) -> None:
    report = publish_sheet(house, row(booking_url=link))
    assert "booking-url-unsafe" in [problem.code for problem in report.problems]
    with reading(house) as session:
        assert session.exec(select(Screening.booking_url)).one() is None


def test_a_link_is_judged_without_raising() -> None:
    assert not is_web_link("https://[::1")
    assert not is_web_link("http://\uff0f\uff0f")


@pytest.mark.parametrize(
    "hidden",
    ["\u202e", "\u2066", "\u200b", "\u0007", "\u001b", "\u00ad", "\ufeff", "\u061c"],
    ids=lambda text: f"U+{ord(text):04X}",
)
def test_a_character_that_hides_something_is_taken_out_and_reported(house: Engine, hidden: str) -> None:
    report = publish_sheet(house, row(title=f"Red {hidden}Rocket"))
    assert [(one.code, one.row, one.column) for one in report.problems] == [("hidden-characters", 2, "title")]
    assert stored(house)[0].title == "Red Rocket"


def test_markup_in_a_title_stays_the_text_that_it_is(house: Engine) -> None:
    title = "</script><script>alert('1')</script>"
    publish_sheet(house, row(title=title))
    assert stored(house)[0].title == title


@pytest.mark.parametrize(
    "title", ["Robert'); DROP TABLE screening;--", "{{ 7*7 }}", "=cmd|' /C calc'!A0", "%s %(x)s \\x00"]
)
def test_a_title_is_never_executed(house: Engine, title: str) -> None:
    publish_sheet(house, row(title=title))
    assert stored(house)[0].title == title


def test_no_value_in_a_report_holds_hidden_characters(house: Engine) -> None:
    evil = "\u202e\u001b[2J"
    cells = dict.fromkeys(["date", "time", "title", "version", "status", "booking_url"], f"x{evil}")
    report = check_sheet(house, row(**cells), row(title=f"A{evil}", status=f"?{evil}", booking_url=f"data:{evil}"))
    assert not {"\u202e", "\u001b"} & set(msgspec.json.encode(report).decode().encode().decode("unicode_escape"))
