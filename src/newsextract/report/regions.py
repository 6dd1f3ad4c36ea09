"""A reading in, the regions of its page out: what became of each part, and which values it gave."""

from collections.abc import Iterator, Sequence

import attrs

from newsextract.evidence import Evidence
from newsextract.page.document import Element, css_path
from newsextract.page.flow import Run
from newsextract.page.text import fold, text_of
from newsextract.pipeline import Reading
from newsextract.records import Aside, Block, Code, Embed, Image, List, Paragraph, Quote, Table
from newsextract.report.places import Places
from newsextract.report.values import shown

FAMILY = {
    **dict.fromkeys(("title", "subtitle", "heading"), "title"),
    **dict.fromkeys(("byline", "authors", "source"), "people"),
    **dict.fromkeys(("published", "modified"), "date"),
    **dict.fromkeys(("breadcrumbs", "categories", "tags", "contents", "pagination", "site"), "filed"),
    **dict.fromkeys(("lead_image", "image", "embed"), "picture"),
    **dict.fromkeys(("paragraph", "quote", "code", "aside", "body text"), "text"),
    **{name: name for name in ("list", "table", "related", "removed", "left")},
}
"""What a region gave -> its colour."""

OTHER = "weighed"
"""Family of what was read and lost, or agreed: no colour until it is asked for."""

EXCERPT = 160
"""Characters of a region's text shown beside it."""


@attrs.frozen(kw_only=True)
class Region:
    """A part of the page that something became of."""

    number: int
    """Place in `Explanation.regions`."""
    label: str
    """What it gave ("title", "paragraph"), "removed" or "left"."""
    family: str
    """Which colour it has, see FAMILY."""
    path: str
    """CSS path of its element."""
    text: str
    """The beginning of what it prints."""
    element: int
    """`Element.index`."""
    run: int | None = None
    """Number of the run where it is one of several in its element."""


@attrs.frozen(kw_only=True)
class Value:
    """A value of the record, or what was done instead, and the regions it comes from."""

    group: str
    """"field", "body", "related", "removed" or "left"."""
    name: str
    """The field, the type of block, the relation, the kind of what was removed."""
    text: str
    regions: tuple[int, ...] = ()
    evidence: Evidence | None = None
    """Of a field."""
    losing: tuple[tuple[int, ...], ...] = ()
    """For each of `evidence.losing` its regions."""
    rule: str | None = None
    """Why it was removed: the id of the rule."""


@attrs.frozen(kw_only=True)
class Found:
    """All that `find` gives."""

    regions: tuple[Region, ...]
    values: tuple[Value, ...]


def find(reading: Reading) -> Found:
    """The regions of a reading made with locators, and the values of its record with the regions they come from."""
    finder = _Finder(reading)
    values = [*finder.fields(), *finder.blocks(), *finder.related(), *finder.removed(), *finder.left()]
    return Found(regions=tuple(finder.regions), values=tuple(values))


