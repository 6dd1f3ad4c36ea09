"""A headless Chromium for the tests that open what was written."""

import os

import pytest

from tests.report import chromium


@pytest.fixture(scope="session")
def browser():
    """Chromium; without one the test is skipped by name, and fails where CI=true says that there must be one."""
    if chromium.path() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(chromium.MISSING)
        pytest.skip(chromium.MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = chromium.launch(driver)
        yield started
        started.close()


PATIENCE = 180_000
"""Milliseconds; a page opens in one second, and in a minute where the machine has other work."""


class Opened:
    """A file in the browser, with what it complained of and what it asked for."""

    def __init__(self, tab, path):
        self.tab = tab
        self.complaints, self.requests, self.dialogs = [], [], []
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.address = path.as_uri()
        tab.goto(self.address)

    @property
    def frame(self):
        return self.tab.frame_locator("iframe")

    def highlighted(self):
        return self.frame.locator(".ne-on").all_inner_texts()


@pytest.fixture
def show(browser, tmp_path):
    """Writes a document to a file and opens that from disk."""
    tabs = []

    def _show(document, **options):
        path = tmp_path / f"{len(tabs)}.html"
        path.write_text(document, encoding="utf-8")
        tab = browser.new_page(**options)
        tab.set_default_timeout(PATIENCE)
        tabs.append(tab)
        return Opened(tab, path)

    yield _show
    for tab in tabs:
        tab.close()
