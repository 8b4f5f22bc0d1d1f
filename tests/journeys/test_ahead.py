"""Who has allowed their position before: the question is on its way before the element is there, and is asked once."""

import pytest

from tests.journeys.reader import Reader

_SENT = """
performance.getEntriesByType("resource").filter(({ name }) => name.includes("lat=")).map(
    ({ name, transferSize }) => [name, transferSize > 0])
"""

# The device answers when the element is there already.
_LATE = """
window.answered = 0;
const { geolocation } = navigator, ask = geolocation.getCurrentPosition.bind(geolocation);
geolocation.getCurrentPosition = async (found, ...others) => {
    await customElements.whenDefined("kinonah-showtimes");
    ask((position) => { found(position); answered++; }, ...others);
};
"""


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?view=time",
        "/?view=cinemas&understands=en",
        "/?hours=late",
        "/films/red-rocket",
        "/films/red-rocket?view=time",
    ],
)
def test_the_answer_is_there_when_the_element_asks(reader: Reader, path: str) -> None:
    reader.context.grant_permissions(["geolocation"])
    reader.open(path)
    reader.finder.locator(".finder[aria-busy=false] .list").wait_for()
    first, again = reader.page.evaluate(_SENT)[:2]
    assert first[0] == again[0]
    assert (first[1], again[1]) == (True, False)


@pytest.mark.parametrize("path", ["/?place=Spandau", "/cinemas/moviemento"])
def test_nothing_is_asked_where_the_position_is_not_wanted(reader: Reader, path: str) -> None:
    reader.context.grant_permissions(["geolocation"])
    reader.open(path)
    reader.page.wait_for_load_state("networkidle")
    assert asked_from_here(reader) == []


def test_nothing_is_asked_of_who_has_not_allowed_it(reader: Reader) -> None:
    reader.open("/")
    reader.page.wait_for_load_state("networkidle")
    assert asked_from_here(reader) == []


def test_a_position_that_comes_late_does_not_outlive_the_permission(reader: Reader) -> None:
    reader.context.grant_permissions(["geolocation"])
    reader.context.add_init_script(_LATE)
    reader.open("/")
    reader.finder.locator(".distance").first.wait_for()
    reader.page.wait_for_function("answered === 2")
    reader.page.get_by_role("button", name="Whole city").click()
    reader.context.clear_permissions()
    reader.page.evaluate("history.pushState(null, '', '?lang=en'), history.back()")
    reader.page.wait_for_function("location.search === ''")
    reader.page.wait_for_load_state("networkidle")
    assert reader.sees_the_citys_programme()


def asked_from_here(reader: Reader) -> list[str]:
    return [request.url for request in reader.requests if "lat=52.50&lon=13.42" in request.url]