class _Finder:
    """Collects the regions of one page; the methods are called in the order of `find`."""

    def __init__(self, reading: Reading) -> None:
        self._article, self._page, self._body = reading.article, reading.page, reading.body
        self._places = Places(reading.page.document)
        self._numbers: dict[tuple[int, int | None, str], int] = {}
        self._covered: set[int] = set()
        self._taken: set[int] = set()
        self.regions: list[Region] = []

    def fields(self) -> Iterator[Value]:
        """One value a field that has a value or evidence."""
        for name, text in shown(self._article):
            why = self._article.evidence.get(name)
            yield Value(
                group="field",
                name=name,
                text=text,
                evidence=why,
                regions=self._said(name, why),
                losing=tuple(self._at(x.source, "weighed", OTHER) for x in why.losing) if why else (),
            )

    def blocks(self) -> Iterator[Value]:
        """The body in reading order: headings and blocks."""
        kept = self._body.runs
        for section in self._article.sections:
            if section.heading:
                yield self._value("body", "heading", section.heading, self._heading(section.heading, kept))
            for block in section.blocks:
                name = _TYPES[type(block)]
                yield self._value("body", name, excerpt(_words(block)), self._block(block, name))
        for run in kept:
            if run.number not in self._taken and not self._is_covered(run.element):
                self._of_run(run, "body text")

    def related(self) -> Iterator[Value]:
        """The related posts, each with its cards."""
        cards = [c for b in self._page.cards for c in b.cards]
        for post in self._article.related:
            own = [c for c in cards if c.address.url == post.url or c.text == post.title]
            regions = [self._region(part, "related", "related") for c in own for part in c.parts]
            yield self._value("related", post.relation, post.title, tuple(dict.fromkeys(regions)))

    def removed(self) -> Iterator[Value]:
        """What was cut from the body, with the rule that says why."""
        document, labels = self._page.document, self._page.labels
        end = 0
        for element in document.elements:
            if element.removed is None or element.index < end:
                continue
            end = element.end
            fired = labels.by_element.get(element.index, ())
            rule = next((r.id for r in fired if r.kind == element.removed and r.cut), None)
            region = self._region(element, "removed", "removed")
            self._covered.add(element.index)
            yield Value(
                group="removed", name=element.removed, text=self.regions[region].text, regions=(region,), rule=rule
            )

    def left(self) -> Iterator[Value]:
        """Text that no rule removed and that is not in the body either."""
        for run in self._body.flow.runs:
            if not self._body.keeps(run) and not self._is_covered(run.element):
                yield self._value("left", "left", excerpt(run.text), (self._of_run(run, "left"),))

    def _said(self, name: str, why: Evidence | None) -> tuple[int, ...]:
        if why is None:
            return ()
        first = self._at(why.locator, name, FAMILY.get(name, OTHER), covers=name not in _AROUND)
        return (*first, *(n for a in why.agreeing for n in self._at(a, name, OTHER)))

    def _at(self, locator: str | None, label: str, family: str, *, covers: bool = False) -> tuple[int, ...]:
        element = self._places.find(locator)
        if element is None or element in (self._page.document.body, self._page.document.root):
            return ()
        if covers:
            self._covered.add(element.index)
        return (self._region(element, label, family),)

    def _heading(self, heading: str, kept: Sequence[Run]) -> tuple[int, ...]:
        wanted = fold(heading)
        for run in kept:
            if run.number not in self._taken and run.text == wanted:
                return (self._of_run(run, "heading"),)
        return ()

    def _block(self, block: Block, name: str) -> tuple[int, ...]:
        element = self._places.find(block.path)
        if element is None:
            return ()
        if isinstance(block, Paragraph):
            wanted = fold(block.text)
            runs = [p for p in self._body.flow.parts(element) if isinstance(p, Run)]
            run = next((r for r in runs if r.number not in self._taken and r.text == wanted), None)
            if run is not None:
                return (self._of_run(run, name),)
        self._covered.add(element.index)
        return (self._region(element, name, FAMILY[name]),)

    def _of_run(self, run: Run, label: str) -> int:
        """The region of a run: its element where it is all that this holds, else the run alone."""
        self._taken.add(run.number)
        alone = len(self._body.flow.parts(run.element)) == 1 and run.element is not self._page.document.body
        return self._region(run.element, label, FAMILY[label], None if alone else run)

    def _region(self, element: Element, label: str, family: str, run: Run | None = None) -> int:
        key = (element.index, run.number if run else None, label)
        if key not in self._numbers:
            self._numbers[key] = len(self.regions)
            self.regions.append(
                Region(
                    number=len(self.regions),
                    label=label,
                    family=family,
                    path=css_path(element),
                    text=excerpt(run.text if run else _text(element)),
                    element=element.index,
                    run=run.number if run else None,
                )
            )
        return self._numbers[key]

    def _is_covered(self, element: Element) -> bool:
        return element.index in self._covered or any(a.index in self._covered for a in element.ancestors)

    @staticmethod
    def _value(group: str, name: str, text: str, regions: tuple[int, ...]) -> Value:
        return Value(group=group, name=name, text=text, regions=regions)


_TYPES: dict[type, str] = {
    Paragraph: "paragraph",
    List: "list",
    Table: "table",
    Quote: "quote",
    Image: "image",
    Code: "code",
    Embed: "embed",
    Aside: "aside",
}

_AROUND = frozenset({"related", "kind", "language", "fingerprint", "notices"})
"""Fields whose locator names a part of the page that holds other things too."""


def excerpt(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"


def _text(element: Element) -> str:
    text = text_of(element) if element.end - element.index < LARGEST else ""
    return text or element.get("alt") or element.get("aria-label") or repr(element)


LARGEST = 5_000
"""Elements in a region above which its text is not gathered for an excerpt."""


def _words(block: Block) -> str:
    match block:
        case Paragraph() | Quote() | Code():
            return block.text
        case List():
            return " · ".join(i.text for i in block.items[:8])
        case Table():
            head = [block.caption] if block.caption else [" | ".join(r) for r in (block.header, *block.rows[:2]) if r]
            return f"{len(block.rows)} rows: " + " / ".join(head)
        case Image():
            return block.caption or block.alt or block.url
        case Embed():
            return block.text or block.url
        case Aside():
            return block.heading or " ".join(_words(b) for b in block.blocks[:2])
