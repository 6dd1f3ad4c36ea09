"""A labelled page in, its author cards out: who an author is, in the page's own words.

A card is what rules label as an author box, outside teasers and comments: name, biography, portrait, link to a profile.
Below the text, a byline that holds sentences about its author is one too.
"""

from collections.abc import Iterable, Iterator

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.foreign import is_foreign
from newsextract.locate.linetext import segments
from newsextract.page.document import Element
from newsextract.page.text import HEADINGS, lines_of, text_of
from newsextract.page.urls import absolute, same_page
from newsextract.rules.bylines import names
from newsextract.rules.personnames import Named
from newsextract.rules.speech import Speech
from newsextract.rules.vocabulary import vocabulary

MOST = 6
"""Cards that can all be of one article's authors; where there are more, they are the staff."""
SHORTEST_BIO = 40
"""Characters of a biography; shorter texts are labels and job titles."""
LONGEST_BIO = 2000
LONGEST_NAME = 60
"""Characters of a name that stands alone."""
MANY = 30
"""Bylines below the text from which on they are those of other texts."""
LARGEST = 40
"""Elements of a byline below the text that is a card."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "”", '"', "»")
"""How a sentence of a biography ends."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "a", "cite", "address")
_LEADING = " ,;:·|–-"
"""What is left before a biography whose name stands apart."""
BESIDE = 12
"""Elements between a byline and the picture of whom it names."""
_NAME_AT_START = 160
"""Characters of a card in which its name stands."""


@attrs.frozen(kw_only=True)
class AuthorCard:
    """What one card says."""

    named: Named
    element: Element | None = None
    url: str | None = None
    image: str | None = None
    bio: str | None = None


def cards(
    page: LabelledPage, speech: Speech, site: frozenset[str], known: tuple[str, ...] = (), *, below: int | None = None
) -> list[AuthorCard]:
    """The author cards of the article, in document order, the labelled ones first; `known` are the authors that the
    metadata states, `below` is a place in the lower half of the text."""
    outermost = _apart(e for e in page.labels.of("author-box") if not is_foreign(page, e))
    if below is not None:
        others = _apart(e for e in _bylines_below(page, below, known) if not is_foreign(page, e))
        others += [e for e in _introduced(page, below) if not any(e in box for box in others)]
        outermost += [e for e in others if not any(e in box for box in outermost)]
    boxes = [card for box in outermost for card in _cards_in(page, box, speech, site)]
    found = [_read(page, box, speech, site, known) for box in boxes]
    read = [c for c in found if c is not None]
    return read if len({c.named.key for c in read}) <= MOST else []


def _bylines_below(page: LabelledPage, place: int, known: tuple[str, ...]) -> Iterator[Element]:
    """The bylines and biographies behind a place that hold a sentence about an author whom they set apart."""
    labelled = (e for e in page.labels.of("byline", "author-bio") if e.index > place)
    small = [e for e in labelled if e.end - e.index <= LARGEST]
    for element in small if len(small) <= MANY else ():
        if not page.document.within(element, "blockquote") and _sets_apart(page, element, known):
            paragraphs = page.document.within(element, "p")
            paragraphs = paragraphs or ([element] if page.labels.has(element, "author-bio") else [])
            if any(len(said := text_of(p)) >= SHORTEST_BIO and said.endswith(_SENTENCE_ENDS) for p in paragraphs):
                yield element


def _introduced(page: LabelledPage, place: int) -> Iterator[Element]:
    """What holds, behind a place, a line that reads "About" and a linked name, or a heading labelled as the name that
    reads "Written by", and a biography."""
    openings = vocabulary("people").phrases("introduces")
    marked = (e.index for e in page.labels.of("author") if e.tag in HEADINGS)
    for at in sorted({*page.ways.to("author"), *marked}):
        link = page.document.elements[at]
        line = link.parent
        name = text_of(link)
        if at < place or line is None or not name or len(said := text_of(line)) > LONGEST_NAME:
            continue
        is_signed = link.tag in HEADINGS and page.speech.starts_with("by", name) is not None
        if is_signed or said.partition(name)[0].strip(_LEADING).casefold() in openings:
            around = (e for e in line.ancestors if len(text_of(e)) >= len(said) + SHORTEST_BIO)
            box = next(around, None)
            if box is not None and box.end - box.index <= LARGEST and _tells(box):
                yield box


def _tells(element: Element) -> bool:
    lines = lines_of(element).split("\n")
    return any(len(line) >= SHORTEST_BIO and line.endswith(_SENTENCE_ENDS) for line in lines)


