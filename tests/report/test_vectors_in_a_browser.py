"""Pages full of scripts, written in every form and opened in a real browser: none runs."""

import functools
import html
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

import newsextract
from newsextract.report import explain
from tests import bait, vectors

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


@pytest.mark.parametrize("kind", PAGES)
def test_every_address_of_a_record_that_becomes_a_link_is_of_the_web(kind):
    for article in articles(kind):
        links = [*article.links, *article.tags, *article.categories, *article.breadcrumbs, *article.contents]
        urls = [*(link.url for link in links), *(post.url for post in article.related), article.canonical_url]
        urls += [image.url for image in article.images] + [author.url for author in article.authors]
        for url in filter(None, urls):
            assert urlsplit(url).scheme in ("http", "https", ""), url
