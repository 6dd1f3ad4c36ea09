"""What the readers of blocks share: the page, its flow, what of it is kept, and the way back to the walk."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from newsextract.content.media import PICTURES, Media
from newsextract.content.paths import Paths
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.page.document import Element, outermost
from newsextract.page.flow import Flow, Run
from newsextract.records import Block
from newsextract.rules.providers import Provider, Providers


@attrs.frozen(kw_only=True)
class Heading:
    """A heading, before the pieces are parted into sections."""

    text: str
    level: int
    anchor: str | None = None


@attrs.frozen
class Piece:
    """A block or a heading, and where it was read."""

    block: Block | Heading
    element: Element
    run: Run | None = None
    """The run it was read from, where it is a paragraph of one run."""


Pieces: TypeAlias = list[Piece]


def rejoined(pieces: Pieces, goes_on: Callable[[Pieces, Piece], bool], whole: Callable[[Pieces], Block]) -> Pieces:
    """Blocks that a page splits over neighbouring fragments as one: `goes_on` says whether a piece belongs to those
    before it, `whole` makes the block of several."""
    groups: list[Pieces] = []
    for piece in pieces:
        if groups and goes_on(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [g[0] if len(g) == 1 else attrs.evolve(g[0], block=whole(g)) for g in groups]


class Kept:
    """How much of each element of the container the body keeps, in characters of text."""

    def __init__(self, body: Body, elements: list[Element]) -> None:
        self._kept = [0] * len(elements)
        self._all = [0] * len(elements)
        for run in body.flow.runs:
            self._all[run.element.index] += len(run.text)
            if run.number in body.kept:
                self._kept[run.element.index] += len(run.text)
        for element in reversed(elements[body.container.index + 1 : body.container.end]):
            if element.parent is not None and self._all[element.index]:
                self._kept[element.parent.index] += self._kept[element.index]
                self._all[element.parent.index] += self._all[element.index]

    def any(self, element: Element) -> bool:
        """Whether anything inside the element is kept."""
        return self._kept[element.index] > 0

    def share(self, element: Element) -> float:
        """The kept part of the element's text, 0 to 1."""
        whole = self._all[element.index]
        return self._kept[element.index] / whole if whole else 0.0

    def length(self, element: Element) -> int:
        """Characters of kept text inside the element."""
        return self._kept[element.index]

    def length_of_all(self, element: Element) -> int:
        """Characters of text inside the element, kept or not."""
        return self._all[element.index]


class Places:
    """Elements of one kind, to be found inside others."""

    def __init__(self, elements: Iterable[Element]) -> None:
        found = {e.index: e for e in elements}
        self._at = sorted(found)
        self._found = [found[place] for place in self._at]
        self._indexes = frozenset(self._at)

    def is_one(self, element: Element) -> bool:
        """Whether the element is one of them."""
        return element.index in self._indexes

    def within(self, element: Element) -> list[Element]:
        """Those inside an element, itself included, in document order."""
        return self._found[bisect_left(self._at, element.index) : bisect_left(self._at, element.end)]

    def outermost(self, element: Element) -> list[Element]:
        """As `within`, without those inside another."""
        return outermost(self.within(element))

    def any(self, element: Element) -> bool:
        """Whether one is inside the element, or it is one."""
        place = bisect_left(self._at, element.index)
        return place < len(self._at) and self._at[place] < element.end


@attrs.frozen(kw_only=True)
class Reach:
    """Where the body's text stands, in indexes of elements."""

    first: int
    """Of the element of the first kept text."""
    plays: int
    """Of the first element from which on players are the body's."""
    last: int
    """One past the last kept text."""
    end: int
    """One past the last element around it."""


@attrs.frozen(kw_only=True)
class Context:
    """All that a reader of blocks sees."""

    page: LabelledPage
    body: Body
    kept: Kept
    media: Media
    captions: Places
    credits: Places
    links: Places
    teasers: Places
    """The parts of cards that tease other articles."""
    providers: Providers
    posts: dict[int, Provider]
    """`Element.index` of elements that stand for an embed -> whose it is."""
    posted: Places
    """The same elements."""
    reach: Reach
    opened: int
    """`Element.index` behind which a good part of the text has been read: a heading there is none of the whole."""
    paths: Paths | None
    """None where places were not asked for."""
    walk: "Callable[[Context, Element], Pieces]"
    """Reads what is inside an element as ordinary blocks."""

    @property
    def flow(self) -> Flow:
        """Runs and parts of the page."""
        return self.body.flow

    def read(self, element: Element) -> Pieces:
        """What is inside an element, as ordinary blocks."""
        return self.walk(self, element)

    def reaches(self, element: Element, *, framed: bool = False) -> bool:
        """Whether an element without text stands where the body's text does; one in a figure may follow it."""
        first = self.reach.first if element.tag in PICTURES else self.reach.plays
        return first <= element.index < (self.reach.end if framed else self.reach.last)

    def labelled(self, element: Element, kinds: frozenset[str]) -> bool:
        """Whether a rule gave the element itself one of the kinds."""
        return not kinds.isdisjoint(self.page.labels.kinds(element))

    def path(self, element: Element) -> str | None:
        """The element's place, where places were asked for."""
        return self.paths.of(element) if self.paths is not None else None
