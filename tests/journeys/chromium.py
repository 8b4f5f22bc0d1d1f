"""The browser that the journeys are made with: the system's Chromium, kept from asking anybody but us."""

import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A page of this name is not secure, as one served without TLS to a phone is not.
INSECURE_HOST = "kinonah.test"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {INSECURE_HOST} 127.0.0.1",
)


def chromium() -> str:
    """Find the browser; without it the journeys fail, and say what installs it."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    found = found or next((path for path in MAC_APPLICATIONS if Path(path).exists()), None)
    if found is None:
        raise FileNotFoundError(
            "The journeys need Chromium: make chromium, or sudo apt-get install chromium "
            "(macOS: brew install --cask chromium)."
        )
    return found
