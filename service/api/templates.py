"""Sheets to fill in, for a cinema that has no file of its own yet."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.exports.templates import coming_week, grid_template, tall_template
from service.api.description import answers_with_file
from service.api.files import CSV, XLSX, file_answer
from service.dependencies import CurrentMoment

router = APIRouter(prefix="/api/v1/templates")


class TemplateQuery(BaseModel):
    """In which language, and for whose film week. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    lang: Annotated[Literal["de", "en"], Field(description="The language of the headings.")] = "de"
    country: Annotated[
        str, Field(pattern="^[A-Z]{2}$", description="Whose film week it is (ISO 3166): Thursday on in DE.")
    ] = "DE"


TemplateParameters = Annotated[TemplateQuery, Query()]


@router.get("/schedule.csv", responses=answers_with_file(CSV), response_class=Response)
def tall_sheet(request: Request, query: TemplateParameters, now: CurrentMoment) -> Response:
    """Give an empty tall sheet, a row a screening, with the days of the coming film week."""
    days = coming_week(now.date(), query.country)
    return file_answer(request, tall_template(days, query.lang), CSV, f"kinonah-{days[0]}.csv")


@router.get("/week.xlsx", responses=answers_with_file(XLSX), response_class=Response)
def weekly_grid(request: Request, query: TemplateParameters, now: CurrentMoment) -> Response:
    """Give an empty weekly grid, a row a film and a column a day, of the coming film week."""
    days = coming_week(now.date(), query.country)
    return file_answer(request, grid_template(days, query.lang), XLSX, f"kinonah-{days[0]}.xlsx")
