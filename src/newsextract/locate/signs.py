"""A labelled page and its flow in, the signs of what kind of page it is out: pairs of a name and a strength, 0 to 1.

What the head declares, what the address says, how the running text lies in the page, what the page is built of. The
located body is not asked: its model was trained on annotated articles, and is surer of those than of any others.
Counts are logarithmic: the second card says more than the twentieth. `fields.kind` weighs the signs.
"""

import math
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from newsextract.label import LabelledPage
from newsextract.page.flow import Flow, Run
from newsextract.page.schema import types
from newsextract.page.text import extent, word_count
from newsextract.rules.addresses import folders, leads_to, steps
from newsextract.rules.vocabulary import vocabulary

Sign = tuple[str, float]

LARGEST = 200
"""How many of a thing are as many as it gets."""
PARAGRAPH = 100
"""Letters to a reader from which a run counts as a paragraph of running text."""
LINKED = 0.4
"""Linked characters, as a part of a run, from which on it is no running text."""
MOSTLY_LINKED = 0.8
SHORT = 40
"""Letters to a reader below which a run is a label, a button, a title."""
ENDS = ".!?。…”\"'！？」』’»؟۔।"
"""What sentences end with, in any script."""
FAR = 1000
"""Elements between the headline and a date at which it is no longer beside it."""

_SCHEMA = {
    "news": ("NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting"),
    "post": ("Article", "BlogPosting", "Report", "ScholarlyArticle", "Review"),
    "product": ("Product", "ProductGroup", "Vehicle", "Hotel", "Book"),
    "offer": ("Offer", "AggregateOffer"),
    "software": ("SoftwareApplication", "WebApplication", "MobileApplication"),
    "forum": ("DiscussionForumPosting", "QAPage"),
    "question": ("Question",),
    "listing": ("CollectionPage", "SearchResultsPage", "ItemList", "OfferCatalog"),
    "service": ("Service", "LocalBusiness", "ProfessionalService", "FinancialProduct"),
    "contact": ("ContactPage", "AboutPage"),
    "faq": ("FAQPage",),
    "recipe": ("Recipe", "HowTo"),
    "event": ("Event", "JobPosting", "Course"),
    "crumbs": ("BreadcrumbList",),
    "page": ("WebPage",),
    "item": ("ItemPage",),
    "rating": ("AggregateRating",),
    "organization": ("Organization", "Corporation", "NewsMediaOrganization"),
    "image": ("ImageObject",),
    "site": ("WebSite",),
}
_METAS = {
    "published": ("article:published_time", "datepublished", "parsely-pub-date", "date"),
    "modified": ("article:modified_time", "og:updated_time"),
    "author": ("author", "article:author", "parsely-author"),
    "section": ("article:section", "article:tag"),
    "image": ("og:image",),
    "labelled": ("twitter:label1",),
    "generator": ("generator",),
    "description": ("description", "og:description"),
}
_RELS = ("next", "amphtml", "alternate", "search", "shortlink", "pingback")
_LABELS = (
    "author author-box breadcrumbs byline caption category contents credit date date-modified date-published "
    "entry-meta kicker login newsletter pagination prev-next rating read-more recommended related search share shop "
    "standfirst subscribe tags widget"
).split()
_TAGS = "blockquote button code dt figure form h1 h3 img input label li option p pre section svg".split()
_SHARED = frozenset({"p", "li", "img"})
"""Tags whose share of the page's elements says more than their number."""
_TEMPLATES = ("single", "page", "list", "product")
"""What themes say among the classes of the body: one post, a page of its own, a list, a product."""
_PROSE_TAGS = ("p", "div", "span", "a")
_NUMBER = re.compile(r"\d{5,}|(?:19|20)\d\d/\d\d?")
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[€£¥₹]|USD|EUR)\b")
_MONEY = ("$", "€", "£", "¥", "₹", "USD", "EUR")
_TRACKING = re.compile(r"(?:utm_|srsltid|fbclid|gclid)")
_FILE = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$")
_WORD = re.compile(r"[^\W\d_]+")


