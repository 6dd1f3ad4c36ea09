"""extract(): bytes in, an Article out. The only module that knows the order of the stages."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Unpack

import attrs

from newsextract.cards import with_cards
from newsextract.content import leading, sections
from newsextract.cutting import cut, cut_rest
from newsextract.draft import Draft, Read, guarded, over
from newsextract.evidence import Evidence
from newsextract.fields import (
    authors,
    breadcrumbs,
    byline,
    canonical_url,
    categories,
    contents,
    dates,
    description,
    fingerprint,
    kind,
    language,
    lead_image,
    notices,
    pagination,
    related,
    ruled,
    site,
    source,
    subtitle,
    tags,
    title,
)
from newsextract.fields.title import Headline
from newsextract.label import LabelledPage, label, spared
from newsextract.locate.body import Body, locate
from newsextract.locate.margins import trimmed
from newsextract.locate.moments import Moments
from newsextract.locate.people import People
from newsextract.locate.residue import without_residue
from newsextract.locate.ruled import ruled as ruled_body
from newsextract.locate.signed import unsigned
from newsextract.locate.state import from_state
from newsextract.options import ExtractOptions, checked
from newsextract.page import entities, meta
from newsextract.page.decode import Decoded, decode
from newsextract.page.document import Document
from newsextract.page.flow import Flow
from newsextract.page.limits import DEFAULT, LOSING, cap
from newsextract.page.signature import NO_HTML, no_page
from newsextract.page.urls import absolute, host
from newsextract.records import Article, Notice, Section
from newsextract.rules.load import bundled

if TYPE_CHECKING:
    from newsextract.rules.sites import Ruling


PAGE_FIELDS: tuple[tuple[str, Callable[[LabelledPage], Read]], ...] = (
    ("site", site.read),
    ("canonical_url", canonical_url.read),
    ("subtitle", subtitle.read),
    ("description", description.read),
    ("breadcrumbs", breadcrumbs.read),
    ("categories", categories.read),
    ("tags", tags.read),
    ("lead_image", lead_image.read),
    ("related", related.read),
    ("contents", contents.read),
)
"""Fields read off the labelled page, in order."""

DATE_FIELDS: tuple[tuple[str, Callable[[Moments], Read]], ...] = (
    ("published", dates.read_published),
    ("modified", dates.read_modified),
)
"""Fields read off the dates of the page."""

BODY_FIELDS: tuple[tuple[str, Callable[[LabelledPage, Body], Read]], ...] = (
    ("language", language.read),
    ("fingerprint", fingerprint.read),
    ("notices", notices.read),
    ("source", source.read),
    ("kind", kind.read),
)
"""Fields that need the located body too."""

PEOPLE_FIELDS: tuple[tuple[str, Callable[[People], Read]], ...] = (
    ("byline", byline.read),
    ("authors", authors.read),
)
"""Fields about who made the article, from what the page prints of them."""


def extract(page: bytes | str, url: str | None = None, **options: Unpack[ExtractOptions]) -> Article:
    """Read one page into a record.

    `page` is HTML as bytes (decoded as the WHATWG encoding standard says, or by `charset`) or as text; `url` is where
    it came from, after redirects. Never raises for what is in the page: a field that cannot be read is empty, a page
    that holds no article is a record of kind "other". TypeError where an argument is none of those types.
    """
    with reading(page, url, **options) as read:
        return read.article


@attrs.frozen(kw_only=True)
class Reading:
    """A page that was read, its tree still there: what explains a record."""

    article: Article
    page: LabelledPage
    """After the cut: `Element.removed` marks what it took out."""
    body: Body


@contextmanager
def reading(page: bytes | str, url: str | None = None, **options: Unpack[ExtractOptions]) -> Iterator[Reading]:
    """As `extract`, with what it saw; the tree is gone when the context ends."""
    page = checked(page, url, options)
    document, came = _parsed(page, options)
    try:
        yield _noticed(_read(document, url or None, options, came.evidence), came)
    finally:
        document.release()


@contextmanager
def prepared(
    page: bytes | str, url: str | None = None, **options: Unpack[ExtractOptions]
) -> Iterator[tuple[LabelledPage, Flow]]:
    """A page labelled and cut, and its flow, as the locator sees them; what a body model is trained on."""
    document, _ = _parsed(page, options)
    try:
        draft = Draft({}, {})
        seen = _with_cards(_with_title(_labelled(document, url, options), draft), draft)
        cut(document, seen.labels, seen.headline)
        yield seen, Flow(document)
    finally:
        document.release()


@attrs.frozen
class _Came:
    """What came, before it is parsed."""

    evidence: dict[str, Evidence]
    """How the page was decoded, and which limits it went beyond."""
    over: tuple[str, ...]
    """These limits."""
    thing: str | None
    """What it is, where it is no web page."""


def _parsed(page: bytes | str, options: ExtractOptions) -> tuple[Document, _Came]:
    """The page as a document, and what came."""
    source, came = _source(page, options)
    return Document(source), came


def _source(page: bytes | str, options: ExtractOptions) -> tuple[str | bytes, _Came]:
    """What the parser is given, and what came.

    A page that came in UTF-8 and within its limits is given as it came, and its decoded text is gone before the parse.
    """
    decoded = decode(page, options.get("charset"))
    text, over = cap(decoded.text, options.get("limits") or DEFAULT, decoded.utf8)
    as_it_came = decoded.utf8 if text is decoded.text else None
    thing = decoded.encoding if decoded.source == "binary" else no_page(decoded.text)
    return text if as_it_came is None else as_it_came, _Came(_of_input(decoded, over), over, thing)


def _of_input(decoded: Decoded, over: tuple[str, ...]) -> dict[str, Evidence]:
    """Evidence of how the page was decoded, and of the limits it went beyond."""
    evidence = {"encoding": Evidence(source=decoded.source, raw=decoded.encoding, confidence=1.0)}
    if over:
        evidence["page"] = Evidence(source="derived", raw=f"beyond the limit of {', '.join(over)}", confidence=1.0)
    return evidence


def _noticed(read: Reading, came: _Came) -> Reading:
    """The reading, with a notice where what came is no page, or a limit cost the page some of its text."""
    lost = LOSING.intersection(came.over)
    if came.thing and not (came.thing == NO_HTML and read.article.sections):
        notice = Notice(kind="empty-body", text=f"what came is {came.thing}, not a web page")
    elif lost:
        text = f"the page is beyond the limit of {' and '.join(sorted(lost))}: what follows is left out"
        notice = Notice(kind="truncated", text=text)
    else:
        return read
    notices = (*read.article.notices, notice)
    return attrs.evolve(read, article=attrs.evolve(read.article, notices=notices))


def _read(document: Document, url: str | None, options: ExtractOptions, evidence: dict[str, Evidence]) -> Reading:
    page = _labelled(document, url, options)
    draft = Draft({"url": url}, evidence)
    page = _with_cards(_with_title(page, draft), draft)
    for name, reader in PAGE_FIELDS:
        draft.read(page, name, reader, page)
    draft.read_all(page, DATE_FIELDS, lambda: Moments.of(page))
    removals = cut(document, page.labels, page.headline)
    body, said = ruled_body(page, without_residue(locate(page, Flow(document))))
    removals = cut_rest(document, page.labels, body.holders, removals)
    draft.values["removed"] = removals.counts
    drawn = from_state(page, body) if said is None else None
    if drawn is not None:
        body = drawn[1]
    draft.read_all(page, PEOPLE_FIELDS, lambda: People.of(page, body))
    if drawn is None:
        body = body if said is not None else trimmed(page, unsigned(body, evidence.get("byline")))
        draft.values["sections"] = sections.read(
            page, body, locators=options.get("locators", False), lead=(lead := draft.values.get("lead_image"))
        )
        if lead is not None:
            told = leading.parted(lead, draft.values["sections"], body, page.rules.words)
            draft.values["lead_image"], draft.values["sections"] = told
    else:
        draft.values["sections"] = _undrawn(*drawn)
    for name, body_reader in BODY_FIELDS:
        draft.read(page, name, body_reader, page, body)
    if said is not None:
        evidence["sections"] = ruled.evidence(said, draft.values["sections"])
    is_article = draft.values.get("kind") == "article"
    draft.read(page, "pagination", pagination.read_article if is_article else pagination.read, page)
    if draft.values.get("kind") == "listing":
        draft.take("related", guarded(related.read_listed, page))
    return Reading(article=Article(**draft.values, evidence=evidence), page=page, body=body)


def _undrawn(drawn: LabelledPage, body: Body) -> tuple[Section, ...]:
    """The sections of a body that only scripts would have drawn. It has no place in the page, hence no locators."""
    try:
        return sections.read(drawn, body)
    finally:
        drawn.document.release()


def _labelled(document: Document, url: str | None, options: ExtractOptions) -> LabelledPage:
    rules = options.get("rules") or bundled()
    url = url if url and host(url) else None  # a path or "file:" says nothing of links and sites
    head = meta.read(document)
    addresses = (url, *head.links.get("canonical", ()), head.first("og:url"))
    ruling = _ruling(document, options, addresses)
    labels = label(document, rules, ruling.labelled if ruling else ())
    if ruling is not None and (bodies := ruling.fields.get("body")):
        labels = spared(labels, (hit.element for saying in bodies for hit in saying.hits))
    return LabelledPage(
        document=document,
        meta=head,
        entities=entities.read(document, addresses, (head.first("og:title"), head.title)),
        labels=labels,
        ruling=ruling,
        rules=rules,
        url=url,
        base=absolute(head.base, url) or url,
        captured=options.get("captured"),
    )


def _ruling(document: Document, options: ExtractOptions, addresses: Iterable[str | None]) -> "Ruling | None":
    """What a user's rules find on the page, by the first host that it is known under."""
    rules = options.get("rules")
    if rules is None or rules.sites is None:
        return None
    known_as = next((name for a in addresses if a and (name := host(a))), "")
    return rules.sites.ruling(document, known_as, options.get("captured"))


def _with_title(page: LabelledPage, draft: Draft) -> LabelledPage:
    headline, why = _headline(page, guarded(title.read, page))
    if headline is None:
        draft.take("title", (None, why))
        return page
    draft.take("title", (headline.text, why))
    return attrs.evolve(page, title=headline.text, headline=headline.element)


def _headline(page: LabelledPage, read: Read) -> tuple[Headline | None, Evidence | None]:
    """The headline, as a rule names it where there is one."""
    headline, why = read or (None, None)
    text, why = over(page, "title", (headline.text if headline else None, why)) or (None, why)
    if text is None or (headline is not None and headline.text == text):
        return headline, why
    sayings = page.ruling.fields["title"] if page.ruling is not None else ()
    element = next((s.hits[0].element for s in sayings if why and why.source.endswith(f":{s.rule.id}")), None)
    printed = element is not None and element.index > page.document.body.index
    return Headline(text=text, element=element if printed else None), why


def _with_cards(page: LabelledPage, draft: Draft) -> LabelledPage:
    found, why = guarded(lambda labelled: (with_cards(labelled), None), page) or (None, None)
    if why is not None:
        draft.evidence["related"] = why
    return page if found is None else found
