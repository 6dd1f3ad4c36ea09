"""Where a Chromium is, and how it is started."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
MISSING = f"no browser: none of {', '.join(NAMES)} is on PATH (Debian: apt-get install chromium)"


def path():
    """The program, or None: NEWSEXTRACT_BROWSER names one, else the first on PATH."""
    return os.environ.get("NEWSEXTRACT_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


def launch(driver):
    return driver.chromium.launch(executable_path=path(), args=FLAGS, headless=True)