def signs(page: LabelledPage, flow: Flow) -> Iterator[Sign]:
    """The signs a page shows."""
    yield "always", 1.0
    yield from _declared(page)
    yield from _addressed(page)
    yield from _titled(page)
    yield from _headed(page)
    yield from _written(flow.runs)
    yield from _linked(page)
    yield from _carded(page)
    yield from _built(page)


def much(count: float, most: float = LARGEST) -> float:
    """A count as a strength: 0 for none, 1 for the most, and half of it for far fewer than half."""
    return min(math.log1p(count) / math.log1p(most), 1.0)


def _declared(page: LabelledPage) -> Iterator[Sign]:
    meta = page.meta
    og = (meta.first("og:type") or "none").lower()
    yield f"og:{og.partition(':')[0].partition('.')[0]}", 1.0
    if page.entities.article is not None:
        yield "schema:article", 1.0
    found = {t for _, e in page.entities.all for t in types(e)}
    yield from ((f"schema:{kind}", 1.0) for kind, names in _SCHEMA.items() if not found.isdisjoint(names))
    yield from ((f"meta:{name}", 1.0) for name, metas in _METAS.items() if meta.first(*metas))
    if any(name.startswith("product:") or "price" in name for name in meta.values):
        yield "meta:price", 1.0
    yield from ((f"rel:{rel}", 1.0) for rel in _RELS if rel in meta.links)


def _addressed(page: LabelledPage) -> Iterator[Sign]:
    try:
        url = urlsplit(page.url or "")
    except ValueError:
        return
    if not url.netloc:
        return
    hosts = url.netloc.split(".")[:-1]
    yield from ((f"url:at-{kind}", 1.0) for kind, names in folders().items() if not names.isdisjoint(hosts))
    if url.query and not _TRACKING.match(url.query):
        yield "url:query", 1.0
    path = steps(page.url or "")
    if not path:
        yield "url:root", 1.0
        return
    yield from _pathed(page.url or "", path)
    if url.path.endswith("/"):
        yield "url:folder", 1.0


def _pathed(url: str, path: list[str]) -> Iterator[Sign]:
    """What the folders and the last step of an address say."""
    last = path[-1]
    words = [len(_WORD.findall(step)) for step in path]
    yield "url:words", much(words[-1], 12)
    yield "url:most-words", much(max(words), 12)
    yield "url:length", much(len(last), 80)
    yield "url:depth", min(len(path), 6) / 6
    if _FILE.search(last):
        yield "url:file", 1.0
    if last[-1:].isdigit():
        yield "url:ends-in-digit", 1.0
    if _NUMBER.search(url):
        yield "url:number", 1.0
    for kind, names in folders().items():
        if leads_to(kind, url):
            yield f"url:in-{kind}", 1.0
        elif last in names:
            yield f"url:is-{kind}", 1.0


def _titled(page: LabelledPage) -> Iterator[Sign]:
    title, whole = page.title or "", page.meta.title or ""
    length = extent(title)
    yield "title:words", much(word_count(title, length) if title else 0, 20)
    yield "title:length", much(length, 120)
    yield "title:share", min(len(title) / (len(whole) or 1), 1.0)
    if "?" in whole:
        yield "title:asks", 1.0
    if any(c.isdigit() for c in title):
        yield "title:digit", 1.0


def _headed(page: LabelledPage) -> Iterator[Sign]:
    """Where the headline stands, and how near a name and a date stand to it."""
    headline = page.headline
    if headline is None:
        return
    yield "headline", 1.0
    yield "headline:place", headline.index / len(page.document.elements)
    beside = {
        "byline": page.labels.of("byline", "author"),
        "date": page.labels.of("date", "date-published", "date-modified"),
        "time": page.document.by_tag.get("time", []),
    }
    for name, elements in beside.items():
        if elements:
            yield f"headline:{name}", 1.0 - much(min(abs(e.index - headline.index) for e in elements), FAR)


