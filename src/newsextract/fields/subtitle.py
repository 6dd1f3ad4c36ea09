"""The standfirst: what is printed under the headline to sum the article up, set apart from the running text."""

from collections.abc import Iterator
from itertools import islice, takewhile

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate import standfirsts
from newsextract.locate.standfirsts import BESIDE, KICKER, LONGEST_LINE
from newsextract.page.dates import find
from newsextract.page.document import Element, css_path
from newsextract.page.masthead import squash
from newsextract.page.schema import plain, text
from newsextract.page.standfirst import heading_below
from newsextract.page.text import HEADINGS, text_of

NEAR = 60
"""Elements behind the headline among which a standfirst stands."""
LEVELS = 4
"""Levels above the headline up to which the header of the article is."""
_FEW = 4
"""Children of an element of which the first two that show are looked at."""
_KEYWORD = (3, 25)
"""Characters of a keyword before a standfirst: fewer are an initial set large."""
_HEADINGS = ("h2", "h3", "h4", "p")
_LINES = frozenset({*_HEADINGS, "div", "span", "strong", "em", "section"})
SENTENCE = 50
"""Characters from which on what stands behind the headline, with nothing that marks it, may sum the article up."""
BETWEEN = 28
"""Elements between headline and standfirst, or between that and the running text: byline, date, picture."""
_MASTHEAD = ("byline", "author", "date", "date-published", "date-modified", "entry-meta", "share", "lead-image")
"""Labels of what stands between a standfirst and the running text."""
_PARTS = frozenset({"h2", "h3", "h4"})
_PICTURES = frozenset({"figure", "img", "picture", "amp-img", "video"})
_WALLS = ("consent", "popup")
"""Labels of what stands before a page: under its title it says what to agree to."""
_ELSEWHERE = ("byline", "author-box", "date", "share", "related", "navigation", "most-read", "tags", "category", "ad")


def read(page: LabelledPage) -> tuple[str, Evidence] | None:
    """The subtitle and its evidence."""
    return choose((c for c in _candidates(page) if standfirsts.may_be(page, c.value)), key=squash)


def _candidates(page: LabelledPage) -> Iterator[Candidate[str]]:
    yield from _from_labels(page)
    yield from _from_entities(page)
    yield from _from_headings(page)
    yield from _from_repetition(page)
    yield from _from_place(page)
    yield from _from_header(page)


def _from_labels(page: LabelledPage) -> Iterator[Candidate[str]]:
    """The first element labelled as a standfirst that belongs to the headline."""
    headline = page.headline
    for element in page.labels.of("standfirst"):
        is_near = headline is None or -NEAR <= element.index - headline.index <= 2 * NEAR
        if is_near and not standfirsts.is_foreign(page, element):
            element = _within(page, element)
            said = _without_pictures(page, element) or _without_links(page, element) or _without_keyword(element)
            yield Candidate(value=said, source="dom", locator=css_path(element), raw=said, weight=0.85)
            return


def _within(page: LabelledPage, element: Element) -> Element:
    """The one element labelled so that an element so labelled holds, beside a byline or a date; else the element."""
    inside = [e for e in page.labels.of("standfirst") if e is not element and e in element]
    return inside[0] if len(inside) == 1 and len(text_of(inside[0])) >= SENTENCE else element


def _without_pictures(page: LabelledPage, element: Element) -> str | None:
    """The paragraphs of an element beside the caption or credit of a picture that it holds; None of any other."""
    captions = [e for e in page.labels.of("caption", "credit") if e in element and e is not element]
    if not captions or not page.document.within(element, "img"):
        return None
    paragraphs = (p for p in page.document.within(element, "p") if not any(c in p or p in c for c in captions))
    return " ".join(said for p in paragraphs if not (said := text_of(p)).startswith("©")) or None