def _sets_apart(page: LabelledPage, element: Element, known: tuple[str, ...]) -> bool:
    """Whether an element holds one of the stated authors, a heading, or a byline with what is labelled as a name."""
    if any(page.document.within(element, tag) for tag in HEADINGS):
        return True
    labelled = (e in element and e is not element for e in page.labels.of("author"))
    if page.labels.has(element, "byline") and any(labelled):
        return True
    opening = text_of(element)[:_NAME_AT_START] if known else ""
    return any(_is_in(name, opening) for name in known)


def _cards_in(page: LabelledPage, box: Element, speech: Speech, site: frozenset[str]) -> list[Element]:
    """The cards of a box that introduces several people: what holds one of their names and no other's; else the box."""
    inner = _inner(page, box)
    while len(inner) == 1 and (deeper := _inner(page, inner[0])):  # a wrapper
        inner = deeper
    if 1 < len({n.key for e in inner if (n := _name(page, e, speech, site))}) == len(inner):
        return inner
    labelled = sorted({e.index: e for k in ("author", "byline") for e in page.labels.of(k) if e in box}.items())
    marks = _apart(e for _, e in labelled if _is_full_name(segments(e)[:_NAME_AT_START], speech, site))
    if not 1 < len({text_of(e) for e in marks}) == len(marks) <= MOST:
        return [box]
    return [_around_alone(mark, marks, box) for mark in marks]


def _inner(page: LabelledPage, box: Element) -> list[Element]:
    return _apart(e for e in page.labels.of("author-box") if e in box and e is not box)


def _apart(elements: Iterable[Element]) -> list[Element]:
    """The elements that stand in none of those before them."""
    found: list[Element] = []
    for element in elements:
        if not (found and element in found[-1]):
            found.append(element)
    return found


def _is_full_name(text: str, speech: Speech, site: frozenset[str]) -> bool:
    named = names(text, speech, site)
    is_alone = len(named) == 1 and (named[0].labelled or text.startswith(named[0].name))
    return is_alone and named[0].kind == "person" and " " in named[0].name


def _around_alone(mark: Element, marks: list[Element], box: Element) -> Element:
    """The largest element of a box that holds one mark and none of the others."""
    largest = mark
    for around in mark.ancestors:
        if around is box or any(other in around for other in marks if other is not mark):
            break
        largest = around
    return largest


def _read(
    page: LabelledPage, box: Element, speech: Speech, site: frozenset[str], known: tuple[str, ...]
) -> AuthorCard | None:
    named = _stated(box, speech, known) or _name(page, box, speech, site) or _name_before(page, box, speech, site)
    if named is None:
        return None
    return AuthorCard(
        element=box,
        named=named,
        url=profile(page, box, named.name),
        image=_portrait(page, box),
        bio=_biography(page, box, named.name),
    )


def _stated(box: Element, speech: Speech, known: tuple[str, ...]) -> Named | None:
    """The stated author that a card names first."""
    opening = text_of(box)[:_NAME_AT_START] if known else ""
    alone = len(set(known)) == 1
    places = [(opening.find(name), name) for name in known if (alone or " " in name) and _is_in(name, opening)]
    named = names(min(places)[1], speech) if places else ()
    return _with_title(named[0], box, speech) if named else None


def _is_in(name: str, opening: str) -> bool:
    """Whether a text names somebody, as words of its own."""
    before, found, after = opening.partition(name)
    return bool(found) and not (before[-1:].isalnum() or after[:1].isalnum())


def _name_before(page: LabelledPage, box: Element, speech: Speech, site: frozenset[str]) -> Named | None:
    """The name that stands alone right before a biography, in what holds both."""
    if box.parent is None or not page.labels.has(box, "author-bio"):
        return None
    before = [e for e in box.parent.elements if e.end <= box.index][-1:]
    said = text_of(before[0]) if before else ""
    found = names(said, speech, site) if 0 < len(said) <= LONGEST_NAME else ()
    return found[0] if len(found) == 1 and found[0].kind == "person" and found[0].name == said else None


def _name(page: LabelledPage, box: Element, speech: Speech, site: frozenset[str]) -> Named | None:
    labelled = [e for e in page.labels.of("author") if e in box]
    headed = [e for tag in _HEADINGS for e in page.document.within(box, tag)]
    for element in (*labelled, *headed):
        people = [n for n in names(segments(element)[:_NAME_AT_START], speech, site) if n.kind == "person"]
        if people and (" " in people[0].name or element in labelled):
            return _with_title(people[0], box, speech)
    if page.labels.has(box, "author-bio") and not text_of(box).endswith("."):
        return None  # degrees and jobs: the name stands before them
    people = [n for n in names(segments(box)[:_NAME_AT_START], speech, site) if _is_clear(n)]
    return people[0] if people else None


