"""The legend: what the labels at the doors of a country's cinemas mean, in the reader's language."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Request, Response
from msgspec.structs import asdict
from pydantic import BaseModel, ConfigDict, Field

from data.countries import read_country
from data.programme.answer import encode
from data.programme.facts import VersionFacts
from data.programme.programme import Programme
from data.versions.explain import explain
from data.versions.label import label_of
from data.versions.legend import legend_of
from data.versions.version import Version
from service.api.description import answers_with
from service.caching import json_answer
from service.dependencies import CurrentProgramme

router = APIRouter(prefix="/api/v1/versions")


class VersionsQuery(BaseModel):
    """Whose notation, and in which language it is explained."""

    model_config = ConfigDict(extra="forbid")

    country: Annotated[str, Field(max_length=200, description="The cinemas' country, two letters (ISO 3166).")] = "DE"
    lang: Annotated[Literal["de", "en"], Field(description="The language of the explanations.")] = "en"


class VersionMeaning(VersionFacts, frozen=True):
    """A label and a version that it stands for: what is heard and read (BCP 47), and that in words."""

    explanation: str


class Legend(msgspec.Struct, frozen=True):
    """All labels of a country's notation, in order; a label that stands for several versions is there for each."""

    country: str
    lang: str
    versions: list[VersionMeaning]


@router.get("", responses=answers_with(Legend), response_class=Response)
def versions(request: Request, query: Annotated[VersionsQuery, Query()], programme: CurrentProgramme) -> Response:
    """Explain the labels that cinemas of a country print: those that occur, and an example of each other one."""
    country = read_country(query.country)
    meanings = [
        VersionMeaning(**asdict(VersionFacts.of(version, label)), explanation=explain(version, query.lang))
        for label, version in legend_of(country, _occurring(programme, country))
    ]
    return json_answer(request, encode(Legend(country, query.lang, meanings)))


def _occurring(programme: Programme, country: str) -> list[Version]:
    return [facts.version for facts in programme.versions if facts.label == label_of(facts.version, country)]
