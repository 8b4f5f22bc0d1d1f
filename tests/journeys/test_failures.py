"""Whatever goes wrong, a sentence says what to do, and the city's programme stays."""

import pytest

from tests.journeys.chromium import INSECURE_HOST
from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import Reader

PATHS = pytest.mark.parametrize("path", ["/", "/films/red-rocket"])
# Two seconds a question: a cellar, or a train.
SLOW = {"offline": False, "latency": 2000, "downloadThroughput": 20_000, "uploadThroughput": 20_000}
# Chromium has no way to leave a position unanswered: its override either knows one or says at once that it does not.
# So this keeps the browser's promise (https://www.w3.org/TR/geolocation/, "timeout") for a device that never answers.
NEVER_ANSWERS = """navigator.geolocation.getCurrentPosition = (_found, failed, { timeout }) =>
    setTimeout(() => failed({ code: 3, message: "Timeout expired" }), timeout)"""


@PATHS
def test_a_refused_position(open_browser: OpenBrowser, path: str) -> None:
    reader = open_browser(may_locate=False)
    reader.open(path)
    reader.locate()
    assert reader.alert().startswith("Your browser does not share your location. Allow it")
    assert reader.alert().endswith("The city’s programme is below.")
    assert reader.sees_the_citys_programme()


@PATHS
def test_a_position_that_the_device_does_not_know(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.context.new_cdp_session(reader.page).send("Emulation.setGeolocationOverride", {})
    reader.locate()
    assert reader.alert().startswith("Your device cannot tell its location right now.")
    assert reader.sees_the_citys_programme()


@PATHS
def test_a_position_that_does_not_come(reader: Reader, path: str) -> None:
    reader.context.add_init_script(NEVER_ANSWERS)
    reader.page.clock.install()
    reader.open(path)
    reader.locate()
    reader.page.get_by_role("button", name="Finding your location").wait_for()
    assert reader.sees_the_citys_programme()
    reader.page.clock.fast_forward("00:11")
    assert reader.alert().startswith("Your device did not find your location in time.")
    assert reader.sees_the_citys_programme()


def test_a_search_that_takes_too_long_can_be_ended(reader: Reader) -> None:
    reader.context.add_init_script(NEVER_ANSWERS)
    reader.open("/")
    reader.locate()
    reader.page.get_by_role("button", name="Cancel").click()
    reader.page.get_by_role("button", name="My location").wait_for()
    assert reader.page.get_by_role("alert").count() == 0
    assert reader.sees_the_citys_programme()


@PATHS
def test_a_page_that_is_not_secure(reader: Reader, path: str) -> None:
    reader.open(path, server=reader.server.replace("localhost", INSECURE_HOST))
    reader.locate()
    assert reader.alert().startswith("Browsers share a location only with secure pages.")
    assert reader.sees_the_citys_programme()
    # The browser notes that one of our headers means nothing there either.
    assert all("Cross-Origin-Opener-Policy" in complaint for complaint in reader.complaints)
    reader.complaints.clear()


@PATHS
def test_a_refusal_is_said_in_german_too(open_browser: OpenBrowser, path: str) -> None:
    reader = open_browser(locale="de-DE", may_locate=False)
    reader.open(path)
    reader.locate("de")
    assert reader.alert().startswith("Dein Browser gibt den Standort nicht frei.")
    assert reader.alert().endswith("Das Programm der Stadt steht darunter.")


@PATHS
def test_a_lost_connection_and_the_way_back(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.context.set_offline(True)
    reader.locate()
    assert reader.alert().startswith("No connection to the programme. We keep trying.")
    assert reader.sees_the_citys_programme()
    assert reader.page.get_by_role("button", name="Try again").is_visible()
    reader.context.set_offline(False)
    reader.finder.locator(".distance").first.wait_for()
    assert reader.page.get_by_role("alert").count() == 0
    # The browser itself notes each request that found no network.
    assert reader.complaints
    assert all("ERR_INTERNET_DISCONNECTED" in complaint for complaint in reader.complaints)
    reader.complaints.clear()


def test_on_a_slow_network_the_page_reads_first_and_says_that_it_asks(reader: Reader) -> None:
    reader.open("/")
    session = reader.context.new_cdp_session(reader.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    reader.locate()
    reader.finder.get_by_text("Loading the programme").wait_for(state="attached")
    assert reader.sees_the_citys_programme()
    assert reader.page.get_by_role("alert").count() == 0
    reader.finder.locator(".distance").first.wait_for()


def test_after_a_refusal_the_tap_works_once_it_is_allowed(open_browser: OpenBrowser) -> None:
    reader = open_browser(may_locate=False)
    reader.open("/")
    reader.locate()
    reader.alert()
    reader.may_locate = True
    reader.locate_and_wait()
    assert reader.page.get_by_role("alert").count() == 0
