"""extract(): bytes in, an Article out. The only module that knows the order of the stages."""

from datetime import datetime
from typing import TypedDict, Unpack

import attrs

from newsextract.label import LabelledPage, cut, label
from newsextract.page import entities, meta
from newsextract.page.decode import decode
from newsextract.page.document import Document
from newsextract.records import Article
from newsextract.rules.load import Rules, bundled


class ExtractOptions(TypedDict, total=False):
    """Options of `extract`, all optional."""

    charset: str | None
    """The charset of the HTTP Content-Type header; ignored for text that came decoded."""
    captured: datetime | None
    """When the page was fetched or saved. Bounds dates and anchors relative ones ("two hours ago")."""
    locators: bool
    """Whether each block carries its CSS path."""
    rules: Rules | None
    """Rules to use instead of the bundled ones."""


def extract(page: bytes | str, url: str | None = None, **options: Unpack[ExtractOptions]) -> Article:
    """Read one page into a record.

    `page` is HTML as bytes (decoded as the WHATWG encoding standard says, or by `charset`) or as text; `url` is where it
    came from, after redirects. Never raises for what is in the page: a field that cannot be read is empty, and a page
    that holds no article is a record of kind "other".
    """
    decoded = decode(page, options.get("charset"))
    document = Document(decoded.text)
    try:
        return _read(document, url, options)
    finally:
        document.release()


def _read(document: Document, url: str | None, options: ExtractOptions) -> Article:
    rules = options.get("rules") or bundled()
    head = meta.read(document)
    seen = LabelledPage(
        document=document, meta=head, entities=entities.read(document), labels=label(document, rules), rules=rules, url=url,
        base=url, captured=options.get("captured"),
    )
    article = Article(url=url, title=head.first("og:title"))
    return attrs.evolve(article, removed=cut(document, seen.labels))
