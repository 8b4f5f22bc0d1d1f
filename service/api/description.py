"""The OpenAPI document holds the shapes of our answers, which are msgspec's and not pydantic's."""

from typing import Any

import msgspec
from fastapi import FastAPI

REFERENCE = "#/components/schemas/{name}"


def answers_with(shape: type[msgspec.Struct]) -> dict[int | str, dict[str, Any]]:
    """Describe a route's good answer, in the form of its `responses`."""
    schema = {"$ref": REFERENCE.format(name=shape.__name__)}
    return {200: {"description": "Successful Response", "content": {"application/json": {"schema": schema}}}}


def describe(app: FastAPI, shapes: tuple[type[msgspec.Struct], ...]) -> None:
    """Put the shapes, and all that they hold, among the document's components."""
    document = app.openapi()
    _, components = msgspec.json.schema_components(shapes, ref_template=REFERENCE)
    document.setdefault("components", {}).setdefault("schemas", {}).update(components)
