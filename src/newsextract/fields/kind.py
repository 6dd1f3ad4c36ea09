"""What the page is: an article, live coverage, a listing of articles, or something else.

Signs of many kinds (what the metadata declares, what the address says, how much of the page is running text, how much
is links and cards) are weighed by a logistic model; its weights are data, fitted on annotated pages by
`benchmarks/kind.py`. Live coverage is told by its own signs.
"""

import functools
import math
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from newsextract.evidence import RAW_LIMIT, Evidence
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.page.document import Element
from newsextract.page.schema import types
from newsextract.records.article import Kind
from newsextract.rules.addresses import folders, leads_to, steps

ENTRIES = 3
"""Entries from which on a page is live coverage."""
APOLOGY = 800
"""Characters of body above which a page is about something, whatever its title says."""
PARAGRAPH = 100
"""Characters from which a run counts as a paragraph of running text."""

_SCHEMA = {
    "product": ("Product", "ProductGroup", "Offer", "AggregateOffer", "SoftwareApplication", "Vehicle", "Hotel"),
    "forum": ("DiscussionForumPosting", "QAPage", "Question"),
    "listing": ("CollectionPage", "SearchResultsPage", "ItemList", "Blog", "ProfilePage", "OfferCatalog"),
    "service": ("Service", "LocalBusiness", "ProfessionalService", "ContactPage", "AboutPage", "FAQPage"),
    "recipe": ("Recipe", "HowTo", "Event", "JobPosting", "Course"),
}
_LABELS = ("byline", "date", "date-published", "author-box", "standfirst", "tags", "shop", "pagination", "comments")
_NUMBER = re.compile(r"\d{5,}|(?:19|20)\d\d/\d\d?")
_PRICE = re.compile(r"(?:[$€£¥₹]\s?\d|\d\s?(?:[€£¥₹]|USD|EUR)\b)")


def read(page: LabelledPage, body: Body) -> tuple[Kind, Evidence] | None:
    """The kind and its evidence; the confidence is the model's probability."""
    if (plain := _missing(page, body) or _live(page)) is not None:
        return plain
    present = dict(signs(page, body))
    odds = {kind: _odds(weights, present) for kind, weights in _weights().items()}
    whole = sum(odds.values())
    kind = max(odds, key=lambda k: odds[k])
    weight = _weights()[kind]
    telling = sorted(present, key=lambda s: -weight.get(s, 0.0) * present[s])[:5]
    evidence = Evidence(
        source="derived",
        locator="signs",
        raw=", ".join(s for s in telling if weight.get(s, 0.0) > 0)[:RAW_LIMIT],
        confidence=round(odds[kind] / whole, 3),
    )
    return _KINDS[kind], evidence


_KINDS: dict[str, Kind] = {"article": "article", "listing": "listing", "other": "other"}


def _missing(page: LabelledPage, body: Body) -> tuple[Kind, Evidence] | None:
    """A page that says it is not there, and little else."""
    if sum(len(r.text) for r in body.runs) > APOLOGY:
        return None
    said = next((t for t in (page.title, page.meta.title) if t and page.rules.words.finds("not_found", t)), None)
    return None if said is None else ("other", Evidence(source="dom", locator="title", raw=said, confidence=0.9))


def _live(page: LabelledPage) -> tuple[Kind, Evidence] | None:
    declared = next((s for s, e in page.entities.all if "LiveBlogPosting" in types(e)), None)
    if declared is not None:
        return "live-blog", Evidence(source=declared, locator="LiveBlogPosting", confidence=0.95)
    if len(page.labels.of("live-entry")) >= ENTRIES and page.labels.of("live-time"):
        return "live-blog", Evidence(source="dom", locator="live-entry", confidence=0.8)
    return None


def signs(page: LabelledPage, body: Body) -> Iterator[tuple[str, float]]:
    """The signs a page shows, with their strength, 0 to 1."""
    yield "always", 1.0
    yield from _declared(page)
    yield from _addressed(page)
    yield from _written(page, body)
    yield from _laid_out(page)


