"""The widget on somebody else's page: a line of script and an element, from another origin."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.magazine import Magazine, magazine
from tests.journeys.reader import LAT, PHONE, SMALLEST, Reader
from tests.journeys.test_accessibility import NOTHING, findings

STORES = "[document.cookie, localStorage.length, sessionStorage.length]"
COUNTED = """
const counted = (window.counted = { asked: 0, watched: 0, timers: 0, listeners: 0, observers: 0 });
const instead = (thing, name, make) => { thing[name] = make(thing[name].bind(thing)); };
if (navigator.geolocation) {
    const { geolocation } = navigator;
    instead(geolocation, "getCurrentPosition", (ask) => (...all) => { counted.asked++; ask(...all); });
    instead(geolocation, "watchPosition", (watch) => (...all) => { counted.watched++; return watch(...all); });
    instead(geolocation, "clearWatch", (clear) => (id) => { counted.watched--; clear(id); });
}
instead(window, "setInterval", (set) => (...all) => { counted.timers++; return set(...all); });
instead(window, "clearInterval", (clear) => (id) => { counted.timers--; clear(id); });
for (const thing of [window, document])
    instead(thing, "addEventListener", (add) => (name, heard, options) => {
        counted.listeners++;
        options?.signal?.addEventListener("abort", () => counted.listeners--);
        add(name, heard, options);
    });
