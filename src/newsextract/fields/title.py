"""The headline as a reader sees it."""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.page.text import text_of


def read(page: LabelledPage) -> tuple[str, Evidence] | None:
    """The title and its evidence."""
    return choose(_candidates(page), key=str.casefold)


def _candidates(page: LabelledPage) -> Iterator[Candidate[str]]:
    yield from _from_headings(page)
    yield from _from_meta(page)


def _from_headings(page: LabelledPage) -> Iterator[Candidate[str]]:
    for heading in page.document.by_tag.get("h1", ())[:1]:
        if text := text_of(heading):
            yield Candidate(value=text, source="dom", locator="h1", raw=text, weight=0.8)


def _from_meta(page: LabelledPage) -> Iterator[Candidate[str]]:
    if title := page.meta.first("og:title"):
        yield Candidate(value=title, source="meta", locator="og:title", raw=title, weight=0.7)
