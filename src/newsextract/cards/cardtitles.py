"""The parts of one card in, its title out: what a heading prints, a class names, a link shows."""

from collections.abc import Iterable, Iterator

from newsextract.cards.anchors import link_text, says_line
from newsextract.cards.calls import is_call, names_nothing
from newsextract.cards.kickers import LONGEST_KICKER, is_kicker, without_kicker
from newsextract.cards.neighbours import first_words
from newsextract.cards.neighbourwords import NeighbourWords
from newsextract.cards.parts import CardParts
from newsextract.cards.titles import Words
from newsextract.page import dates
from newsextract.page.card import CardRelation
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import BLOCK_TAGS, COLONS, HEADINGS, fold, lines_of, text_of

PARTING = " :|·•–—"
"""What parts a title from a kicker that is set apart from it: none of the title."""

LONGEST_LABEL = 60
"""Characters of a line that is one label or several."""

LONGEST_TITLE = 110
STOPS = (".", "…", "。")
"""Characters, and the end of a sentence, from which a link's text is a summary."""

SHORTEST_NAME = 4
"""Characters of a heading that is too short for a headline, but is the title where what follows sums it up."""

LONGEST_CALL = 4
"""Words of a call to read on."""

LARGEST = 20
"""Elements in a title."""


def title_of(parts: CardParts, relation: CardRelation) -> str | None:
    """The title that a card prints; None where it prints none.

    The first text that reads like a headline. A heading of a word or two is the title all the same where nothing but
    sentences and names of pictures follow.
    """
    cleaned = _Cleaned(parts, relation)
    texts: list[str] = []
    for text in map(cleaned.text, _printed(parts)):
        if cleaned.is_title(text):
            return text
        texts.append(text)
    if found := next(filter(cleaned.may_name, _sure_names(parts)), None):
        return found
    name = next((t for t in map(cleaned.text, _names(parts)) if cleaned.may_name(t)), None)
    for text in map(cleaned.text, _linked(parts)):
        if cleaned.is_title(text) and not (name and _sums_up(text)):
            return _shortened(parts, text)
        texts.append(text)
    told = _told(parts, may_describe=not any(cleaned.is_call(text) for text in texts))
    for text in map(cleaned.text, told) if name is None else ():
        if cleaned.is_title(text):
            return text
        texts.append(text)
    if not cleaned.is_neighbour:
        return name or next(filter(None, texts), None)
    return name or next((t for t in (*texts, parts.card.text) if t and not cleaned.is_call(t)), None)


def _sums_up(text: str) -> bool:
    """Whether a text below a short title is a summary: a sentence, or as long as no title is and the end of one."""
    return text.endswith(STOPS) or (len(text) > LONGEST_TITLE and text.endswith(("!", "?")))


def _shortened(parts: CardParts, text: str) -> str:
    """A long line without what stands around the title in it, where the link or the picture says what that is."""
    if len(text) <= LONGEST_TITLE:
        return text
    return next((told for told in _told(parts) if is_headline(told) and _is_whole(told, text)), text)


def _is_whole(told: str, text: str) -> bool:
    """Whether a line holds what a link is said to be, and that is not broken off, as at a quotation mark in it."""
    _, found, rest = text.partition(told)
    return bool(found) and not told.endswith((":", ",", "-")) and rest.lstrip()[:1] not in {*"\"'„“”«»"}


class _Cleaned:
    """Takes from the texts of a card what leads over to a title."""

    def __init__(self, parts: CardParts, relation: CardRelation) -> None:
        self._page, self._where = parts.page, parts.card.address
        self._words, self._neighbour = Words.in_force(), NeighbourWords.in_force()
        self.is_neighbour = relation in {"previous", "next"}
        first = first_words(parts.card.links[0]) if self.is_neighbour else ""
        is_label = self._neighbour.is_label(first)
        self._label, self._whole = (first, link_text(parts.page, parts.card.links[0])) if is_label else ("", "")

    def text(self, text: str) -> str:
        """A text without "Read also:", and of a neighbour without "Next post"."""
        text = self._words.without_lead(text).lstrip(PARTING)
        if self.is_neighbour:
            return self._neighbour.without_label(text.removeprefix(self._label) if text == self._whole else text)
        return text

    def is_title(self, text: str) -> bool:
        """Whether a text reads like a headline, and not like what a button says."""
        return is_headline(text) and not names_nothing(self._page, text, self._where)

    def is_call(self, text: str) -> bool:
        """Whether a text is what a button says."""
        return bool(text) and is_call(self._page, text, self._where)

    def may_name(self, text: str) -> bool:
        """Whether a text that is short for a headline may be the title: no date, no number, no "Read more"."""
        if len(text) < SHORTEST_NAME or not any(c.isalpha() for c in text) or text.endswith(COLONS):
            return False
        if self._neighbour.is_bare(text) or self.is_call(text):
            return False
        return dates.parse(text, self._page.meta.language, self._page.captured) is None


