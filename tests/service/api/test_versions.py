"""The legend explains the labels of a country: those that occur, and an example of each other one."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def legend(town: TestClient, **asked: str) -> dict[str, list[dict[str, Any]]]:
    answer = town.get("/api/v1/versions", params=asked)
    assert answer.status_code == 200
    meanings: dict[str, list[dict[str, Any]]] = {}
    for one in answer.json()["versions"]:
        meanings.setdefault(one["label"], []).append(one)
    return meanings


def test_each_label_of_the_country_is_explained(town: TestClient) -> None:
    assert {"DF", "OV", "OmU", "OmeU"} <= legend(town).keys()
    assert {"VF", "VO", "VOSTFR", "VOSTA", "VFSTF"} <= legend(town, country="fr").keys()
    assert {"字幕", "吹替"} <= legend(town, country="JP").keys()


def test_the_explanation_is_in_the_readers_language(town: TestClient) -> None:
    german = legend(town, lang="de", country="FR")["VOSTFR"][0]
    english = legend(town, lang="en", country="FR")["VOSTFR"][0]
    assert german["explanation"] == "Originalfassung mit französischen Untertiteln"
    assert english["explanation"] == "original version with French subtitles"
    assert (english["is_original"], english["subtitles"]) == (True, ["fr"])


def test_a_version_that_occurs_is_explained_as_it_occurs(town: TestClient) -> None:
    said = town.get("/api/v1/showtimes", params={"lat": 52.5, "lon": 13.4}).json()["versions"]
    for version in said.values():
        if version["label"]:
            shapes = [{name: one[name] for name in version} for one in legend(town)[version["label"]]]
            assert version in shapes


@pytest.mark.parametrize("asked", [{"country": "Germany"}, {"country": "D1"}, {"lang": "fr"}, {"land": "DE"}])
def test_a_question_that_is_wrong_is_refused(town: TestClient, asked: dict[str, str]) -> None:
    assert town.get("/api/v1/versions", params=asked).status_code == 400


@pytest.mark.parametrize("country", ["Germany", "D1", "", "XX"])
def test_a_country_that_is_none_is_told_what_to_write(town: TestClient, country: str) -> None:
    answer = town.get("/api/v1/versions", params={"country": country})
    [problem] = answer.json()["problems"]
    assert (answer.status_code, problem["parameter"]) == (400, "country")
    assert "DE" in problem["message"]
