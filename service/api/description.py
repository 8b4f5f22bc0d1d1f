"""The OpenAPI document holds the shapes of our answers, which are msgspec's and not pydantic's."""

from collections.abc import Iterable
from typing import Any

import msgspec
from fastapi import FastAPI

REFERENCE = "#/components/schemas/{name}"


def answers_with(
    shape: type[msgspec.Struct], *files: str, status: int = 200, media_type: str = "application/json"
) -> dict[int | str, dict[str, Any]]:
    """Describe a route's good answer, in the form of its `responses`; `files` are media types that it may have too."""
    schema = {"$ref": REFERENCE.format(name=shape.__name__)}
    content = {media_type: {"schema": schema}} | _files(files)
    return {status: {"description": "Successful Response", "content": content}}


def answers_with_file(media_type: str) -> dict[int | str, dict[str, Any]]:
    """Describe a route that answers with a file."""
    return {200: {"description": "The file.", "content": _files((media_type,))}}


def _files(media_types: Iterable[str]) -> dict[str, Any]:
    return {media_type: {"schema": {"type": "string", "format": "binary"}} for media_type in media_types}


def describe(app: FastAPI, shapes: tuple[type[msgspec.Struct], ...]) -> None:
    """Put the shapes, and all that they hold, among the document's components, when somebody asks for the document."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        document = described()
        _, components = msgspec.json.schema_components(shapes, ref_template=REFERENCE)
        document.setdefault("components", {}).setdefault("schemas", {}).update(components)
        return document

    # As FastAPI has it: https://fastapi.tiangolo.com/how-to/extending-openapi/
    app.openapi = openapi  # type: ignore[method-assign]