def _is_clear(named: Named) -> bool:
    """Whether a name that no markup tells from the text around it is one: two to four words, or labelled."""
    return " " in named.name and "." not in named.name[2:] and (named.labelled or named.joined)


def _with_title(named: Named, box: Element, speech: Speech) -> Named:
    """The name with the job title that stands right behind it in the card."""
    if named.job_title is not None:
        return named
    parts = segments(box).split(" | ")
    at = next((i for i, p in enumerate(parts) if named.name in p), len(parts))
    behind = parts[at + 1] if at + 1 < len(parts) else ""
    is_short = len(behind) < SHORTEST_BIO * 2 and named.name not in behind
    is_short = is_short and "://" not in behind and not behind.endswith(".")
    is_short = is_short and behind.partition(" ")[0] != named.name.partition(" ")[0]  # "Rosa is an editor …"
    is_title = is_short and speech.finds("roles", behind) and not speech.equals("author_about", behind)
    if is_title and behind[:1].islower():  # a sentence that the name opens as a link: "Rosa Lind is an editor at …"
        is_said = any(line.startswith(f"{named.name} {behind}") for line in lines_of(box).split("\n"))
        is_title = not is_said and behind.split()[0] not in speech.phrases("stopwords")
    return attrs.evolve(named, job_title=behind) if is_title else named


def profile(page: LabelledPage, element: Element, name: str) -> str | None:
    """The address that a name links to, inside an element or around it."""
    around = [a for a in element.ancestors if a.tag == "a"][:1]
    links = [element] if element.tag == "a" else [*page.document.within(element, "a"), *around]
    for link in links:
        if name.casefold() in text_of(link).casefold() or "author" in (link.get("rel") or ""):
            found = absolute(link.get("href"), page.base)
            return None if same_page(found, page.url) else found
    return None


def portrait(page: LabelledPage, element: Element, name: str) -> str | None:
    """The address of a picture that is said to show the bearer of a name: in an element, or beside it."""
    images = [i for i in page.document.within(element, "img") if name.casefold() in (i.get("alt") or "").casefold()]
    around = page.document.elements[max(0, element.index - BESIDE) : element.index + BESIDE]
    named = [e for e in around if e.tag == "img" and (e.get("alt") or "").strip().casefold() == name.casefold()]
    return _first_source(page, [*images, *(i for i in named if not is_foreign(page, i))])


def _portrait(page: LabelledPage, box: Element) -> str | None:
    return _first_source(page, page.document.within(box, "img"))


def _first_source(page: LabelledPage, images: list[Element]) -> str | None:
    return next((url for image in images if (url := page.pictures.url(image))), None)


def _unnamed(text: str, name: str) -> str:
    """A biography without the name set as its heading: what follows begins anew."""
    rest = text.removeprefix(name).lstrip()
    return rest if rest != text and rest[:1].isupper() else text.lstrip(_LEADING)


def _biography(page: LabelledPage, box: Element, name: str) -> str | None:
    labelled = [e for e in page.labels.of("author-bio") if e in box]
    inner = [e for e in labelled if e is not box]
    paragraphs = page.document.within(box, "p")
    sentences = [p for p in paragraphs if text_of(p).endswith(".")]
    for elements in (_said_in(page, inner[:1]), sentences or paragraphs, labelled[:1]):
        text = " ".join(t for e in elements if len(t := text_of(e)) >= SHORTEST_BIO)
        if text:
            return _unnamed(text, name)[:LONGEST_BIO]
    lines = [line for line in lines_of(box).split("\n") if not line.endswith("|")]
    rest = max((*lines, *segments(box).split(" | ")), key=len)
    return rest[:LONGEST_BIO] if len(rest) >= SHORTEST_BIO and rest != name else None


def _said_in(page: LabelledPage, elements: list[Element]) -> list[Element]:
    """What holds a biography; where its paragraphs end with links to accounts and lists, those before them."""
    paragraphs = [p for e in elements for p in page.document.within(e, "p")]
    told = [p for p in paragraphs if not page.document.within(p, "a") or text_of(p).endswith(_SENTENCE_ENDS)]
    is_longer = len(told) < len(paragraphs) and any(len(text_of(p)) >= SHORTEST_BIO for p in told)
    return told if is_longer else elements
