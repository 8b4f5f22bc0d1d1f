"""A web page: the programme that it tells search engines, as blocks of JSON-LD in its head or body."""

import html
import re

from selectolax.lexbor import LexborHTMLParser

from data.decoded import decode
from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.readers.json_ld import read_json_ld
from data.schedules.readers.json_text import Json, parse_json
from data.schedules.sheet import Sheet
from data.sentence import Sentence, sentence_of, together

_IS_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|div|section)\b", re.I | re.S)
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
_SEARCHED = 10_000
# A page as a browser holds it takes forty times the room of its text.
_MOST_MB = 5


def is_page(content: bytes) -> bool:
    """Say whether a file is a web page."""
    return bool(_IS_PAGE.match(content[:_SEARCHED].removeprefix(b"\xef\xbb\xbf")))


def read_page(content: bytes) -> Sheet:
    """Read the events of a page. Raises FileUnreadableError where it says none in a form that programs read."""
    if len(content) > _MOST_MB * 1_000_000:
        raise FileUnreadableError(
            Sentence("The web page is larger than {most} MB. Save the programme alone.", most=_MOST_MB)
        )
    page = LexborHTMLParser(decode(content))
    blocks: list[Json] = []
    problems: list[Problem] = []
    for number, script in enumerate(page.css('script[type*="ld+json" i]'), start=1):
        try:
            blocks.append(parse_json(_unwrapped(script.text())))
        except FileUnreadableError as error:
            problems.append(_broken(number, error))
    if not blocks:
        broken = problems[0].message if problems else ""
        raise FileUnreadableError(
            together(
                Sentence("This web page says nothing about screenings that programs can read (schema.org as JSON-LD)."),
                broken,
                Sentence("Save the programme as CSV, or ask whoever makes the page."),
            )
        )
    return read_json_ld(blocks, problems)


def _unwrapped(script: str) -> str:
    bare = _WRAPPING.sub("", script).strip().removesuffix(";")
    # Some systems escape the whole block.
    return html.unescape(bare) if bare.startswith(("{&quot;", "[&quot;", "[{&quot;", "{&#34;")) else bare


def _broken(number: int, error: FileUnreadableError) -> Problem:
    return Problem(
        code="script-unreadable",
        severity=Severity.ERROR,
        message=Sentence(
            "Block {number} of JSON-LD in the page cannot be read, and what it says is missing here. {why}",
            number=number,
            why=sentence_of(error),
        ),
    )
