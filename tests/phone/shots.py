"""Which pictures are taken: each page, and each state that a reader can get it into."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Page

PHONE, SMALLEST, DESKTOP = (390, 844), (320, 640), (1280, 900)
LOCATE = {"de": "Mein Standort", "en": "My location"}

Act = Callable[[Page, "Shot"], None]


def nothing(_page: Page, _shot: "Shot") -> None:
    """Look at the page as it comes."""


def locate(page: Page, _shot: "Shot") -> None:
    """Wait for the list: a position that was allowed before is used without a tap."""
    page.locator("kinonah-showtimes .distance").first.wait_for()


def locate_nothing(page: Page, _shot: "Shot") -> None:
    """Wait for the sentence that says why there is nothing."""
    page.locator("kinonah-showtimes .empty").first.wait_for()


def locate_in_vain(page: Page, shot: "Shot") -> None:
    """Tap the button where no position comes."""
    page.get_by_role("button", name=LOCATE[shot.language]).first.click()
    page.get_by_role("alert").first.wait_for()


def open_filters(page: Page, shot: "Shot") -> None:
    """See what can be filtered by."""
    locate(page, shot)
    page.get_by_role("button", name="Filter").click()


def type_a_place(page: Page, _shot: "Shot") -> None:
    """Misspell a district, and see what is meant."""
    page.get_by_role("combobox").press_sequentially("Kreuzbreg")
    page.get_by_role("option").first.wait_for()


def choose_a_place(page: Page, shot: "Shot") -> None:
    """Take what was suggested."""
    type_a_place(page, shot)
    page.get_by_role("option").first.click()
    locate(page, shot)


def lose_the_network(page: Page, shot: "Shot") -> None:
    """Tap the button in a tunnel."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_offline(True)
    locate_in_vain(page, shot)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the page, who looks at it, and what they did before."""

    name: str
    path: str
    act: Act = nothing
    language: Literal["de", "en"] = "de"
    size: tuple[int, int] = PHONE
    scheme: Literal["light", "dark"] = "light"
    may_locate: bool = False
    has_script: bool = True
    text_scale: int = 1
    is_whole: bool = field(default=False)


# Nobody shows a film in Korean with English subtitles on a 70 mm print.
EMPTY = "/?version=OmeU&format=70mm&understands=ko"
FILM = "/films/red-rocket"
PAGES = {
    "home": "/",
    "films": "/films?q=rocket",
    "film": FILM,
    "cinema": "/cinemas/moviemento",
    "cinemas": "/cinemas",
    "privacy": "/privacy",
    "imprint": "/imprint",
    "nowhere": "/nowhere",
}


def every_shot() -> list[Shot]:
    """List the pictures."""
    return [shot for name, path in PAGES.items() for shot in _of_page(name, path)] + _states()


def _of_page(name: str, path: str) -> list[Shot]:
    return [
        Shot(f"{name}-phone-de", path, is_whole=True),
        Shot(f"{name}-phone-en-dark", path, language="en", scheme="dark", is_whole=True),
        Shot(f"{name}-desktop-en", path, language="en", size=DESKTOP),
        Shot(f"{name}-desktop-de-dark", path, size=DESKTOP, scheme="dark"),
        Shot(f"{name}-smallest-large-text", path, size=SMALLEST, text_scale=2, is_whole=True),
        Shot(f"{name}-no-script", path, has_script=False, is_whole=True),
    ]


def _states() -> list[Shot]:
    return [
        Shot("home-located-de", "/", locate, may_locate=True),
        Shot("home-located-en-dark", "/", locate, may_locate=True, language="en", scheme="dark"),
        Shot("home-located-desktop", "/", locate, may_locate=True, size=DESKTOP),
        Shot(
            "home-located-smallest-large-text", "/", locate, may_locate=True, size=SMALLEST, text_scale=2, is_whole=True
        ),
        Shot("home-refused-de", "/", locate_in_vain),
        Shot("home-refused-en-dark", "/", locate_in_vain, language="en", scheme="dark"),
        Shot("home-filters-de", "/", open_filters, may_locate=True),
        Shot("home-filters-en-dark", "/", open_filters, may_locate=True, language="en", scheme="dark"),
        Shot("home-filters-smallest-large-text", "/", open_filters, may_locate=True, size=SMALLEST, text_scale=2),
        Shot("home-by-time", "/?view=time", locate, may_locate=True),
        Shot("home-by-cinema", "/?view=cinemas", locate, may_locate=True),
        Shot("home-typing", "/", type_a_place),
        Shot("home-typed-place", "/", choose_a_place),
        Shot("home-offline", "/", lose_the_network),
        Shot("home-empty", EMPTY, locate_nothing, may_locate=True),
        Shot("home-empty-no-script", EMPTY, has_script=False),
        Shot("film-located-de", FILM, locate, may_locate=True),
        Shot(
            "film-located-smallest-large-text",
            FILM,
            locate,
            may_locate=True,
            size=SMALLEST,
            text_scale=2,
            is_whole=True,
        ),
        Shot("film-located-en-dark", FILM, locate, may_locate=True, language="en", scheme="dark"),
        Shot("film-located-desktop", FILM, locate, may_locate=True, size=DESKTOP),
        Shot("film-refused", FILM, locate_in_vain),
        Shot("films-nothing-found", "/films?q=xyzzy"),
        Shot("films-nothing-found-en", "/films?q=xyzzy", language="en", scheme="dark"),
    ]