def _written(runs: list[Run]) -> Iterator[Sign]:
    """How the running text lies in the page; lengths are a reader's, in every script."""
    whole = sum(r.extent for r in runs) or 1
    yield "runs", much(len(runs), 1000)
    yield "runs:mean", much(whole / (len(runs) or 1), 200)
    yield "runs:links", _linked_share(runs)
    short = [r.text for r in runs if r.extent < PARAGRAPH]
    prices = sum(1 for t in short if _PRICE.search(t)) if any(map("\n".join(short).__contains__, _MONEY)) else 0
    yield "runs:prices", much(prices, 50)
    prose = [r for r in runs if r.extent >= PARAGRAPH and r.link_length < LINKED * len(r.text)]
    text = sum(r.extent for r in prose)
    yield "prose", much(text, 20_000)
    yield "prose:paragraphs", much(len(prose), 60)
    yield "prose:share", text / whole
    if prose:
        yield "prose:begins", prose[0].number / len(runs)
        yield "between:runs", (prose[-1].number - prose[0].number + 1) / len(runs)
        yield from _told(prose, text)
        yield from _between(runs[prose[0].number : prose[-1].number + 1], len(prose), text)


def _linked_share(runs: list[Run]) -> float:
    return sum(r.link_length for r in runs) / (sum(len(r.text) for r in runs) or 1)


def _told(prose: list[Run], text: int) -> Iterator[Sign]:
    """How the paragraphs look."""
    yield "prose:longest", much(max(r.extent for r in prose), 2000)
    yield "prose:ends", sum(r.text[-1] in ENDS for r in prose) / len(prose)
    yield "prose:cries", sum("!" in r.text for r in prose) / len(prose)
    tags = [r.element.tag for r in prose]
    yield from ((f"prose:{tag}", tags.count(tag) / len(prose)) for tag in _PROSE_TAGS)


def _between(between: list[Run], paragraphs: int, text: int) -> Iterator[Sign]:
    """What stands between the first paragraph and the last: `text` is the length of the paragraphs."""
    length = sum(r.extent for r in between)
    tags = [r.element.tag for r in between]
    headings = tags.count("h2") + tags.count("h3") + tags.count("h4")
    yield "between:prose", text / length
    yield "between:dense", paragraphs / len(between)
    yield "between:links", _linked_share(between)
    yield "between:linked", sum(r.link_length > MOSTLY_LINKED * len(r.text) for r in between) / len(between)
    yield "between:headings", much(headings, 30)
    yield "between:items", tags.count("li") / len(between)
    yield "between:short", sum(r.extent < SHORT for r in between) / len(between)
    yield "prose:a-heading", much(text / (headings + 1), 5000)


def _linked(page: LabelledPage) -> Iterator[Sign]:
    links = page.links.all
    hrefs = "\n\n".join([a.attrs.get("href") or "" for a in links])
    anchors = f"\n{hrefs}\n"
    yield "links", much(len(links), 1000)
    yield "links:anchors", much(anchors.count("\n#") - anchors.count("\n#\n"), 50)
    yield "links:phone", much(hrefs.count("tel:"), 5)
    yield "links:mail", much(hrefs.count("mailto:"), 5)


def _carded(page: LabelledPage) -> Iterator[Sign]:
    cards = [card for block in page.cards for card in block.cards]
    yield "cards", much(len(cards), 60)
    if not cards:
        return
    size = len(page.document.elements)
    yield "cards:most", much(max(len(b.cards) for b in page.cards), 60)
    yield "cards:elements", sum(c.end - c.start for c in cards) / size
    yield "cards:begin", min(c.start for c in cards) / size
    yield "cards:likeness", max(min(sum(c.likeness for c in cards) / len(cards) / 6, 1.0), -1.0)
    for relation in ("related", "recommended"):
        yield f"cards:{relation}", much(sum(len(b.cards) for b in page.cards if b.relation == relation), 60)


def _built(page: LabelledPage) -> Iterator[Sign]:
    """What the page is built of."""
    by_tag, size = page.document.by_tag, len(page.document.elements)
    yield "elements", much(size, 10_000)
    for tag in _TAGS:
        if elements := by_tag.get(tag):
            yield f"tags:{tag}", much(len(elements))
            if tag in _SHARED:
                yield f"share:{tag}", min(10 * len(elements) / size, 1.0)
    yield from ((f"labels:{name}", 1.0) for name in _LABELS if page.labels.of(name))
    classes = page.document.body.classes
    if classes:
        words = vocabulary("pagekinds")
        yield from ((f"template:{name}", 1.0) for name in _TEMPLATES if not words.phrases(name).isdisjoint(classes))
