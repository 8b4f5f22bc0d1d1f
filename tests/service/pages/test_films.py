"""The page `/films`: found by a plain form, each with where and when it comes next."""

from fastapi.testclient import TestClient

from tests.service.pages.reading import links, page_at


def test_without_words_the_films_that_run_are_listed_with_their_next_start(town: TestClient) -> None:
    page = page_at(town, "/films")
    assert links(page, "Red Rocket") == ["/films/red-rocket"]
    assert '<time datetime="2026-11-26T18:00:00+01:00">18:00</time>' in page
    assert links(page, "Rollberg")[0] == "/cinemas/rollberg"
    assert "Nobody&#39;s Film" not in page


def test_a_film_is_found_by_a_word_of_any_title(town: TestClient) -> None:
    page = page_at(town, "/films?q=kuolleet&lang=de")
    assert links(page, "Fallende Blätter") == ["/films/fallende-blaetter?lang=de"]
    assert "Ein Film" in page
    assert 'value="kuolleet"' in page
    assert '<input type="hidden" name="lang" value="de">' in page


def test_a_film_that_nobody_shows_is_found_too(town: TestClient) -> None:
    page = page_at(town, "/films?q=nobody")
    assert links(page, "Nobody&#39;s Film") == ["/films/nobodys-film"]
    assert "No showing is known at present." in page


def test_where_nothing_is_found_there_is_what_runs(town: TestClient) -> None:
    page = page_at(town, "/films?q=xyzzy+%3Cb%3E")
    assert "No film is called that." in page
    assert links(page, "Red Rocket") == ["/films/red-rocket"]
    assert "<b>" not in page


def test_an_empty_database_has_a_search_box_all_the_same(client: TestClient) -> None:
    assert 'type="search"' in page_at(client, "/films")
