"""A page in, its Explanation out: the record, and what became of each region of the page."""

from typing import Unpack

import attrs

from newsextract.options import ExtractOptions
from newsextract.pipeline import reading
from newsextract.records import Article
from newsextract.report import regions
from newsextract.report.regions import Region, Value
from newsextract.report.replica import replica


@attrs.frozen(kw_only=True)
class Explanation:
    """What extraction did to one page."""

    article: Article
    """The record, its blocks with their paths."""
    values: tuple[Value, ...]
    """Fields, body, related posts, what was removed and what was left, in this order."""
    regions: tuple[Region, ...]
    """The parts of the page that the values speak of."""
    page: str
    """The page as inert HTML for a sandboxed frame, its regions marked by `data-ne`."""

    def to_html(self) -> str:
        """A self-contained document: the page, its record beside it. It fetches nothing."""
        from newsextract.report import explained

        return explained.document(self)


def explain(page: bytes | str, url: str | None = None, **options: Unpack[ExtractOptions]) -> Explanation:
    """Extract a page and keep what became of its regions; takes what `newsextract.extract` takes."""
    options["locators"] = True
    with reading(page, url, **options) as read:
        found = regions.find(read)
        return Explanation(
            article=read.article,
            values=found.values,
            regions=found.regions,
            page=replica(read.page.document, found.regions, read.body.flow.runs),
        )
