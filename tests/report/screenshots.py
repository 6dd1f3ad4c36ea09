"""Takes the pictures in docs/images from the fixtures: python -m tests.report.screenshots"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from newsextract import extract
from newsextract.report import corpus, explain
from newsextract.report.tally import tally
from tests.report import chromium
from tests.report.pages import FIXTURES, fixture

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SIZE = {"width": 1280, "height": 820}


def _explained(tab, folder):
    path = folder / "explain.html"
    document = explain(fixture("wpblocks"), url="https://uferblatt.example/2024/11/stadtbad-bekommt-ein-neues-dach/")
    path.write_text(document.to_html(), encoding="utf-8")
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]", state="attached")
    tab.click("[data-field=title] summary")
    tab.screenshot(path=IMAGES / "explain.png")


def _reported(tab, folder):
    names = sorted(p.parent.name for p in FIXTURES.glob("*/page.html"))
    rows = [extract(fixture(name), url=f"https://{name}.example/story").to_dict() for name in names]
    path = folder / "report.html"
    path.write_text(corpus.document(tally(rows), "records of the fixtures"), encoding="utf-8")
    tab.goto(path.as_uri())
    tab.screenshot(path=IMAGES / "report.png")


def main():
    with sync_playwright() as driver, TemporaryDirectory() as folder:
        browser = chromium.launch(driver)
        tab = browser.new_page(viewport=SIZE)
        for take in (_explained, _reported):
            take(tab, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
