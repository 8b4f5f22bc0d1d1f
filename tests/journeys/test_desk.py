"""A cinema's staff at work: from the invitation to a published week, with all that goes wrong in between."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.data.factories import row, sheet
from tests.journeys.conftest import OpenBrowser
from tests.journeys.house import PASSWORD, House
from tests.journeys.reader import Reader
from tests.journeys.test_accessibility import NOTHING, findings
from tests.program import api

# Beyond the weeks of the demo: nothing is there that a file could remove.
DAYS = [date.today() + timedelta(days=number) for number in range(40, 47)]  # noqa: DTZ011 (the demo's own days)


class Desk:
    """Somebody of a cinema's staff, with a phone."""

    def __init__(self, reader: Reader, house: House, cinema: str, folder: Path) -> None:
        self.reader, self.page, self.house, self.cinema, self.folder = reader, reader.page, house, cinema, folder
        self.path = f"{house.server}/staff/cinemas/{cinema}"

    def open(self, part: str = "") -> None:
        self.page.goto(self.path + part)

    def drop(self, content: bytes, name: str = "woche.csv") -> None:
        """Drop a file, and see what it would make."""
        (self.folder / name).write_bytes(content)
        self.page.locator("input[type=file]").first.set_input_files(self.folder / name)
        self.page.locator(".drop button").first.click()
        self.page.locator(".legend").wait_for()

    def publish(self) -> None:
        """Agree to what is asked, and publish."""
        for box in self.page.locator(".publish input[type=checkbox]").all():
            box.check()
        self.page.get_by_role("button", name="Publish").click()
        self.page.get_by_text("It is visible everywhere within a second.").wait_for()

    def refusal(self) -> str:
        """Wait for the sentence that says why not; the browser notes each answer that is a refusal."""
        said = self.page.get_by_role("alert").inner_text()
        self.reader.complaints.clear()
        return said

    def cards(self, kind: str) -> int:
        """Count the cards of a kind in the week that is shown."""
        return self.page.locator(f".card.{kind}").count()

    def public(self) -> list[tuple[str, str]]:
        """What everybody is told of the days beyond the demo: starts and statuses."""
        said = api(self.house.server, f"/cinemas/{self.cinema}/screenings", **{"from": str(DAYS[0])})
        return [(one["starts_at"][5:16], one["status"]) for one in said["screenings"]]

    def wait_until_public(self, starts: int) -> None:
        """Wait for as long as a publish takes to be seen."""
        self.wait_until(lambda: len(self.public()) == starts)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        for _ in range(100):
            if holds():
                return
            self.page.wait_for_timeout(100)
        pytest.fail("It is not so after ten seconds.")


NewDesk = Callable[..., Desk]


@pytest.fixture
def new_desk(open_browser: OpenBrowser, house: House, tmp_path: Path) -> NewDesk:
    """Let somebody in at a cinema, and at its desk."""

    def new_desk(cinema: str, email: str | None = None, *, has_script: bool = True) -> Desk:
        reader = open_browser(java_script_enabled=has_script)
        reader.open(house.invite(email or f"{cinema}@example.org", "--cinema", cinema), server=house.server)
        reader.page.locator("#password").fill(PASSWORD)
        reader.page.keyboard.press("Enter")
        desk = Desk(reader, house, cinema, tmp_path)
        desk.page.locator("input[type=file]").wait_for()
        return desk

    return new_desk


def week(time: str = "20:15", **more: str) -> list[dict[str, str]]:
    return [row(date=str(day), time=time, **more) for day in DAYS]


@pytest.mark.parametrize("has_script", [True, False])
def test_from_the_invitation_to_a_published_week(new_desk: NewDesk, *, has_script: bool) -> None:
    desk = new_desk("acudkino" if has_script else "adria-filmtheater", has_script=has_script)
    desk.drop(sheet(*week()))
    assert desk.cards("added") == len(DAYS)
    desk.publish()
    desk.wait_until_public(len(DAYS))


