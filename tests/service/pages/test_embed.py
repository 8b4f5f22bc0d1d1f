"""The page `/embed`: the element alone, which others may frame."""

from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.pages.reading import page_at


def test_it_holds_the_element_as_the_address_says(town: TestClient) -> None:
    page = page_at(town, "/embed?film=red-rocket&place=10967&limit=3&lang=de")
    assert '<kinonah-showtimes film="red-rocket" place="10967" limit="3" lang="de"' in page
    assert '<a href="/films/red-rocket?lang=de">' in page
    assert "site-header" not in page


def test_every_site_may_frame_it_and_nothing_else_of_ours(town: TestClient) -> None:
    assert "frame-ancestors *" in town.get("/embed").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in town.get("/").headers["Content-Security-Policy"]


def test_only_listed_sites_may_frame_it_where_there_is_a_list(settings: Settings) -> None:
    listed = settings.model_copy(update={"widget_sites": "magazine.example *.library.example"})
    with TestClient(create_app(listed)) as client:
        policy = client.get("/embed").headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' magazine.example *.library.example")


def test_what_an_address_says_stays_text(town: TestClient) -> None:
    page = town.get("/embed", params={"place": '"><script>alert(1)</script>', "film": '"><b>'}).text
    assert "<script>alert" not in page
    assert "<b>" not in page
