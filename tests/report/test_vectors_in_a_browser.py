"""Pages full of scripts, written in every form and opened in a real browser: none runs."""

import functools
import html
import json
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

import newsextract
from newsextract.cli import main
from newsextract.report import corpus, explain
from newsextract.report.tally import tally
from tests import bait, vectors
from tests.report import rows
from tests.report.conftest import PATIENCE

pytestmark = pytest.mark.browser

URL = "https://harbour.example/story"
PARAGRAPH = "<p>The harbour board met on Monday, and put off the question of the second berth until the spring.</p>"

TOUCH = """() => {
    const frames = [...document.querySelectorAll("iframe")], found = [];
    const touched = ["click", "mouseover", "pointerenter", "focus", "toggle", "animationstart", "load", "error"];
    const walk = (frame) => {
        const inside = frame.contentDocument;
        if (!inside) return;
        for (const element of inside.querySelectorAll("*")) {
            for (const name of Element.prototype.getAttributeNames.call(element)) {
                const value = Element.prototype.getAttribute.call(element, name);
                const scheme = /^(href|src|data|action|formaction|poster|xlink:href|srcset)$/.test(name)
                    && /^[\\s\\x00-\\x1f]*[a-z][a-z0-9+.-]*[\\s\\x00-\\x1f]*:/i.exec(value);
                if (/^on/.test(name) || name === "srcdoc" && !element.sandbox.length) found.push(name + "=" + value);
                if (scheme && !/^(https?:|data:image|data:,$)/.test(value)) found.push(name + "=" + value);
            }
            if (element.tagName === "IFRAME") walk(element);
            if (element.href && /^https?:/.test(element.href)) continue;
            for (const name of touched) EventTarget.prototype.dispatchEvent.call(element, new Event(name));
        }
    };
    frames.forEach(walk);
    return found.map((text) => text.slice(0, 300));
}"""
"""Looks for handlers and schemes in every document, and touches every element that leads nowhere on the web."""


class Shown:
    """Documents side by side in frames of one page that reaches no network."""

    def __init__(self, browser, tmp_path, documents):
        self.fired, self.asked = [], set()
        frames = "".join(f'<iframe srcdoc="{html.escape(document)}"></iframe>' for document in documents)
        path = tmp_path / "shown.html"
        path.write_text(f'<!doctype html><meta charset="utf-8">{frames}', encoding="utf-8", errors="replace")
        tab = browser.new_page()
        tab.set_default_timeout(PATIENCE)
        tab.on("dialog", lambda dialog: (self.fired.append(dialog.message), dialog.dismiss()))
        tab.route("**/*", self._route)
        tab.goto(path.as_uri())
        self.found = tab.evaluate(TOUCH)
        tab.wait_for_timeout(300)
        tab.close()

    def _route(self, route):
        if route.request.url.startswith(("file:", "data:", "about:")):
            route.continue_()
        else:
            self.asked.add(route.request.resource_type)
            route.abort()

    def why(self):
        """The vectors that ran."""
        return [vectors.ALL[int(n)] if n.isdigit() else n for n in dict.fromkeys(self.fired)]


@pytest.fixture
def show(browser, tmp_path):
    return lambda documents: Shown(browser, tmp_path, documents)


def in_the_page(vector):
    """The vector as markup, in the places where a body has markup."""
    return (
        f"<!doctype html><html><head><title>Berth put off</title></head><body><h1>Berth {vector}</h1>{PARAGRAPH * 3}"
        f"{vector}{PARAGRAPH}<p>Before {vector} after.</p><h2>{vector}</h2>{PARAGRAPH}<ul><li>One {vector}</li></ul>"
        f"<blockquote>{vector}</blockquote><table><tr><td>One</td><td>{vector}</td></tr></table>{PARAGRAPH * 2}"
    )


PAGES = {"as markup": in_the_page, "as text": bait.page}


