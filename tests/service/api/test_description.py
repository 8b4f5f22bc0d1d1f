"""The OpenAPI document describes what is really taken and given."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.data.factories import row, sheet
from tests.service.api.staff_of_town import carrying, token_for
from tests.service.staff.access import table
from tests.service.town import NEAR

# A value that each parameter takes; a new parameter needs one here.
GOOD = {
    "lat": "52.5",
    "lon": "13.42",
    "accuracy_m": "1000",
    "film": "red-rocket",
    "cinema": "moviemento",
    "area": "kreuzberg",
    "kind": "district",
    "from": "2026-11-26T18:00",
    "until": "2026-11-27T05:00",
    "on": "2026-11-26",
    "version": "OmU",
    "understands": "en",
    "format": "35mm",
    "access": "wheelchair",
    "within_km": "5",
    "limit": "3",
    "sort": "time",
    "starts": "2",
    "q": "rocket",
    "country": "FR",
    "lang": "de",
    "as": "csv",
    "mode": "add",
    "auditorium": "Kino 1",
    "name": "woche.csv",
    "accept": "errors",
    "status": "sold-out",
}
# What stands for each part of a path; a new one needs one here.
PLACES = {"slug": "moviemento", "screening_id": "1", "schedule_id": "1"}
RED_ROCKET = PLACES | {"slug": "red-rocket"}
NAMED = [PLACES, PLACES | {"slug": "thalia"}, RED_ROCKET]
# What an upload takes under the name of something else.
DAYS = {"from": "2026-11-26", "until": "2026-12-02"}
KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
    "integer": int,
    "number": (int, float),
}
NEEDS = {"lat": ("lon",), "lon": ("lat",), "within_km": ("lat", "lon")}

Document = dict[str, Any]


@pytest.fixture
def document(town: TestClient) -> Document:
    described: Document = town.get("/api/openapi.json").json()
    return described


@pytest.fixture
def staff(town: TestClient) -> TestClient:
    town.headers.update(carrying(token_for(town)))
    return town


def filled(path: str, places: dict[str, str]) -> str:
    """Put something in for the parts of a path that stand for something."""
    for name, value in places.items():
        path = path.replace(f"{{{name}}}", value)
    return path


def values(node: object, name: str) -> Iterator[Any]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == name:
                yield value
            yield from values(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, name)


def resolved(document: Document, reference: str) -> Any:  # noqa: ANN401 (any part of the document)
    assert reference.startswith("#/")
    node: Any = document
    for step in reference.removeprefix("#/").split("/"):
        node = node[step.replace("~1", "/").replace("~0", "~")]
    return node


def test_every_reference_leads_somewhere(document: Document) -> None:
    references = set(values(document, "$ref"))
    assert len(references) > 5
    for reference in references:
        assert resolved(document, reference)


def test_every_address_says_what_it_does(document: Document) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("description"), f"{method} {path}"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/showtimes",
        "/api/v1/films",
        "/api/v1/films/near?lat=52.5&lon=13.42",
        "/api/v1/films/near?lat=52.5&lon=13.42&format=3D",
        "/api/v1/films/red-rocket",
        "/api/v1/cinemas",
        "/api/v1/cinemas/thalia",
        "/api/v1/cinemas/thalia/screenings",
        "/api/v1/screenings/1",
        "/api/v1/cinemas/moviemento/schedules",
        "/api/v1/cinemas/moviemento/schedules/1",
    ],
)
def test_an_answer_has_the_keys_of_its_own_schema(staff: TestClient, document: Document, path: str) -> None:
    address = path.partition("?")[0]
    described = next(one for one in document["paths"] for each in NAMED if filled(one, each) == address)
    content = document["paths"][described]["get"]["responses"]["200"]["content"]["application/json"]
    mismatches = [*differing(document, content["schema"], staff.get(path).json(), "")]
    assert mismatches == []


def differing(document: Document, schema: Document, value: object, place: str) -> Iterator[str]:
    """Name the places at which a value has other keys or another kind than its schema."""
    if "$ref" in schema:
        yield from differing(document, resolved(document, schema["$ref"]), value, place)
    elif "anyOf" in schema:
        choices = [list(differing(document, choice, value, place)) for choice in schema["anyOf"]]
        yield from min(choices, key=len)
    elif "type" in schema and not isinstance(value, KINDS[schema["type"]]):
        yield f"{place}: {type(value).__name__} is no {schema['type']}"
    else:
        if "properties" in schema and isinstance(value, dict):
            surplus, missing = set(value) - set(schema["properties"]), set(schema.get("required", ())) - set(value)
            if surplus or missing:
                yield f"{place}: {surplus | missing}"
        for key, one, inner in parts(schema, value):
            yield from differing(document, inner, one, f"{place}/{key}")


def parts(schema: Document, value: object) -> Iterator[tuple[object, object, Document]]:
    """Go through the parts of an object or a list, each with the schema of its own."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key, one, schema.get("properties", {}).get(key) or schema.get("additionalProperties") or {}
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield place, one, schema.get("items") or {}


def test_every_documented_parameter_is_accepted(staff: TestClient, document: Document) -> None:
    tried = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            parameters = [each for each in operation.get("parameters", []) if each["in"] == "query"]
            required = [each["name"] for each in parameters if each["required"]]
            for name in [each["name"] for each in parameters]:
                good = GOOD | (DAYS if method == "post" else {})
                asked = {each: good[each] for each in (name, *required, *NEEDS.get(name, ()))}
                body = sheet(row(date="2026-11-28")) if method == "post" else None
                address = filled(path, RED_ROCKET if path.startswith("/api/v1/films/") else PLACES)
                answer = staff.request(method, address, params=asked, content=body)
                assert answer.status_code in (200, 201), f"{path} {asked}: {answer.text}"
                tried += 1
    assert tried > 25


@pytest.mark.parametrize("media_type", ["application/json", "text/csv", "text/calendar"])
def test_files_are_described_beside_the_json(document: Document, media_type: str) -> None:
    answer = document["paths"]["/api/v1/cinemas/{slug}/screenings"]["get"]["responses"]["200"]
    assert media_type in answer["content"]


def test_what_needs_a_token_says_so(document: Document) -> None:
    guarded = {path for path, methods in document["paths"].items() for one in methods.values() if "security" in one}
    assert guarded == {route.path for route, whose in table().items() if whose == "the cinema's staff"}
    assert document["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    upload = document["paths"]["/api/v1/cinemas/{slug}/schedules"]["post"]
    assert set(upload["requestBody"]["content"]) == {"multipart/form-data", "application/octet-stream"}
    assert list(upload["responses"]) == ["201", "default"]


def test_a_schema_that_lies_is_noticed(town: TestClient, document: Document) -> None:
    said = town.get("/api/v1/showtimes", params=NEAR).json()
    said["cinemas"][0]["cinema"]["lat"] = "52.5"
    del said["total_cinemas"]
    schema = {"$ref": "#/components/schemas/Showtimes"}
    assert len([*differing(document, schema, said, "")]) == 2