instead(document, "removeEventListener", (remove) => (...all) => { counted.listeners--; remove(...all); });
"""
SHIFTS = """window.shifted = 0;
new PerformanceObserver((seen) => {
    for (const { value } of seen.getEntries()) shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""
HEARD = re.compile(r"\d\d:\d\d, .*Untertitel.*, [^,]+, \d+(,\d)?\s(Kilom|M)eter(, Karten)?")


@pytest.fixture(scope="module")
def host() -> Iterator[Magazine]:
    with magazine() as site:
        yield site


def page(server: str, elements: str, *, head: str = "", html: str = 'lang="de"', script: str = "/widget.js") -> str:
    return f"""<!doctype html><html {html}><head><meta charset="utf-8"><title>Ein Film</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">{head}
<script type="module" src="{server}{script}"></script></head>
<body><main><h1>Ein Film</h1>{elements}<p>Mehr.</p></main></body></html>"""


FILM = '<kinonah-showtimes film="red-rocket"></kinonah-showtimes>'
AT_A_PLACE = '<kinonah-showtimes film="red-rocket" place="10967"></kinonah-showtimes>'


def show(reader: Reader, address: str) -> None:
    reader.page.goto(address, wait_until="load")


def rows_stand(reader: Reader) -> None:
    reader.finder.locator(".distance").first.wait_for()
    reader.rests()


def asked(reader: Reader, part: str) -> list[str]:
    return [request.url for request in reader.requests if part in request.url]


def test_a_reader_of_another_site_finds_the_nearest_cinema(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    show(reader, host.print(page(reader.server, FILM)))
    reader.locate_and_wait("de")
    questions = [parse_qs(urlsplit(url).query) for url in asked(reader, "lat=")]
    assert {(each["lat"][0], each["lon"][0]) for each in questions} == {("52.50", "13.42")}
    assert all(str(LAT)[:6] not in request.url for request in reader.requests)
    assert reader.page.evaluate(STORES) == ["", 0, 0]
    assert reader.context.cookies() == []


def test_a_refused_position_leaves_the_typed_place(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE", may_locate=False)
    show(reader, host.print(page(reader.server, FILM)))
    reader.locate("de")
    assert reader.alert().endswith("Oder gib oben einen Ort ein.")
    box = reader.finder.get_by_role("combobox")
    box.fill("Kreuzberg")
    reader.finder.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    rows_stand(reader)


def test_a_film_is_searched_and_typos_are_forgiven(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    show(reader, host.print(page(reader.server, '<kinonah-showtimes place="10967"></kinonah-showtimes>')))
    rows_stand(reader)
    box = reader.finder.get_by_role("combobox")
    box.fill("red roket")
    reader.finder.get_by_role("option", name="Red Rocket").click()
    reader.finder.locator(".ticket").first.wait_for()
    assert reader.finder.get_attribute("film") == "red-rocket"
    assert reader.page.url == host.address + "/"


def test_a_typed_house_number_crosses_origins_and_stands_in_no_address(
    open_browser: OpenBrowser, host: Magazine
) -> None:
    reader = open_browser(locale="de-DE")
    show(reader, host.print(page(reader.server, FILM)))
    reader.finder.get_by_role("combobox").fill("Skalitzer Straße 34")
    with reader.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        reader.finder.get_by_role("option").first.click()
    assert answered.value.ok
    assert asked(reader, "Skalitzer") == []


def test_five_on_a_page_share_one_question_and_one_position(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.add_init_script(COUNTED)
    reader.context.grant_permissions([])
    eager = FILM.replace(" film", " eager film")
    show(reader, host.print(page(reader.server, eager * 5)))
    reader.page.wait_for_load_state("networkidle")
    reader.context.grant_permissions(["geolocation"])
    reader.page.get_by_role("button", name="Mein Standort").first.click()
    for number in range(5):
        reader.finder.nth(number).locator(".distance").first.wait_for()
    reader.page.wait_for_load_state("networkidle")
    questions = asked(reader, "/api/v1/showtimes")
    assert len(questions) == len(set(questions))
    assert len([url for url in questions if "lat=" in url and "until=" not in url]) == 1
    assert reader.page.evaluate("counted.asked") == 1
    assert reader.page.evaluate("counted.watched") == 1


def test_removed_it_leaves_nothing_behind_and_added_again_it_works(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.add_init_script(COUNTED)
    show(reader, host.print(page(reader.server, "")))
    before = reader.page.evaluate("({ ...counted })")
    added = "document.querySelector('h1').insertAdjacentHTML('afterend', `%s`)"
    reader.page.evaluate(added % FILM)
    reader.locate_and_wait("de")
    assert reader.page.evaluate("counted.watched") == 1
    reader.page.evaluate("window.removed = document.querySelector('kinonah-showtimes'), removed.remove()")
    after = reader.page.evaluate("({ ...counted })")
    assert after == {**before, "asked": 1}
    reader.page.evaluate("document.querySelector('h1').after(removed)")
    rows_stand(reader)
    assert reader.page.evaluate("counted.watched") == 1


def test_an_odd_server_is_the_scripts_own_and_another_document_is_no_matter(
    open_browser: OpenBrowser, host: Magazine
) -> None:
    reader = open_browser(locale="de-DE")
    odd = AT_A_PLACE.replace("film=", 'src="javascript:alert(1)" limit="-1" film=')
    show(reader, host.print(page(reader.server, f'{odd}<iframe srcdoc="<title>Anderswo</title>"></iframe>')))
    rows_stand(reader)
    styled = reader.page.evaluate(
        """() => {
            const elsewhere = document.querySelector("iframe").contentDocument.body;
            const moved = document.querySelector("kinonah-showtimes");
            elsewhere.append(moved, document.createElement("kinonah-showtimes"));
            return [...elsewhere.children].map((one) => one.shadowRoot.adoptedStyleSheets.length);
        }"""
    )
    assert styled == [1, 1]


def test_far_down_a_page_it_waits_until_the_reader_comes_near(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    far = f'<div id="far"></div>{AT_A_PLACE}'
    show(reader, host.print(page(reader.server, far, head="<style>#far { height: 4000px }</style>")))
    reader.page.wait_for_load_state("networkidle")
    assert asked(reader, "/api/") == []
    reader.page.evaluate("scrollTo(0, 3600)")
    rows_stand(reader)


@pytest.mark.parametrize("element", [AT_A_PLACE, FILM, FILM.replace(' film="red-rocket"', "")])
def test_nothing_on_the_page_jumps_when_the_list_comes(open_browser: OpenBrowser, host: Magazine, element: str) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.add_init_script(SHIFTS)
    room = "<style>kinonah-showtimes { display: block; min-height: 100vh }</style>"
    show(reader, host.print(page(reader.server, element, head=room)))
    reader.finder.locator(".list").wait_for()
    reader.rests()
    reader.page.wait_for_load_state("networkidle")
    assert reader.page.evaluate("shifted") == 0


def test_a_strict_policy_lets_it_pass(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    ours = f"script-src {reader.server}; connect-src {reader.server}"
    policy = f"default-src 'none'; {ours}; style-src 'self'; img-src data:"
    show(reader, host.print(page(reader.server, AT_A_PLACE), Content_Security_Policy=policy))
    rows_stand(reader)


@pytest.mark.parametrize(
    ("head", "html"),
    [
        ("<style>* { all: unset } head, script, style { display: none }</style>", 'lang="de"'),
        ("<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style>", 'lang="de"'),
        ("", 'lang="de" dir="rtl"'),
        ("<style>:root { color-scheme: dark } body { background: #111; color: #eee }</style>", 'lang="de"'),
    ],
    ids=["unset", "62.5%", "right-to-left", "dark"],
)
def test_no_style_of_a_page_breaks_it(
    open_browser: OpenBrowser, host: Magazine, axe: str, head: str, html: str
) -> None:
    reader = open_browser(locale="de-DE")
    show(reader, host.print(page(reader.server, AT_A_PLACE, head=head, html=html)))
    rows_stand(reader)
    for size in (SMALLEST, PHONE):
        assert reader.overflow_px(size) == 0
    height = reader.finder.locator(".when").first.bounding_box()
    assert height is not None
    assert height["height"] >= 44
    inside = "kinonah-showtimes"
    if "unset" in head or "dark" in head:
        return  # what the page itself does wrong is not ours to answer for
    assert all(inside not in each for found in findings(reader, axe).values() for each in found)


def test_axe_finds_nothing_and_a_row_is_heard_whole(open_browser: OpenBrowser, host: Magazine, axe: str) -> None:
    reader = open_browser(locale="de-DE")
    show(reader, host.print(page(reader.server, AT_A_PLACE)))
    rows_stand(reader)
    assert findings(reader, axe) == NOTHING
    reader.finder.get_by_role("button", name="Uhrzeit").click()
    reader.rests()
    heard = reader.finder.evaluate(
        "(finder) => [...finder.shadowRoot.querySelectorAll('.when .unseen')].map((row) => row.textContent)"
    )
    assert any(HEARD.fullmatch(one) for one in heard), heard


def test_the_keyboard_alone_is_enough(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.grant_permissions(["geolocation"])
    show(reader, host.print(page(reader.server, FILM)))
    reader.finder.get_by_role("button", name=re.compile("Standort")).focus()
    reader.page.keyboard.press("Enter")
    rows_stand(reader)
    reader.page.keyboard.press("Tab")
    focused = reader.finder.evaluate("(finder) => finder.shadowRoot.activeElement?.getAttribute('role')")
    assert focused == "combobox"


def test_an_api_that_is_down_is_said_and_asked_again_politely(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.page.clock.install()
    reader.context.route("**/api/v1/showtimes*", lambda route: route.abort())
    show(reader, host.print(page(reader.server, FILM)))
    assert reader.alert().startswith("Keine Verbindung zum Programm.")
    first = len(asked(reader, "/api/v1/showtimes"))
    for _ in range(30):
        reader.page.clock.run_for(1_000)
    tries = len(asked(reader, "/api/v1/showtimes")) - first
    assert 2 <= tries <= 4  # after two seconds, four, eight, sixteen
    reader.context.unroute("**/api/v1/showtimes*")
    for _ in range(90):  # an answer travels on the true clock, so the false one may pass it by and wait again
        reader.page.clock.run_for(1_000)
        if reader.finder.locator(".clock").first.is_visible():
            break
    reader.finder.locator(".clock").first.wait_for()
    reader.complaints.clear()  # the browser's own words about the lost requests


def test_without_a_script_there_is_what_the_page_brought(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(java_script_enabled=False)
    link = f'<a href="{reader.server}/films/red-rocket">Zeiten</a>'
    show(reader, host.print(page(reader.server, FILM.replace("></", f">{link}</"))))
    assert reader.page.get_by_role("link", name="Zeiten").is_visible()


OF_1_0 = (
    'film="red-rocket" lang="de" place="10967"',
    'film="red-rocket parasite" versions="OmU, OV" understands="de en" limit="3" theme="dark" place="Kreuzberg"',
    'cinema="moviemento" lang="en"',
    'theme="light" src="{server}" place="10967"',
)


@pytest.mark.parametrize("attributes", OF_1_0)
@pytest.mark.parametrize("script", ["/widget.js", "/widget/1.0.0.js"])
def test_what_was_written_for_1_0_works(
    open_browser: OpenBrowser, host: Magazine, attributes: str, script: str
) -> None:
    reader = open_browser(locale="de-DE")
    element = f"<kinonah-showtimes {attributes.replace('{server}', reader.server)}></kinonah-showtimes>"
    show(reader, host.print(page(reader.server, element, script=script)))
    reader.finder.locator(".list").wait_for()
    reader.rests()
    assert reader.page.get_by_role("alert").count() == 0