def _without_links(page: LabelledPage, element: Element) -> str | None:
    """The paragraphs of an element that holds a list of links beside them; None of any other."""
    lists, paragraphs = page.document.within(element, "ul"), page.document.within(element, "p")
    links = [a for each in lists for a in page.document.within(each, "a")]
    if not paragraphs or not links or any(p in each for each in lists for p in paragraphs):
        return None
    is_menu = sum(len(text_of(a)) for a in links) >= sum(len(text_of(each)) for each in lists)
    return " ".join(map(text_of, paragraphs)) if is_menu else None


def _from_entities(page: LabelledPage) -> Iterator[Candidate[str]]:
    """An alternative headline that the page prints, too."""
    for source, entity in page.entities.articles:
        for name in ("alternativeHeadline", "alternateHeadline", "abstract"):
            stated = text(entity.get(name))
            if stated and any(squash(text_of(e)) == squash(stated) for e in _following(page)):
                yield Candidate(value=stated, source=source, locator=name, raw=stated, weight=0.7)


def _from_headings(page: LabelledPage) -> Iterator[Candidate[str]]:
    """A heading that follows the headline at once, with nothing but markup between."""
    headline = page.headline
    if headline is None or page.labels.around(headline, *_WALLS) is not None:
        return
    element = heading_below(page.document, headline)
    if element is not None and not page.labels.has(element, *BESIDE):
        yield _printed(element, 0.65)
    rest = text_of(headline).removeprefix(page.title or "").strip()
    inside = (e for e in page.document.within(headline) if e.tag in HEADINGS)
    yield from (_printed(e, 0.65) for e in inside if rest and text_of(e) == rest)


def _from_repetition(page: LabelledPage) -> Iterator[Candidate[str]]:
    """A paragraph near the headline that the metadata's description repeats, set apart from the running text; or what
    the headline's element holds behind the headline."""
    stated = [page.meta.first("og:description"), page.meta.first("description")]
    wanted = {squash(plain(s)) for s in stated if s} - {""}
    if page.headline is not None and squash(rest := text_of(page.headline).removeprefix(page.title or "")) in wanted:
        yield Candidate(value=rest.strip(), source="dom", locator=css_path(page.headline), raw=rest, weight=0.7)
        return
    for element in _following(page, ("div", *_HEADINGS)):
        said = squash(text_of(element)) if wanted and (element.tag != "div" or _is_line(element)) else ""
        if said in wanted and said and _stands_apart(element):
            yield _printed(element, 0.7)
            return


def _from_header(page: LabelledPage) -> Iterator[Candidate[str]]:
    """The only line as long as a sentence in the header of the article, or in the box of its headings, below the
    headline."""
    headline = page.headline
    if headline is None or headline.parent is None:
        return
    header = next((a for a, _ in zip(headline.ancestors, range(LEVELS), strict=False) if a.tag == "header"), None)
    inside = page.document.within(header or headline.parent)
    if header is None and any(e.tag == "p" for e in inside):
        return
    below = [e for e in inside if e.tag in _HEADINGS and e.index >= headline.end]
    long = [e for e in below if len(text_of(e)) >= SENTENCE]
    if len(long) == 1 and not _is_set_otherwise(page, long[0], header or headline.parent):
        found = _printed(long[0], 0.6)
        if not _says_otherwise(page, found.value):
            yield found


def _says_otherwise(page: LabelledPage, said: str) -> bool:
    """Whether a line of a header says who wrote the article, and when."""
    speech = page.speech
    if speech.starts_with("by", said) is not None:
        return True
    date = next(find(said), None)
    return date is not None and date.whole and len(said) <= 2 * LONGEST_LINE


def _is_set_otherwise(page: LabelledPage, element: Element, header: Element) -> bool:
    """Whether an element of a header, or what it stands in there, is something else, or a link to something else."""
    around = takewhile(lambda e: e is not header, (element, *element.ancestors))
    if any(page.labels.has(e, *_ELSEWHERE, *BESIDE) for e in around):
        return True
    return any(2 * len(text_of(a)) > len(text_of(element)) for a in page.document.within(element, "a"))


