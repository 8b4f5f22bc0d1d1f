"""An XML document: parsed once, without entities and without asking anybody else, and read by whoever knows it."""

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from data.decoded import decode
from data.errors import FileUnreadableError
from data.schedules.readers.cinetixx_xml import is_cinetixx_xml, read_cinetixx_xml
from data.schedules.readers.tapos import is_tapos, read_tapos
from data.schedules.sheet import Sheet
from data.sentence import Sentence

_BEGINS = re.compile(r"\s*+(?:<\?xml\b|<!--|<!DOCTYPE\b|<[A-Za-z_][\w.:-]*+[\s/>])", re.IGNORECASE)
_SEARCHED = 10_000
# Each opens a tag: 50,000 shows of ten fields. A tree takes twenty times the room of its text.
_MOST_TAGS = 1_000_000
# A show lies five deep. Deeper by the thousand, what encloses what takes longer to keep than all the rest.
_DEEPEST = 100


class Shape(NamedTuple):
    """Who reads a kind of document: `is_mine` says of its root whether it is one."""

    is_mine: Callable[[Element], bool]
    read: Callable[[Element], Sheet]


class _Shallow(TreeBuilder):
    """A tree that goes down only so far."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Begin an element. Raises FileUnreadableError."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FileUnreadableError(
                Sentence("The XML nests more than {most} levels deep: this is no schedule.", most=_DEEPEST)
            )
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)


SHAPES = (Shape(is_cinetixx_xml, read_cinetixx_xml), Shape(is_tapos, read_tapos))


def is_xml_document(content: bytes) -> bool:
    """Say whether a file is XML."""
    head = content[:_SEARCHED].removeprefix(b"\xef\xbb\xbf")
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_utf16 else "utf-8", errors="ignore")
    return bool(_BEGINS.match(text))


def read_xml_document(content: bytes) -> Sheet:
    """Read a document of any of these shapes. Raises FileUnreadableError, with a sentence that says what to do."""
    root = _parse(content)
    for shape in SHAPES:
        if shape.is_mine(root):
            return shape.read(root)
    raise FileUnreadableError(
        Sentence(
            "This is XML, but of no kind that we know (its root is {root}). Known are cinetixx and TaPoS. "
            "Else export it as CSV.",
            root=root.tag[:60],
        )
    )


def _parse(content: bytes) -> Element:
    text = decode(content)
    if content.count(b"<") > _MOST_TAGS:
        raise FileUnreadableError(
            Sentence("The XML has more than {most:,} tags. Export a shorter period.", most=_MOST_TAGS)
        )
    try:
        # As bytes, so that the encoding that the document names counts; else in the one that it really has.
        root = _tree(content)
    except DefusedXmlException as error:
        raise FileUnreadableError(
            Sentence(
                "The XML declares entities or asks for other files, which may do harm and is not read. Export "
                "it without."
            )
        ) from error
    except (ParseError, ValueError, LookupError):
        root = _parse_text(text)
    return root


def _tree(document: bytes | str) -> Element:
    parser = DefusedXMLParser(target=_Shallow())
    parser.feed(document)
    root: Element = parser.close()
    return root


def _parse_text(text: str) -> Element:
    try:
        root = _tree(text)
    except ParseError as error:
        line, character = error.position
        raise FileUnreadableError(
            Sentence(
                "The XML breaks off in line {line}, at character {character}. Export it once more.",
                line=line,
                character=character + 1,
            )
        ) from error
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise FileUnreadableError(Sentence("The XML cannot be read. Export it once more, as UTF-8.")) from error
    return root
