"""The fields of a page's form, as a browser sends them (application/x-www-form-urlencoded): not much, or refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request

from service.errors import SentFormWrongError

MOST_BYTES = 16_000
# More than anybody writes: who pastes a book is told beside the field, and has it still.
MOST_BYTES_OF_TEXTS = 4_000_000
_MOST_FIELDS = 200
# Longer ones no database takes.
_LONGEST_NUMBER = 18
_KIND = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class SentForm:
    """What was filled in, by the names of the fields."""

    fields: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """Give what stands in a field; nothing where it did not come."""
        return next(iter(self.fields.get(name, ())), "")

    def texts(self, name: str) -> Sequence[str]:
        """Give all that came under a name, as of ticked boxes."""
        return self.fields.get(name, ())

    def number(self, name: str) -> int:
        """Give the whole number in a field; nought, which nothing of ours has, where none stands there."""
        written = self.text(name)
        return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else 0

    def is_ticked(self, name: str) -> bool:
        """Say whether a box was ticked."""
        return bool(self.fields.get(name))


async def sent_form(request: Request) -> SentForm:
    """Read the body as a form. Raises SentFormWrongError for what is none, and for one that is too long."""
    return await _read(request, MOST_BYTES)


async def sent_form_of_texts(request: Request) -> SentForm:
    """Read a form in which whole texts were written. Raises SentFormWrongError, as above."""
    return await _read(request, MOST_BYTES_OF_TEXTS)


async def _read(request: Request, most_bytes: int) -> SentForm:
    if request.headers.get("content-type", _KIND).partition(";")[0].strip().lower() != _KIND:
        raise SentFormWrongError
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most_bytes:
            raise SentFormWrongError
    try:
        return SentForm(parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise SentFormWrongError from None


CurrentForm = Annotated[SentForm, Depends(sent_form)]
CurrentFormOfTexts = Annotated[SentForm, Depends(sent_form_of_texts)]