def markdown(article):
    """What a renderer that lets raw HTML and any scheme through, and knows no front matter, makes of the Markdown."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    renderer.validateLink = lambda _address: True
    return renderer.render(article.to_markdown(front_matter=True))


@functools.cache
def articles(kind):
    return tuple(newsextract.extract(PAGES[kind](vector), URL) for vector in vectors.numbered())


def test_there_are_vectors_of_every_kind_and_they_run_where_nothing_is_cleaned(show):
    shown = show(f"<!doctype html><body>{vector}" for vector in vectors.numbered())
    assert len(vectors.ALL) >= 200
    assert len(set(shown.fired)) > 90


@pytest.mark.parametrize("kind", PAGES)
def test_no_vector_runs_in_the_clean_html(show, kind):
    shown = show(article.to_html() for article in articles(kind))
    assert (shown.why(), shown.found) == ([], [])
    assert shown.asked <= {"image"}


@pytest.mark.parametrize("kind", PAGES)
def test_no_vector_runs_in_the_markdown_where_raw_html_is_let_through(show, kind):
    shown = show(map(markdown, articles(kind)))
    assert (shown.why(), shown.found) == ([], [])
    assert shown.asked <= {"image"}


def test_no_vector_runs_in_the_explained_page(show):
    shown = show(explain(in_the_page(vector), URL).to_html() for vector in vectors.numbered())
    assert (shown.why(), shown.found) == ([], [])
    assert shown.asked == set()


A_REPORT = 50
"""Vectors of one report; the first of them are drawn in its plots."""


def reports():
    """Reports of batches whose every text is a vector."""
    pytest.importorskip("matplotlib")
    numbered = list(vectors.numbered())
    for at in range(0, len(numbered), A_REPORT):
        total = tally(row for n, vector in enumerate(numbered[at : at + A_REPORT]) for row in both(at + n, vector))
        yield corpus.document(total, "".join(numbered[at : at + A_REPORT]), dict.fromkeys(numbered, numbered[at]))


def both(number, vector):
    """A record and a failure with a text in each place that a report reads."""
    record = rows.record(number)
    texts = {key: vector for key, value in record.items() if isinstance(value, str) and key != "fingerprint"}
    evidence = {vector: {"source": "error", "confidence": 0.1}, "title": {"source": vector, "confidence": 0.1}}
    odd = {"text": "", "evidence": evidence, "notices": [{"kind": vector}], "page": {"source": vector}}
    yield record | texts | odd | {"fingerprint": "0" * 16, "authors": [{"name": vector}], "site": {"name": vector}}
    yield rows.failure(number) | {"id": f"https://a.example/{vector}", "error": vector, "message": vector}
    yield rows.failure(number) | {"id": vector, "stage": vector, "source": vector}


def test_no_vector_runs_in_the_report_of_a_batch(show):
    shown = show(reports())
    assert (shown.why(), shown.found) == ([], [])
    assert shown.asked == set()


def test_no_vector_runs_in_what_the_commands_write_of_a_folder_of_pages(show, tmp_path):
    pytest.importorskip("matplotlib")
    saved, records, report = tmp_path / "saved", tmp_path / "r.jsonl", tmp_path / "report.html"
    saved.mkdir()
    for number, vector in enumerate(vectors.numbered()):
        (saved / f"{number}.html").write_text(f"<title>{vector}</title>{vector}", "utf-8", "replace")
    assert main(["batch", str(saved), "-o", str(records), "--quiet", "--workers", "1"]) == 0
    lines = [json.loads(line) for line in records.read_text("utf-8").splitlines()]
    for number, row in enumerate(lines):  # a site each: a report shows few pages of one
        row["page"]["source"] = str(tmp_path / row["page"]["source"])
        row["canonical_url"], row["url"] = None, f"https://site{number}.example/"
    rows.write_lines(records, lines)
    assert main(["report", str(records), "-o", str(report)]) == 0
    explained = sorted((tmp_path / "report-pages").glob("*.html"))
    assert len(explained) == corpus.MOST_PAGES
    shown = show(path.read_text("utf-8") for path in (report, *explained))
    assert (shown.why(), shown.found) == ([], [])
    assert shown.asked == set()


@pytest.mark.parametrize("kind", PAGES)
def test_every_address_of_a_record_that_becomes_a_link_is_of_the_web(kind):
    for article in articles(kind):
        links = [*article.links, *article.tags, *article.categories, *article.breadcrumbs, *article.contents]
        urls = [*(link.url for link in links), *(post.url for post in article.related), article.canonical_url]
        urls += [image.url for image in article.images] + [author.url for author in article.authors]
        for url in filter(None, urls):
            assert urlsplit(url).scheme in ("http", "https", ""), url
