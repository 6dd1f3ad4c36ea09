"""The titles that blocks of teasers print: what stands before cards, and what it says in which words."""

import functools
import re
from collections.abc import Iterator

import attrs

from newsextract.cards.anchors import TEASING_KINDS
from newsextract.cards.labels import labels
from newsextract.cards.stems import Stems
from newsextract.label import LabelledPage
from newsextract.page.card import Card
from newsextract.page.document import Element
from newsextract.page.text import COLONS, INVISIBLE, fold, text_of
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import fold as fold_phrase

LONGEST_TITLE = 70
"""Characters of a block's printed title."""

CLIMB = 6
"""How many levels above the cards a title is looked for."""

TITLE_SIZE = 16
"""Elements in a title with its icons and its "more" link."""

_LONGEST_LINKED = 25
"""Characters of a block's title that is a link itself."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_STOPS = (".", "。")
"""Ends of a sentence: no title of a block."""

_KINDS = ("sponsored", "related", "recommended", "more")
"""What printed titles can say, the strongest first; "more" promises more and says no more than that."""


@attrs.frozen
class Words:
    """The words of block titles, ready to match."""

    stems: Stems
    read_also: frozenset[str]
    begins: frozenset[str]
    """The first two letters of those."""
    other: tuple[str, ...]
    """Openings of titles of blocks that tease nothing: "Categories", "Recent comments"."""
    opening: tuple[str, ...]
    """Openings of titles that promise more; amid others their words say nothing."""
    vague: frozenset[str]
    """Whole titles that promise more and say not of what."""

    @staticmethod
    @functools.cache
    def in_force() -> "Words":
        """The words that ship with the package."""
        words = vocabulary("teasers")
        read_also = labels("read_also")
        return Words(
            Stems.of((kind, words.phrases(f"block_{kind}")) for kind in _KINDS),
            read_also,
            frozenset(label[:2] for label in read_also),
            tuple(words.phrases("block_other")),
            tuple(words.phrases("block_more")),
            words.phrases("more"),
        )

    def kind(self, title: str) -> str | None:
        """What a printed title says: one of `_KINDS`, "read-more", "other", or nothing."""
        if not 0 < len(title) <= LONGEST_TITLE:
            return None
        folded = _EDGES.sub("", title.casefold())
        if title.endswith(_STOPS) and not title.endswith(".."):
            return None
        if folded.startswith(self.other):
            return "other"
        said = self.stems.kind(folded)
        if said == "more" and not folded.startswith(self.opening):
            said = None
        return "read-more" if said in {None, "more"} and self.is_lead(folded) else said

    def kind_of(self, element: Element) -> str | None:
        """What an element says, as `kind`, where it prints the title of a block; None of any other, or a card's own."""
        if element.end - element.index > TITLE_SIZE:
            return None
        text = text_of(element)
        kind = self.kind(text)
        return None if kind is None or _is_linked(element, text) else kind

    def is_vague(self, title: str) -> bool:
        """Whether a title promises more and no more than that."""
        return _EDGES.sub("", title.casefold()) in self.vague

    def is_lead(self, text: str) -> bool:
        """Whether a line's beginning says that what follows is another article: "Read also:"."""
        start = text[:2].lower()
        if start.isascii() and start.isalnum() and start not in self.begins:
            return False  # told without folding, as of most
        return len(text) <= LONGEST_TITLE and fold_phrase(_EDGES.sub("", text)) in self.read_also

    def without_lead(self, text: str) -> str:
        """A title without "Read also:" before it."""
        head, mark, rest = text.partition(":")
        return rest.strip() if mark and rest.strip() and self.is_lead(head) else text


def printed_title(
    page: LabelledPage, group: tuple[Card, ...], words: Words
) -> tuple[str, Element | None] | tuple[None, None]:
    """The nearest short text before the cards, looked for level by level.

    Cards of the same make before them, of this block or left out, are passed over, up to what is named a block itself.
    """
    node, named = group[0].parts[0], False
    for _ in range(CLIMB):
        parent = node.parent
        if parent is None or parent.tag == "html":
            break
        named = named or any(kind in TEASING_KINDS for kind in page.labels.kinds(node))
        for child in nearest_before(node, parent):
            if isinstance(child, str):
                lead = fold(child)
                return (lead, None) if lead.endswith(COLONS) or words.is_lead(lead) else (None, None)
            text = _title_text(page, child)
            if _is_passed_over(page, child, text, None if named else node, words):
                continue
            if text is None:
                return None, None
            if text:
                return text, child
        if parent.tag in {"main", "body"}:
            break
        node = parent
    return None, None


def nearest_before(node: Element, parent: Element) -> Iterator[Element | str]:
    """What stands before an element in its parent and shows, nearest first."""
    for child in reversed(parent.children[: parent.children.index(node)]):
        if isinstance(child, str):
            if _EDGES.sub("", child):
                yield child
        elif child.tag not in INVISIBLE and child.tag not in {"hr", "br", "button", "img", "svg"}:
            yield child


def _is_passed_over(page: LabelledPage, child: Element, text: str | None, node: Element | None, words: Words) -> bool:
    """Whether what stands before cards says nothing of them: a card made like `node`, the label of an advertisement."""
    if node is not None and _is_alike(page, child, node) and words.kind(text or "") in {None, "sponsored", "other"}:
        return True
    return page.labels.has(child, "ad") or bool(text and page.rules.words.equals("advertisement", text))


def _is_alike(page: LabelledPage, element: Element, card: Element) -> bool:
    """Whether an element is of a card's make: a card itself that was left out, such as the article's own."""
    plain = element.tag == "li" and not element.classes and not card.classes
    alike = element.tag == card.tag and (plain or not set(element.classes).isdisjoint(card.classes))
    return alike and bool(page.document.within(element, "a"))


def _title_text(page: LabelledPage, element: Element) -> str | None:
    """A sibling's text where it can be a title, "" where it shows nothing, None where it is something else."""
    if element.end - element.index > TITLE_SIZE:
        headings = [e for e in page.document.within(element) if e.tag in {"h2", "h3", "h4", "h5"}]
        return text_of(headings[0]) if len(headings) == 1 and element.end - element.index < 40 else None
    text = text_of(element)
    return None if len(text) > LONGEST_TITLE and element.tag not in {"h2", "h3", "h4"} else text


def _is_linked(element: Element, text: str) -> bool:
    """Whether a heading is a link as a whole to something long: a card's title."""
    if len(text) <= _LONGEST_LINKED:
        return False
    if any(a.tag == "a" for a, _ in zip(element.ancestors, range(3), strict=False)):
        return True
    links = [c for c in element.elements if c.tag == "a"]
    return len(links) == 1 and text_of(links[0]) == text
