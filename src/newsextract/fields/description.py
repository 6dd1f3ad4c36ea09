"""The page's own summary, from its metadata."""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.page.masthead import squash
from newsextract.page.schema import plain, text

SHORTEST = 15
"""Characters up to which a description describes nothing."""
_METAS = (("og:description", 0.8), ("description", 0.78), ("twitter:description", 0.7), ("dc.description", 0.6))


def read(page: LabelledPage) -> tuple[str, Evidence] | None:
    """The description and its evidence."""
    site = page.site
    empty = {squash(page.title or "")}
    said = (c for c in _candidates(page) if len(c.value) > SHORTEST)
    return choose((c for c in said if squash(c.value) not in empty and not site.is_name(c.value)), key=squash)


def _candidates(page: LabelledPage) -> Iterator[Candidate[str]]:
    for source, entity in page.entities.articles:
        if stated := text(entity.get("description")):
            yield Candidate(value=stated, source=source, locator="description", raw=stated, weight=0.79)
    for name, weight in _METAS:
        for stated in page.meta.all(name)[:1]:
            yield Candidate(value=plain(stated), source="meta", locator=name, raw=stated, weight=weight)