def _from_place(page: LabelledPage) -> Iterator[Candidate[str]]:
    """The first sentence behind the headline, where byline, date or picture stand between it and the running text."""
    headline = page.headline
    if headline is None or page.labels.around(headline, *_WALLS) is not None:
        return
    for element in page.document.elements[headline.end : headline.end + BETWEEN]:
        if element.tag in _PICTURES:
            return  # what stands behind a picture may be said of it
        if element.tag in _PARTS and _heads_part(page, element):
            return
        if not _is_line(element) or len(text_of(element)) < SENTENCE or page.labels.around(element, *_ELSEWHERE):
            continue
        if element.tag in _LINES and not page.document.within(element, "a") and _is_above_masthead(page, element):
            yield _printed(element, 0.5)
        return


def _heads_part(page: LabelledPage, element: Element) -> bool:
    """Whether a heading behind the headline is that of the first part of the text: long enough, and no byline."""
    is_long = KICKER / 3 <= len(text_of(element)) < SENTENCE
    return is_long and not page.labels.has(element, *_MASTHEAD) and page.labels.around(element, *_ELSEWHERE) is None


def _is_line(element: Element) -> bool:
    """Whether an element holds text itself, and no block."""
    return any(isinstance(c, str) and not c.isspace() for c in element.children)


def _is_above_masthead(page: LabelledPage, element: Element) -> bool:
    """Whether byline, date or picture follow before other text does, and none of what follows is of the same form."""
    around = [element, *([element.parent] if element.parent is not None else [])]
    if any(_is_one_of_many(e) for e in around if page.headline is not None and page.headline not in e):
        return False
    for after in page.document.elements[element.end : element.end + BETWEEN]:
        if after.tag in _PICTURES or after.tag in {"time", "address"} or page.labels.has(after, *_MASTHEAD):
            return True
        said = text_of(after) if _is_line(after) else ""
        if len(said) <= LONGEST_LINE and not said.endswith(".") and next(find(said), None) is not None:
            return True
        if len(said) >= SENTENCE:
            return False
    return False


def _is_one_of_many(element: Element) -> bool:
    """Whether others of the same form follow in the same element: the first of many is running text."""
    siblings = element.parent.elements if element.parent is not None else ()
    form = (element.tag, element.classes)
    return any(e.index > element.index and (e.tag, e.classes) == form and text_of(e) for e in siblings)


def _following(page: LabelledPage, tags: tuple[str, ...] = _HEADINGS) -> Iterator[Element]:
    """Paragraphs and headings soon after the headline, and what else is asked for."""
    headline = page.headline
    if headline is not None:
        for element in page.document.elements[headline.end : headline.end + NEAR]:
            if element.tag in tags and not any(k in _ELSEWHERE for k in page.labels.kinds(element)):
                yield element


def _stands_apart(element: Element) -> bool:
    """Whether no paragraph of the same form follows in the same element: the first of many is running text."""
    parent = element.parent
    if parent is None:
        return False
    same = [e for e in parent.elements if e.tag == element.tag and e.classes == element.classes]
    return len(same) == 1


def _printed(element: Element, weight: float) -> Candidate[str]:
    said = _without_keyword(element)
    return Candidate(value=said, source="dom", locator=css_path(element), raw=said, weight=weight)


def _without_keyword(element: Element) -> str:
    """What an element prints, without a keyword in an element of its own that the text is glued to: "HarboursThe
    board has …"."""
    whole = text_of(element)
    shown = [c for c in islice(element.children, _FEW) if not isinstance(c, str) or not c.isspace()][:2]
    if len(shown) < 2 or isinstance(shown[0], str) or not isinstance(shown[1], str):
        return whole
    keyword, rest = text_of(shown[0]), whole.removeprefix(text_of(shown[0]))
    is_glued = shown[1][:1].isupper() and keyword[-1:].islower() and _KEYWORD[0] <= len(keyword) <= _KEYWORD[1]
    return rest if is_glued and len(rest) >= SENTENCE else whole
