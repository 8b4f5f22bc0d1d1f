"""Answers are compressed where it pays, and whoever holds one in any form need not fetch it again."""

import gzip

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR

SHOWTIMES = "/api/v1/showtimes"
COARSE, EXACT = {**NEAR}, {"lat": 52.50001, "lon": 13.42001}


@pytest.mark.parametrize("asked", [COARSE, EXACT])
@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.5", "GZIP", "gzip, deflate, br, zstd"])
def test_who_takes_gzip_gets_the_same_answer_smaller(town: TestClient, asked: dict[str, float], accepted: str) -> None:
    plain = town.get(SHOWTIMES, params=asked, headers={"Accept-Encoding": "identity"})
    with town.stream("GET", SHOWTIMES, params=asked, headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) == len(raw) < len(plain.content) / 2
    assert gzip.decompress(raw) == plain.content
    assert answer.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["ETag"] == "W/" + plain.headers["ETag"]
    assert answer.headers["Cache-Control"] == plain.headers["Cache-Control"]


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "*;q=0", "gzip;q=none"])
def test_who_does_not_take_gzip_gets_it_as_it_is(town: TestClient, accepted: str) -> None:
    answer = town.get(SHOWTIMES, params=NEAR, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert len(answer.content) > 1400


def test_a_small_answer_is_not_worth_it(town: TestClient) -> None:
    answer = town.get("/api/v1/cinemas/thalia", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_page_is_compressed_too(town: TestClient) -> None:
    answer = town.get("/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "<html" in answer.text


@pytest.mark.parametrize("first", ["gzip", "identity"])
@pytest.mark.parametrize("then", ["gzip", "identity"])
def test_one_form_is_known_by_the_tag_of_the_other(town: TestClient, first: str, then: str) -> None:
    had = town.get(SHOWTIMES, params=NEAR, headers={"Accept-Encoding": first}).headers["ETag"]
    again = town.get(SHOWTIMES, params=NEAR, headers={"Accept-Encoding": then, "If-None-Match": f'"x", {had}'})
    whole = town.get(SHOWTIMES, params=NEAR, headers={"Accept-Encoding": then})
    assert (again.status_code, again.content) == (304, b"")
    left_out = {"content-type", "content-length", "content-encoding"}
    assert again.headers.items() == {(name, text) for name, text in whole.headers.items() if name not in left_out}
