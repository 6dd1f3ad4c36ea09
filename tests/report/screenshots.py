"""Takes the pictures in docs/images from the fixtures: python -m tests.report.screenshots"""

import io
import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

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


TERMINAL = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
  line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""
"""A terminal as rich draws it, without the fonts that it would fetch."""


def _typed(name, commands, folder):
    """A terminal in which commands were typed in the folder, and what they printed."""
    console = Console(record=True, width=100, file=io.StringIO())
    for command in commands:
        console.print(Text(f"$ {command}", style="bold"))
        _, *arguments = shlex.split(command)
        done = subprocess.run(
            [sys.executable, "-m", "newsextract", *arguments],
            cwd=folder,
            env=os.environ | {"COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        console.print(Text("\n".join(done.stdout.splitlines()[:LINES])))
    svg = console.export_svg(title="newsextract", code_format=TERMINAL, unique_id="terminal")
    (IMAGES / name).write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


LINES = 24
"""Lines of what a command printed that are shown."""


def _terminals(folder):
    (folder / "tests").mkdir()
    (folder / "tests" / "fixtures").symlink_to(FIXTURES)
    page = "tests/fixtures/jnews/page.html"
    commands = (
        f"newsextract extract {page} --pretty --fields byline,published,breadcrumbs",
        "newsextract batch tests/fixtures -o study/records.parquet",
    )
    _typed("batch.svg", commands, folder)
    _typed("explain-terminal.svg", [f"newsextract explain {page} --terminal"], folder)


def _plotted(folder):
    """The plot of the tutorial, of the batch before it."""
    frame = duckdb.sql(
        f"SELECT published[:4] AS year FROM '{folder}/study/records.parquet/*.parquet' "
        "WHERE kind = 'article' AND published IS NOT NULL"
    ).df()
    axes = frame.groupby("year").size().plot.bar(title="Dated articles by year", rot=0, figsize=(7, 3))
    axes.figure.tight_layout()
    axes.figure.savefig(IMAGES / "years.svg", metadata={"Date": None})


def main():
    with TemporaryDirectory() as folder:
        _terminals(Path(folder))
        _plotted(Path(folder))
    with sync_playwright() as driver, TemporaryDirectory() as folder:
        browser = chromium.launch(driver)
        tab = browser.new_page(viewport=SIZE)
        for take in (_explained, _reported):
            take(tab, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
