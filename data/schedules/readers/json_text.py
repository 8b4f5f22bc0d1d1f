"""JSON as a program wrote it: its tree with every number left as written, and a sentence for what is none."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

from data.errors import FileUnreadableError

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
        raise FileUnreadableError(f"The JSON has more than {_MOST_COMMAS:,} values. Export less at a time.")
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
            f"The JSON breaks off in line {error.lineno}, at character {error.colno}: {error.msg}. Export it once more."
        ) from error
    except RecursionError as error:
        raise FileUnreadableError("The JSON is nested too deeply. Export it once more.") from error
    return tree


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise FileUnreadableError(
            f"The JSON says {twice[:_SHOWN]!r} twice in one object; nobody knows which counts. Leave one of them out."
        )
    return fields


def _refuse_constant(constant: str) -> NoReturn:
    raise FileUnreadableError(f"The JSON holds {constant}, which is no number in JSON. Write null where there is none.")
