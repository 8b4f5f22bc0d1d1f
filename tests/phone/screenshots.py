"""`python -m tests.phone.screenshots [WORDS…]`: pictures of each page and state, into var/screenshots.

With words, only of those whose names hold one of them.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.journeys.chromium import ARGUMENTS, chromium
from tests.journeys.reader import HERE
from tests.phone.shots import Shot, every_shot
from tests.program import served

# What a browser's setting for larger text does: all that is measured in rem grows.
LARGE_TEXT = "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '{}%')"
# A page that is taken whole is looked at below the screen, too, where nothing is drawn that nobody sees.
ALL_IN_VIEW = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::part(film-card), ::part(cinema) { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
}"""
FOLDER = Path(__file__).parents[2] / "var" / "screenshots"


def main(words: list[str]) -> None:
    """Take the pictures that are asked for."""
    shots = [shot for shot in every_shot() if not words or any(word in shot.name for word in words)]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, served(Path(folder)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for shot in shots:
            take(browser, server, shot)
            sys.stdout.write(f"{FOLDER / shot.name}.png\n")
        browser.close()


def take(browser: Browser, server: str, shot: Shot) -> None:
    """Take one picture."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale={"de": "de-DE", "en": "en-IE"}[shot.language],
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        geolocation=HERE,
        permissions=["geolocation"] if shot.may_locate else [],
        java_script_enabled=shot.has_script,
    )
    page = context.new_page()
    if shot.text_scale != 1:
        page.add_init_script(LARGE_TEXT.format(shot.text_scale * 100))
    page.goto(server + shot.path)
    shot.act(page, shot)
    if shot.is_whole:
        page.evaluate(ALL_IN_VIEW)
    page.screenshot(path=FOLDER / f"{shot.name}.png", full_page=shot.is_whole)
    context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
