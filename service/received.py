"""A file that somebody sends: taken in as it comes, refused as soon as it is too much, and never half."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File, create_form_parser

from data.decoded import MOST_BYTES
from data.errors import QuestionError
from data.sentence import Sentence
from data.text import plain_text
from service.errors import FileTooLargeError, FormWrongError

# What a form adds to the file in it.
_MOST_AROUND = 100_000
_LONGEST_NAME = 200
_NAMELESS = "schedule"
_FORM, _URL_ENCODED = "multipart/form-data", "application/x-www-form-urlencoded"
_FIELD = "file"
# One is a file; some clients send a few more, of which we can say that they belong elsewhere.
_MOST_PARTS = 10


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came; the name is only for showing."""

    name: str
    content: bytes


async def received_body(request: Request, *, most_bytes: int = MOST_BYTES) -> bytes:
    """Take in a body. Raises FileTooLargeError at its announcement, or else at the first byte too many."""
    most = most_bytes + (_MOST_AROUND if _kind_of(request) == _FORM else 0)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > most:
        raise FileTooLargeError(most_bytes)
    body = bytearray()
    async for piece in request.stream():
        if len(body) + len(piece) > most:
            raise FileTooLargeError(most_bytes)
        body += piece
    return bytes(body)


def file_in(request: Request, body: bytes, name: str | None) -> Received:
    """Give the file that a body is, or that the form in it holds; a name that is asked for counts before the form's.

    Raises FormWrongError for what is no form of one file, QuestionError for a field that belongs into the address.
    """
    kind = _kind_of(request)
    if kind == _URL_ENCODED and b"\n" not in body:
        # What curl calls -d: it takes the ends of all lines out. --data-binary goes by the same name, and does not.
        raise FormWrongError(Sentence("This is how text fields are sent: the file's lines have become one."))
    if kind != _FORM:
        return Received(_plain_name(name or ""), body)
    inside = _file_in_form(request.headers, body)
    return Received(_plain_name(name or inside.name), inside.content)


def fields_and_file(request: Request, body: bytes) -> tuple[Mapping[str, str], bytes]:
    """Give the text fields of a page's form, and the file that was chosen in it; nothing where none was.

    Raises FormWrongError for what is no such form.
    """
    fields: dict[str, str] = {}
    files: list[bytes] = []

    def take_field(field: Field) -> None:
        if len(fields) >= _MOST_PARTS:
            raise FormWrongError(Sentence("There are more than {most} fields.", most=_MOST_PARTS))
        name = (field.field_name or b"").decode("utf-8", "replace")
        fields.setdefault(name, (field.value or b"").decode("utf-8", "replace"))

    def take_file(file: File) -> None:
        if files:
            raise FormWrongError(Sentence("There is more than one file."))
        file.file_object.seek(0)
        files.append(file.file_object.read())
        file.close()

    if _kind_of(request) != _FORM:
        raise FormWrongError(Sentence("This is no form with a file."))
    _parse(request.headers, body, take_field, take_file)
    return fields, b"".join(files)


def _kind_of(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _file_in_form(headers: Mapping[str, str], body: bytes) -> Received:
    files: list[Received] = []
    fields: list[str] = []

    def count_part() -> None:
        # At once: to read a body of nothing but small parts to its end takes a quarter of a minute.
        if len(files) + len(fields) >= _MOST_PARTS:
            raise FormWrongError(
                Sentence(
                    "Send one file, in the form's field {field}; there are more than {most} parts.",
                    field=_FIELD,
                    most=_MOST_PARTS,
                )
            )

    def take_field(field: Field) -> None:
        count_part()
        if field.field_name == _FIELD.encode():
            files.append(Received("", field.value or b""))
        else:
            fields.append(_text(field.field_name))

    def take_file(file: File) -> None:
        count_part()
        if file.field_name == _FIELD.encode():
            file.file_object.seek(0)
            files.append(Received(_text(file.file_name), file.file_object.read()))
        else:
            fields.append(_text(file.field_name))
        file.close()

    _parse(headers, body, take_field, take_file)
    if fields:
        raise QuestionError(
            fields[0],
            Sentence(
                "The form holds {field} and nothing else. Say all besides in the address: ?mode=replace.", field=_FIELD
            ),
        )
    if len(files) != 1:
        raise FormWrongError(
            Sentence("Send one file, in the form's field {field}; there are {number}.", field=_FIELD, number=len(files))
        )
    return files[0]


def _parse(
    headers: Mapping[str, str], body: bytes, take_field: Callable[[Field], None], take_file: Callable[[File], None]
) -> None:
    ends: list[bool] = []
    try:
        parser = create_form_parser(
            {"Content-Type": headers["content-type"].encode("latin-1")},
            take_field,
            take_file,
            # In memory, where it is already: nothing of a file is left on the disk.
            config={"MAX_MEMORY_FILE_SIZE": len(body) + 1},
        )
        parser.on_end = lambda: ends.append(True)
        parser.write(body)
        parser.finalize()
    except FormParserError:
        raise FormWrongError(Sentence("The form in the body cannot be read. Send it as multipart/form-data.")) from None
    if not ends:
        raise FormWrongError(Sentence("The form in the body breaks off. Send it once more."))


def _text(name: bytes | None) -> str:
    return plain_text((name or b"").decode("utf-8", "replace"))[:_LONGEST_NAME]


def _plain_name(name: str) -> str:
    """Give the last part of a name, which may come as a whole path."""
    return plain_text(name.replace("\\", "/").rpartition("/")[2])[-_LONGEST_NAME:] or _NAMELESS