def _declared(page: LabelledPage) -> Iterator[tuple[str, float]]:
    og = (page.meta.first("og:type") or "none").lower()
    yield f"og:{og.partition(':')[0].partition('.')[0]}", 1.0
    if page.entities.article is not None:
        yield "schema:article", 1.0
    found = {t for _, e in page.entities.all for t in types(e)}
    for kind, names in _SCHEMA.items():
        if not found.isdisjoint(names):
            yield f"schema:{kind}", 1.0
    if page.meta.first("article:published_time", "datepublished", "parsely-pub-date", "date"):
        yield "meta:published", 1.0
    if page.meta.first("author", "article:author", "parsely-author"):
        yield "meta:author", 1.0


def _addressed(page: LabelledPage) -> Iterator[tuple[str, float]]:
    if page.url is None:
        return
    path = steps(page.url)
    if not path:
        yield "url:root", 1.0
        return
    yield "url:words", min(path[-1].count("-") + path[-1].count("_"), 10) / 10
    yield "url:depth", min(len(path), 6) / 6
    if _NUMBER.search(page.url):
        yield "url:number", 1.0
    for kind, names in folders().items():
        if leads_to(kind, page.url):
            yield f"url:in-{kind}", 1.0
        elif path[-1] in names:
            yield f"url:is-{kind}", 1.0


def _written(page: LabelledPage, body: Body) -> Iterator[tuple[str, float]]:
    runs = body.runs
    text = sum(len(r.text) for r in runs)
    whole = sum(len(r.text) for r in body.flow.runs) or 1
    paragraphs = [r for r in runs if len(r.text) >= PARAGRAPH]
    yield "text:length", min(math.log1p(text) / 10, 1.0)
    yield "text:paragraphs", min(len(paragraphs), 20) / 20
    yield "text:share", text / whole
    yield "text:in-paragraphs", sum(len(r.text) for r in paragraphs) / (text or 1)
    yield "links:share", sum(r.link_length for r in body.flow.runs) / whole
    yield "links:in-body", sum(r.link_length for r in runs) / (text or 1)
    prices = sum(1 for r in body.flow.runs if len(r.text) < PARAGRAPH and _PRICE.search(r.text))
    yield "text:prices", min(prices, 10) / 10


def _laid_out(page: LabelledPage) -> Iterator[tuple[str, float]]:
    by_tag = page.document.by_tag
    for tag, many in (("article", 10), ("time", 10), ("form", 5), ("pre", 5), ("code", 10), ("table", 5), ("h1", 3)):
        if count := len(by_tag.get(tag, ())):
            yield f"tags:{tag}", min(count, many) / many
    linked = sum(_is_linked(page, e) for t in ("h2", "h3", "h4") for e in by_tag.get(t, ()))
    yield "links:headings", min(linked, 15) / 15
    yield "labels:card", min(len(page.labels.of("card")), 20) / 20
    for name in _LABELS:
        if page.labels.of(name):
            yield f"labels:{name}", 1.0
    if page.headline is not None:
        yield "headline", 1.0


def _is_linked(page: LabelledPage, heading: Element) -> bool:
    """Whether a heading is a link or holds one: the title of a teaser."""
    inside = page.document.elements[heading.index + 1 : min(heading.end, heading.index + 6)]
    return (heading.parent is not None and heading.parent.tag == "a") or any(e.tag == "a" for e in inside)


def _odds(weights: dict[str, float], present: dict[str, float]) -> float:
    return math.exp(sum(weights.get(s, 0.0) * v for s, v in present.items()))


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    """Kind -> sign -> weight; read once, never changed."""
    table: dict[str, dict[str, float]] = tomllib.loads(files(__package__).joinpath("kind.toml").read_text("utf-8"))
    return table
