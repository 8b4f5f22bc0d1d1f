"""A failure told for the log: which exception and where, without its text and values, which may hold a position."""

import traceback
from collections.abc import Iterator


def describe_failure(error: BaseException) -> str:
    """Name an exception, the places it came through and those that led to it, the outermost place first."""
    return "\n  caused by ".join(_class_and_stack(link) for link in _chain(error))


def _class_and_stack(error: BaseException) -> str:
    places = (
        f"\n    {frame.f_code.co_filename}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    )
    return f"{type(error).__module__}.{type(error).__qualname__}{''.join(places)}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