def test_a_file_with_three_errors_is_corrected_and_dropped_again(new_desk: NewDesk) -> None:
    desk = new_desk("astra-filmpalast")
    wrong = [row(date=str(DAYS[0]), time="2o:15"), row(date="soon"), row(date=str(DAYS[1]), time="")]
    desk.drop(sheet(*week(), *wrong))
    assert desk.page.locator(".findings .finding-row").count() == 3
    assert "2o:15" in desk.page.locator(".finding-row .wrong").first.inner_text()
    desk.drop(sheet(*week(), *week("18:00")), "berichtigt.csv")
    assert desk.page.locator(".findings .finding-row").count() == 0
    desk.publish()
    desk.wait_until_public(2 * len(DAYS))


def test_it_is_published_in_spite_of_an_error(new_desk: NewDesk) -> None:
    desk = new_desk("b-ware-ladenkino")
    desk.drop(sheet(*week(), row(date=str(DAYS[0]), time="2o:15")))
    desk.page.get_by_role("button", name="Publish").click()
    assert "1 of 8 rows cannot be read" in desk.refusal()
    desk.publish()
    desk.wait_until_public(len(DAYS))


def test_a_word_is_taught_in_place_and_known_from_then_on(new_desk: NewDesk) -> None:
    desk = new_desk("babylon-mitte")
    desk.drop(sheet(*week(version="Omsu engl")))
    desk.page.locator("details.teach summary").first.click()
    desk.page.get_by_label("At your house, “Omsu engl” means").fill("OmeU")
    desk.page.get_by_role("button", name="Remember").click()
    desk.page.get_by_text("Remembered.").wait_for()
    assert desk.page.locator("details.teach").count() == 0
    assert desk.page.locator(".card b", has_text="OmeU").count() == len(DAYS)


def test_what_was_published_is_taken_back(new_desk: NewDesk) -> None:
    desk = new_desk("bali-kino")
    desk.drop(sheet(*week()))
    desk.publish()
    desk.wait_until_public(len(DAYS))
    desk.page.get_by_role("button", name="Take back").first.click()
    desk.page.get_by_text("Taken back.").wait_for()
    desk.wait_until_public(0)


def test_two_colleagues_at_once_lose_nothing(new_desk: NewDesk) -> None:
    ada, bob = new_desk("bundesplatz-kino", "ada@buli.example"), new_desk("bundesplatz-kino", "bob@buli.example")
    ada.drop(sheet(*week("18:00")))
    bob.drop(sheet(*week("20:00"), *week("18:00")))
    bob.publish()
    bob.wait_until_public(2 * len(DAYS))
    # What Ada saw is over: that half would go now is said before it is done.
    ada.page.get_by_role("button", name="Publish").click()
    assert "7 of 14 published screenings would be removed" in ada.refusal()
    assert ada.cards("removed") == len(DAYS)
    assert len(ada.public()) == 2 * len(DAYS)


def test_another_cinemas_desk_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk("casablanca")
    desk.cinema, desk.path = "moviemento", f"{desk.house.server}/staff/cinemas/moviemento"
    desk.open()
    desk.page.get_by_role("heading", name="This is not your cinema").wait_for()
    desk.reader.complaints.clear()


def test_a_session_that_was_ended_is_led_to_the_way_in(new_desk: NewDesk) -> None:
    desk = new_desk("kino-central")
    elsewhere = desk.reader.context.browser
    assert elsewhere is not None
    other = elsewhere.new_context(locale="en-IE").new_page()
    other.goto(f"{desk.house.server}/staff")
    other.get_by_label("E-mail address").fill("kino-central@example.org")
    other.get_by_label("Password").fill(PASSWORD)
    other.keyboard.press("Enter")
    other.get_by_role("link", name="Account").first.click()
    other.get_by_role("button", name="End", exact=False).first.click()
    other.context.close()
    desk.open("/programme")
    desk.page.get_by_label("E-mail address").fill("kino-central@example.org")
    desk.page.get_by_label("Password").fill(PASSWORD)
    desk.page.keyboard.press("Enter")
    # After it, the page that was asked for.
    desk.page.wait_for_url("**/staff/cinemas/kino-central/programme*")


