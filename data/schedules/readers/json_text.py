"""JSON as a program wrote it: its tree with every number left as written, and a sentence for what is none."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

from data.errors import FileUnreadableError
from data.sentence import Sentence

_SHOWN = 40
# 50,000 shows of thirty fields. A tree takes twenty times the room of its text.
_MOST_COMMAS = 1_500_000


class Numeral(str):
    """A number as it stands in the document: an id of twenty digits keeps them all."""

    __slots__ = ()


Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | bool | None"


def parse_json(text: str) -> Json:
    """Parse a document; texts may hold raw line breaks, which many programs forget to escape.

    Raises FileUnreadableError for what is no JSON, nested without end, or says a field twice.
    """
    if text.count(",") > _MOST_COMMAS:
        raise FileUnreadableError(
            Sentence("The JSON has more than {most:,} values. Export less at a time.", most=_MOST_COMMAS)
        )
    try:
        tree: Json = json.loads(
            text,
            strict=False,
            object_pairs_hook=_object,
            parse_int=Numeral,
            parse_float=Numeral,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        raise FileUnreadableError(
            Sentence(
                "The JSON breaks off in line {line}, at character {character}: {why}. Export it once more.",
                line=error.lineno,
                character=error.colno,
                why=error.msg,
            )
        ) from error
    except RecursionError as error:
        raise FileUnreadableError(Sentence("The JSON is nested too deeply. Export it once more.")) from error
    return tree


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise FileUnreadableError(
            Sentence(
                "The JSON says {name!r} twice in one object; nobody knows which counts. Leave one of them out.",
                name=twice[:_SHOWN],
            )
        )
    return fields


def _refuse_constant(constant: str) -> NoReturn:
    raise FileUnreadableError(
        Sentence(
            "The JSON holds {constant}, which is no number in JSON. Write null where there is none.", constant=constant
        )
    )