def _printed(parts: CardParts) -> Iterator[str]:
    """What headings and elements named a title print."""
    for element in _in_turn(parts):
        whole = text_of(element)
        if text := without_kicker(parts, element, whole):
            labels = _glued(parts, element)
            labels += [text for text in _filing(parts, element) if text not in labels]
            left = labels if text == whole else labels[1:]
            yield _unglued(_without_call(parts, element, text), left)
    for link in parts.card.links:
        if link.parent is not None and link.parent.tag in HEADINGS and (text := text_of(link)):
            yield text
    for element in _titles(parts):
        yield from _title_in(parts, element)
    for link in parts.card.links:
        if len(parts.card.parts) == 1 and says_line(link, parts.card.parts[0]):
            yield text_of(parts.card.parts[0])


def _in_turn(parts: CardParts) -> list[Element]:
    """The headings, those that print a section last, those with a link before those without."""
    if len(parts.headings) < 2:
        return parts.headings
    sections = {e.index for e in parts.of_class("class_kicker")} - {e.index for e in parts.of_class("class_title")}
    linked = {e.index for e in parts.headings if any(a in e or e in a for a in parts.card.links)}
    return sorted(parts.headings, key=lambda e: (is_kicker(e) or e.index in sections, e.index not in linked))


def _title_in(parts: CardParts, element: Element) -> Iterator[str]:
    """What an element named a title prints: where it holds more than that, the link or the line that is one."""
    inside = parts.page.document.within(element)
    links = [a for a in parts.card.links if a is not element and a in element and is_headline(text_of(a))]
    if links:
        yield from (text_of(a) for a in links)
    elif not any(e.tag in BLOCK_TAGS for e in inside):
        yield _unglued(text_of(element), _glued(parts, element))
    elif not any(e.tag in HEADINGS for e in inside):
        yield next(_lines(element, _labels(parts), _glued(parts, element)), "")


def _sure_names(parts: CardParts) -> Iterator[str]:
    """What headings named titles print, with a capital at the start, which the names of sections in addresses have not;
    and headers that hold nothing but a link to the article."""
    titles = {e.index for e in parts.of_class("class_title")}
    named = (text_of(e) for e in parts.headings if e.index in titles and not is_kicker(e))
    yield from (text for text in named if not text[:1].islower())
    for header in (e for e in parts.elements if e.tag == "header"):
        text = text_of(header)
        if any(link in header and text_of(link) == text for link in parts.card.links):
            yield text


def _names(parts: CardParts) -> Iterator[str]:
    """What may be a title however short it is: a heading that is no kicker, an element named a title, the first of
    several links."""
    yield from (text_of(e) for e in parts.headings if not is_kicker(e))
    yield from (text for e in _titles(parts) for text in _title_in(parts, e) if len(text) <= LONGEST_LABEL)
    yield from (text_of(e) for e in parts.of_class("class_bold") if _is_summed_up(e))
    labels = [e for key in ("class_date", "class_kicker") for e in parts.of_class(key)]
    shown = [a for a in parts.card.links if a.children and link_text(parts.page, a)]
    if len(shown) > 1 and not any(shown[0] in e for e in labels):
        yield link_text(parts.page, shown[0])


def _is_summed_up(element: Element) -> bool:
    """Whether a summary stands right behind an element: what is set bold elsewhere is a badge, or a date."""
    siblings = list(element.parent.elements) if element.parent is not None else [element]
    behind = siblings[siblings.index(element) + 1 :][:1]
    return element.end - element.index < LARGEST and any(_sums_up(text_of(e)) for e in behind)


def _linked(parts: CardParts) -> Iterator[str]:
    """The lines of the links."""
    labels = _labels(parts)
    for link in sorted(parts.card.links, key=lambda a: _is_no_title(parts, a)):
        yield from (_without_call(parts, link, line) for line in _lines(link, labels, _glued(parts, link)))


def _labels(parts: CardParts) -> set[str]:
    """What says when and by whom the article is, and of which section."""
    return {text_of(e) for key in ("class_author", "class_date", "class_kicker") for e in parts.of_class(key)}


def _told(parts: CardParts, *, may_describe: bool = True) -> Iterator[str]:
    """What is said to those who do not see the card; of its pictures not where links say what to do: they need no
    title, and pictures do not give it."""
    for link in (a for a in parts.card.links if not _is_count(parts, a)):
        yield fold(link.get("aria-label") or "")
        yield fold(link.get("title") or "")
    if may_describe:
        yield from (fold(e.get("alt") or "") for e in parts.elements if e.tag == "img")


