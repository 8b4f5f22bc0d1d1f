"""Whatever is wrong with a value, the sentence says what to write and keeps the value to itself."""

from typing import Annotated

import pytest
from pydantic import AfterValidator, BaseModel, Field, ValidationError

from geo.point import read_point
from service.sentences import sentence_for


def refuse(value: str) -> str:
    raise ValueError(value)


class Question(BaseModel):
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    place: Annotated[str, AfterValidator(lambda text: str(read_point(text)))] = "52.5,13.4"
    note: Annotated[str, AfterValidator(refuse)] = ""


@pytest.mark.parametrize(
    ("parameter", "value", "sentence"),
    [
        ("limit", "many", "Write a whole number, such as 20."),
        ("limit", "101", "Write 100 or less."),
        ("place", "here", "This is no position. Write latitude and longitude, such as 52.5,13.4."),
        ("note", "52.520008", "This value is not understood. /api/openapi.json says what is."),
    ],
)
def test_the_sentence_says_what_to_write(parameter: str, value: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Question.model_validate({parameter: value})
    assert [sentence_for(found) for found in caught.value.errors()] == [sentence]
