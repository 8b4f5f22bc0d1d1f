"""A JavaScript literal, as some vendors export instead of JSON: rewritten as JSON, and no program ever run.

Understood are an assignment or `export default` before it, keys without quotation marks, single quotation marks,
comments and trailing commas; whatever else JavaScript can do is left for the JSON parser to refuse.
"""

import re

from data.errors import FileUnreadableError
from data.schedules.readers.json_text import Json, parse_json
from data.sentence import Sentence

MOST_CHARACTERS = 5_000_000

# Possessive here and below, so that no document makes it try again and again.
_BLANK = r"(?:\s++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+"
_ASSIGNED = r"(?:export\s++default|module\.exports\s*+=|(?:export\s++)?(?:var|let|const)\s++[\w$]++\s*+=)"
_BEGINNING = re.compile(rf"{_BLANK}(?:{_ASSIGNED})?{_BLANK}", re.DOTALL)
_IS_LITERAL = re.compile(rf"{_BLANK}(?:{_ASSIGNED}|[\[{{]\s*+(?:[\[{{]\s*+)*+(?:[A-Za-z_$][\w$]*+\s*+:|'|//|/\*))")
_PIECE = re.compile(
    r"""
    (?P<text>"(?:[^"\\\n]|\\.)*+"?+ | '(?:[^'\\\n]|\\.)*+'?+)
    | (?P<comment>//[^\n]*+ | /\*.*?(?:\*/|\Z))
    | (?P<name>[A-Za-z_$][\w$]*+)(?P<colon>\s*+:)?
    | (?P<trailing>,(?=\s*+[}\]]))
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_JSON_ESCAPES = frozenset('"\\/bfnrtu')


def is_js_literal(text: str) -> bool:
    """Say whether a text is a literal that JSON would not understand."""
    return bool(_IS_LITERAL.match(text))


def parse_js(text: str) -> Json:
    """Parse a literal. Raises FileUnreadableError for all else; the lines that it names are those of the text."""
    if len(text) > MOST_CHARACTERS:
        raise FileUnreadableError(
            Sentence("This JavaScript is longer than {most:,} characters. Export it as JSON.", most=MOST_CHARACTERS)
        )
    beginning = _BEGINNING.match(text)
    start = beginning.end() if beginning else 0
    lines_before = "\n" * text.count("\n", 0, start)
    literal = text[start:].rstrip().removesuffix(";")
    return parse_json(lines_before + _PIECE.sub(_as_json, literal))


def _as_json(piece: re.Match[str]) -> str:
    written = piece.group()
    match piece.lastgroup:
        case "text" if len(written) > 1 and written[0] == written[-1]:
            return _text(written)
        case "comment":
            return "\n" * written.count("\n")
        case "colon":
            return f'"{piece["name"]}":'
        case "trailing":
            return ""
    return written


def _text(written: str) -> str:
    """Write a text between double quotation marks, with the escapes that JSON has."""
    inside = written[1:-1]
    if "\\" not in inside and '"' not in inside:
        return f'"{inside}"'
    escaped = _ESCAPE.sub(lambda escape: escape[0] if escape[1] in _JSON_ESCAPES else escape[1], inside)
    return '"' + re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', escaped) + '"'