def test_sold_out_survives_the_next_file(new_desk: NewDesk) -> None:
    desk = new_desk("cinemaxx-potsdamer-platz")
    desk.drop(sheet(*week()))
    desk.publish()
    desk.open("/programme")
    first = desk.page.locator("li", has_text="Red Rocket").filter(has_text="20:15").last
    first.get_by_role("button", name="Sold out").click()
    desk.page.get_by_text("Saved.").wait_for()
    desk.open()
    desk.drop(sheet(*week(), *week("22:30")), "spaeter.csv")
    desk.publish()
    desk.wait_until_public(2 * len(DAYS))
    assert [status for _, status in desk.public()].count("sold-out") == 1


def test_one_screening_is_added_moved_and_cancelled_by_hand(new_desk: NewDesk) -> None:
    desk = new_desk("cineplex-alhambra")
    desk.open("/programme")
    adding = desk.page.locator("section").filter(has_text="Add one screening").locator("form")
    for label, value in (("Day", str(DAYS[0])), ("Time", "11:00"), ("Film", "Lola rennt"), ("Version", "OmeU")):
        adding.get_by_label(label, exact=True).fill(value)
    adding.get_by_role("button", name="Add", exact=True).click()
    desk.page.get_by_text("Added.").wait_for()
    desk.wait_until_public(1)
    # By keyboard alone: the last screening's form is opened, its time and auditorium changed, and sent.
    desk.page.locator("li", has_text="11:00").last.locator("summary").focus()
    desk.page.keyboard.press("Enter")
    form = desk.page.locator("details[open] form")
    form.get_by_label("Time").fill("11:45")
    form.get_by_label("Auditorium").fill("Kino 9")
    desk.page.keyboard.press("Enter")
    desk.page.get_by_text("Moved.").wait_for()
    desk.wait_until(lambda: [start[-5:] for start, _ in desk.public()] == ["11:45"])
    assert "moved by hand, was 11:00" in desk.page.locator("li", has_text="11:45").last.inner_text()
    desk.page.locator("li", has_text="11:45").last.get_by_role("button", name="Cancel").click()
    desk.page.get_by_text("Saved.").wait_for()
    desk.wait_until_public(0)


def test_a_closed_day_and_the_way_in_are_seen_by_everybody(new_desk: NewDesk) -> None:
    desk = new_desk("cineplex-titania")
    desk.open("/house")
    desk.page.get_by_label("By wheelchair").select_option("limited")
    desk.page.get_by_role("button", name="Save").click()
    desk.page.get_by_text("Saved.").wait_for()
    desk.page.get_by_label("First day").fill(str(DAYS[0]))
    desk.page.get_by_role("button", name="Enter as closed").click()
    desk.page.get_by_text("Entered.").wait_for()
    desk.wait_until(lambda: api(desk.house.server, f"/cinemas/{desk.cinema}")["wheelchair"] == "limited")
    desk.page.goto(f"{desk.house.server}/cinemas/{desk.cinema}")
    assert "limited" in desk.page.locator(".cinema-access").inner_text().lower()


def test_pasted_rows_are_a_file_too(new_desk: NewDesk) -> None:
    desk = new_desk("delphi-lux")
    desk.page.locator("details.paste summary").click()
    desk.page.locator("#rows").fill(sheet(*week(), separator="\t").decode())
    desk.page.get_by_role("button", name="Look at what is pasted").click()
    desk.page.locator(".legend").wait_for()
    assert desk.cards("added") == len(DAYS)


def test_a_file_that_is_none_is_refused_with_a_sentence(new_desk: NewDesk) -> None:
    desk = new_desk("cinestar-tegel")
    (desk.folder / "cat.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    desk.page.locator("#file").set_input_files(desk.folder / "cat.jpg")
    desk.page.locator(".drop button").click()
    assert desk.refusal()


def test_axe_finds_nothing_at_a_desk(new_desk: NewDesk, axe: str) -> None:
    desk = new_desk("cosima-filmtheater")
    desk.drop(sheet(*week(version="Omsu engl"), row(date=str(DAYS[0]), time="2o:15")))
    assert findings(desk.reader, axe) == NOTHING
    for part in ("", "/programme", "/house"):
        desk.open(part)
        assert findings(desk.reader, axe) == NOTHING
