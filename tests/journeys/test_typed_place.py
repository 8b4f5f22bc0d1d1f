"""Without a position: a place is typed or picked, by keyboard alone, and what is typed stays out of the address."""

from urllib.parse import urlsplit

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import Reader

HINT = ".location > .hint"


def type_place(reader: Reader, text: str, *keys: str) -> None:
    box = reader.page.get_by_role("combobox")
    box.focus()
    box.press_sequentially(text)
    reader.page.get_by_role("option").filter(has_text="Kreuzberg").first.wait_for()
    for key in keys:
        box.press(key)
    reader.finder.locator(".distance").first.wait_for()
    reader.rests()


def test_a_misspelled_district_is_understood(open_browser: OpenBrowser) -> None:
    reader = open_browser(may_locate=False)
    reader.open("/")
    type_place(reader, "Kreuzbreg", "ArrowDown", "Enter")
    assert "from Kreuzberg." in reader.finder.locator(HINT).inner_text()
    # What was chosen leads into the list, and the page stays where it is looked at.
    assert reader.page.evaluate("scrollY") == 0
    assert "place=Kreuzberg" in reader.page.url
    assert "Kreuzbreg" not in reader.page.url
    other = open_browser(may_locate=False)
    other.open(reader.page.url.removeprefix(reader.server))
    other.finder.locator(".distance").first.wait_for()
    assert "from Kreuzberg." in other.finder.locator(HINT).inner_text()


def test_a_district_is_picked_from_the_list(open_browser: OpenBrowser) -> None:
    reader = open_browser(may_locate=False)
    reader.open("/films/parasite")
    reader.page.get_by_role("combobox").focus()
    reader.page.get_by_role("option", name="Mitte").click()
    reader.finder.locator(".distance").first.wait_for()
    assert any("area=mitte" in request.url for request in reader.requests)


def test_a_house_number_is_in_no_address_at_all(open_browser: OpenBrowser) -> None:
    reader = open_browser(may_locate=False)
    reader.open("/")
    box = reader.page.get_by_role("combobox")
    box.press_sequentially("Oranienstr. 25")
    box.press("Enter")
    assert "This installation knows no streets" in reader.page.get_by_role("alert").inner_text()
    assert not any("25" in urlsplit(request.url).query for request in reader.requests)