def _is_count(parts: CardParts, link: Element) -> bool:
    """Whether all that a link shows is a number: how many answered, or liked it, which its `title` explains."""
    shown = parts.page.links.text(link) if link.tag == "a" and link.children else ""
    return shown.lstrip("-+−").isdigit()


def _titles(parts: CardParts) -> list[Element]:
    named = [e for e in parts.of_class("class_title") if e.end - e.index < LARGEST]
    return [e for e in named if not _holds_only_kicker(parts, e)] if len(named) > 1 else named


def _holds_only_kicker(parts: CardParts, element: Element) -> bool:
    """Whether all that an element prints is named a kicker: `<div class="pre-headline"><span class="kicker">…`."""
    inside = (e for e in parts.of_class("class_set_apart") if e in parts.of_class("class_kicker"))
    return any(e is not element and e in element and text_of(e) == text_of(element) for e in inside)


def _glued(parts: CardParts, element: Element) -> list[str]:
    """What is set apart inside an element: kickers, badges, counts, dates."""
    said = [text_of(e) for e in parts.of_class("class_set_apart") if e is not element and e in element]
    dated = (text_of(e) for e in parts.of_class("class_date") if e is not element and e in element)
    return [*said, *(text for text in dated if any(c.isdigit() for c in text))]


def _filing(parts: CardParts, heading: Element) -> list[str]:
    """What files an article, in a heading beside the link that is its title."""
    links = [a for a in parts.card.links if a in heading]
    kickers = parts.of_class("class_kicker") if links else []
    return [text_of(e) for e in kickers if e in heading and not any(e in a or a in e for a in links)]


def _without_call(parts: CardParts, element: Element, line: str) -> str:
    """A line without the "Read more" that an element of its own puts at its end."""
    if element.end - element.index <= 2:
        return line
    words = line.split(" ")
    for count in range(min(LONGEST_CALL, len(words) - 1), 0, -1):
        call = " ".join(words[-count:])
        if parts.page.rules.words.equals("read_more", call):
            is_apart = any(text_of(e) == call for e in parts.page.document.within(element))
            return line.removesuffix(call).rstrip(PARTING) if is_apart else line
    return line


def _is_no_title(parts: CardParts, link: Element) -> tuple[bool, int]:
    """Sorts the links of a card: long ones first, for short ones say "Read more", but summaries last."""
    text = link_text(parts.page, link) if link.children else ""
    return len(text) > LONGEST_TITLE and text.endswith(STOPS), -len(text)


def _lines(link: Element, labels: set[str], glued: list[str]) -> Iterator[str]:
    """The lines of a link that wraps a card: the first that reads like a headline and is no label, else the longest."""
    lines = [line for line in lines_of(link).split("\n") if line and not _is_labels(line, labels)]
    yield from (text for line in lines if is_headline(text := _unglued(line, glued)) and not _are_two(text))
    if lines:
        yield max(lines, key=len)


def _are_two(text: str) -> bool:
    """Whether a text is two words with a stroke between: labels, "World | Video"."""
    return text.count(" ") == 2 and " | " in text


def _is_labels(line: str, labels: set[str]) -> bool:
    """Whether a line is a label, or several one behind the other: "Economy" and "7 days ago"."""
    if line in labels:
        return len(line) <= LONGEST_KICKER
    if len(line) > LONGEST_LABEL:
        return False
    found = [label for label in sorted(labels, key=len, reverse=True) if label and label in line]
    for label in found:
        line = line.replace(label, "", 1)
    return len(found) > 1 and not any(c.isalnum() for c in line)


def _unglued(text: str, labels: Iterable[str]) -> str:
    """A title without the labels that stand before or behind it in one element, each once; the whole where no headline
    is left."""
    left = [label for label in labels if label]
    rest = text
    while label := next((label for label in left if rest.startswith(label)), ""):
        rest = rest.removeprefix(label).lstrip(PARTING)
        left.remove(label)
    while label := next((label for label in left if _ends_apart(rest, label)), ""):
        rest = rest.removesuffix(label).rstrip(PARTING)
        left.remove(label)
    return rest if is_headline(rest) else text


def _ends_apart(text: str, label: str) -> bool:
    """Whether a label stands at the end of a text, behind a space, or set in an element of its own right behind it."""
    before = text[-len(label) - 1 : -len(label)]
    return text.endswith(label) and (before == " " or (label[0].isdigit() and before.isalpha()))
