"""A page's body as sections, with every run kept: what the readers of blocks do, apart from where the body is."""

from newsextract import records
from newsextract.content import sections
from newsextract.cutting import cut
from newsextract.label import LabelledPage, label
from newsextract.locate.body import Body
from newsextract.page import entities, meta
from newsextract.page.document import Document
from newsextract.page.flow import Flow
from newsextract.records import Block, Section
from newsextract.rules.load import bundled

URL = "https://news.example/world/story"


def read(html: str, *, title: str | None = None, locators: bool = False, keep: str = "") -> tuple[Section, ...]:
    """The sections of a page whose runs are all kept, or only those that hold the text `keep`."""
    document = Document(html)
    rules = bundled()
    labels = label(document, rules)
    page = LabelledPage(
        document=document,
        meta=meta.read(document),
        entities=entities.read(document),
        labels=labels,
        rules=rules,
        url=URL,
        base=URL,
        title=title,
    )
    cut(document, labels)
    flow = Flow(document)
    kept = frozenset(r.number for r in flow.runs if keep in r.text)
    return sections.read(page, Body(flow=flow, kept=kept, container=document.body), locators=locators)


def blocks(html: str) -> list[Block]:
    """The blocks of all sections."""
    return [b for s in read(html) for b in s.blocks]


def only(html: str) -> Block:
    """The one block of a page."""
    (block,) = blocks(html)
    return block


def table(html: str) -> records.Table:
    """The one table of a page."""
    (found,) = (b for b in blocks(html) if isinstance(b, records.Table))
    return found


def the_list(html: str) -> records.List:
    """The one list of a page."""
    (found,) = (b for b in blocks(html) if isinstance(b, records.List))
    return found
