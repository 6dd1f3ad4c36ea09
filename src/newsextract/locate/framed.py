"""A picture at the head of the article in, the caption and credit printed in its frame out."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newsextract.label import LabelledPage
from newsextract.locate import captions
from newsextract.page import dates
from newsextract.page.document import Element, outermost
from newsextract.page.masthead import squash
from newsextract.page.text import HEADINGS, INVISIBLE, fold, text_of
from newsextract.page.urls import absolute, same_page
from newsextract.rules.words import Words

PICTURES = ("img", "amp-img")
FRAME = 4
"""Levels above a picture up to which its frame is looked for."""
FIGURE = 5
"""The same where it is a `figure`."""
LONGEST, LONGEST_MARKED = 250, 800
"""Characters of a caption; what is longer is running text, or stands in a `figcaption`."""
BEHIND = 4
"""Elements behind a picture among which its caption stands that nothing names so."""
BEYOND = 10
"""The same where it is the first that is said, and says that it credits."""
MOST_SHOWN = 2
"""Pictures in a figure that has a title: the one shown, and its copy for readers without scripts."""
LEAST = 20
"""Letters of a caption that is known by what it says alone."""
LONGEST_DATE = 30
"""Characters of a day that stands alone."""
MOST_NAMES = 5
"""Words of a person's name."""
LEAST_TITLE = 12
"""Letters of a headline that is known inside a caption."""
_CREDIT = re.compile(r"((?:©|\(c\)|Ⓒ|copyright\b)[^©]{2,100}?)[)\]]?\.?$", re.I)
_ADDRESS = re.compile(r"https?://\S+")
_LENGTH = re.compile(r"\d{1,3}(?:(?::\d\d){1,2}|\s\w+\.?|\s?(?:m|min|mins|s|sec|secs|h)\b\.?)", re.I)
"""How long a film is, or of how many pictures this is the first, which is printed over it."""
_MARKED = frozenset("©Ⓒ")
_SHORT = 80
"""Characters of a credit that stands alone."""
_BEFORE_CREDIT = " ([|–—-"
_NO_CAPTION = ("hidden", "credit", "category", "tags", "date", "byline", "share")
_SMALL = frozenset({"em", "i", "small", "cite", "font"})
_PLAIN = frozenset({*HEADINGS, "li", "label", "time"})
"""What stands in no caption that nothing names so: the words beside the picture head a text, or list facts."""


def said(page: LabelledPage, image: Element) -> tuple[str | None, str | None]:
    """Caption and credit in the figure, or the frame, of a picture; what holds the headline is a teaser's text."""
    caption, credit = _said(page, image)
    if caption and (_ADDRESS.fullmatch(caption) or _LENGTH.fullmatch(caption)):
        return None, credit
    if caption and titles(page, caption):
        return None, credit if _figure(image) is not None else None
    credit = credit or captions.attributed(image, page.rules.words)
    return (caption, credit) if caption or credit else _next_said(page, image) or _told(page, image)


def titled(page: LabelledPage, figure: Element, captions: list[Element]) -> list[Element]:
    """The captions of a figure with the heading in it that is the title of what is shown, where they do not say it."""
    if figure.tag != "figure":
        return captions
    said = " ".join(map(text_of, captions))
    return [*(h for h in _headings(page, figure) if text_of(h) not in said), *captions]


def _headings(page: LabelledPage, figure: Element) -> list[Element]:
    """The one heading that stands high in a figure, neither in its caption, nor a link, nor the headline."""
    inside = (h for h in page.document.within(figure) if h.tag in HEADINGS and figure in islice(h.ancestors, 2))
    found = [h for h in inside if text_of(h)]
    if len(found) != 1 or len(pictures_in(page, figure)) > MOST_SHOWN or titles(page, text_of(found[0])):
        return []
    heading = found[0]
    is_linked = page.document.within(heading, "a") or any(a.tag in {"a", "figcaption"} for a in heading.ancestors)
    return [] if is_linked or heading is page.headline else found


def pictures_in(page: LabelledPage, element: Element) -> list[Element]:
    """The pictures inside an element."""
    return [i for tag in PICTURES for i in page.document.within(element, tag)]


def is_portrait(page: LabelledPage, image: Element) -> bool:
    """Whether a picture shows who wrote the article: it stands beside a byline that names whom it is said to show."""
    name = fold(image.get("alt") or "")
    if not 1 < len(name.split()) <= MOST_NAMES:
        return False
    said = next((t for a in islice(image.ancestors, FRAME) if (t := text_of(a))), "")
    written = page.rules.words.after("by", said[:LONGEST]) if said else None
    return written is not None and written.casefold().startswith(name.casefold())


def _told(page: LabelledPage, image: Element) -> tuple[str | None, str | None]:
    """Caption and credit, both of them or none, that an attribute of a picture holds: what tells whose it is, is no
    description of it."""
    for text in (image.get("title"), image.get("alt")):
        caption, credit = captions.parted(fold(text), page.rules.words) if text else (None, None)
        if caption and credit and len(caption) > len(credit) and not titles(page, caption):
            return caption, credit
    return None, None


def titles(page: LabelledPage, caption: str) -> bool:
    """Whether a caption holds the headline: it is that of a teaser, or was filled in from it."""
    title = squash(page.title or "")
    return len(title) >= LEAST_TITLE and title in squash(caption)


def _said(page: LabelledPage, image: Element) -> tuple[str | None, str | None]:
    frame = _figure(image) or _frame(page, image)
    if frame is None:
        below = _captions_below(page, image) or _repeating(page, image)
        inside = [e for c in below for e in page.document.within(c)]
        credits = [e for e in (*below, *inside) if page.labels.has(e, "credit")]
        if not credits and below and below[0].parent is image.parent:
            credits = inside[:1]
        return captions.read(below, credits, page.rules.words)
    inside = page.document.within(frame)
    captioned = [e for e in inside if e.tag == "figcaption"] or [e for e in inside if page.labels.has(e, "caption")]
    outer = outermost(captioned) or _behind(page, frame)
    outer = titled(page, frame, outer) if captioned else outer
    credits = [e for e in inside if page.labels.has(e, "credit")]
    credits += [e for c in outer for e in page.document.within(c) if page.labels.has(e, "byline")]
    named = bool(outer)
    if not outer and frame.tag != "figure" and not _leads_here(page, image):
        filed = page.ways.to("category") | page.ways.to("tag")
        spoken = [e for e in inside if not page.labels.has(e, *_NO_CAPTION) and _is_text(e)]
        spoken = [e for e in spoken if not any(a.index in filed or captions.is_button(a) for a in (e, *e.ancestors))]
        outer = [] if any(_heads(page, e) for e in inside) else outermost(spoken)
    caption, credit = captions.read(outer, credits, page.rules.words)
    if caption and not named and not _says_something(page, caption):
        caption = None
    if caption and credit is None and (found := _CREDIT.search(caption)):
        credit = captions.credited(found[1].strip(), page.rules.words) or found[1].strip()
        caption = caption[: found.start()].rstrip(_BEFORE_CREDIT).lstrip()
    if credit is None:
        credit = next(_credits(page, inside, framed=frame.tag == "figure"), None)
    longest = LONGEST_MARKED if outer and outer[0].tag == "figcaption" else LONGEST
    return (caption if caption and len(caption) <= longest else None), credit or None


def _says_something(page: LabelledPage, caption: str) -> bool:
    """Whether words beside a picture say more than the label of a section, or a day."""
    is_label = caption.isascii() and " " not in caption
    is_short = len(caption) <= LONGEST_DATE
    return not is_label and not (is_short and dates.parse(caption, page.meta.language, page.captured))


def _heads(page: LabelledPage, element: Element) -> bool:
    """Whether an element beside a picture is of the head of an article, or of a list."""
    is_plain = element.tag in _PLAIN or page.labels.has(element, "date-published", "date-modified")
    return is_plain and bool(text_of(element))


def _credits(page: LabelledPage, inside: Iterable[Element], *, framed: bool) -> Iterator[str]:
    """Whom elements beside a caption credit: by the mark of copyright, or as one that is named after captions says, or
    any in a figure."""
    for element in inside:
        is_marked = _is_marked(element)
        may_credit = is_marked or framed or page.labels.has(element, "caption")
        if may_credit and 0 < len(text := text_of(element)) <= _SHORT:
            credit = captions.credited(text, page.rules.words) or (text if is_marked else None)
            if credit is not None:
                yield credit


def _figure(image: Element) -> Element | None:
    return next((a for a in list(image.ancestors)[:FIGURE] if a.tag == "figure"), None)


def _leads_here(page: LabelledPage, image: Element) -> bool:
    """Whether a picture links to the page that it stands on, as teasers of it do."""
    link = next((a for a in image.ancestors if a.tag == "a"), None)
    href = link.get("href") if link is not None else None
    return bool(href) and not (href or "").startswith("#") and same_page(absolute(href, page.base), page.url)


def _captions_below(page: LabelledPage, image: Element) -> list[Element]:
    """The caption right behind a picture, or behind what holds nothing but the picture."""
    for around in islice((image, *image.ancestors), FRAME):
        parent = around.parent
        behind = next((e for e in parent.elements if e.index >= around.end), None) if parent is not None else None
        if behind is not None and page.labels.has(behind, "caption", "credit"):
            return [behind]
        if parent is None or (page.headline is not None and page.headline in parent) or text_of(parent):
            break
    return []


def _behind(page: LabelledPage, frame: Element) -> list[Element]:
    """The caption right behind a figure that holds none."""
    if frame.tag != "figure":
        return []
    near = page.document.elements[frame.end : frame.end + BEHIND]
    found = next((e for e in near if e.tag == "figcaption" or page.labels.has(e, "caption")), None)
    is_own = found is not None and not any(i.index < found.index for i in near if i.tag in PICTURES)
    return [found] if found is not None and is_own and not page.document.within(found, "img") else []


def _next_said(page: LabelledPage, image: Element) -> tuple[str | None, str | None] | None:
    """Caption and credit that are the first words behind a picture, in another box: marked as such, or nothing but a
    credit."""
    shown = _figure(image) or image
    for element in page.document.elements[shown.end : shown.end + BEYOND]:
        if element.tag in PICTURES or element.tag in HEADINGS or element.removed is not None:
            return None
        if _is_text(element) and element.tag not in INVISIBLE:
            return _only_credits(page, element, page.rules.words)
    return None


def _only_credits(page: LabelledPage, element: Element, words: Words) -> tuple[str | None, str | None] | None:
    text = text_of(element)
    if len(text) > LONGEST or page.document.within(element, "a") or words.starts_with("by", text):
        return None
    if text == page.meta.first("author"):
        return None
    caption, credit = captions.parted(text, words)
    if page.labels.has(element, "credit"):
        return (caption, credit) if credit else (None, text)
    return (None, credit) if credit and not caption and len(text) <= _SHORT else None


def _repeating(page: LabelledPage, image: Element) -> list[Element]:
    """What stands behind a picture and says what is said in its place to those who do not see it."""
    said = squash(image.get("alt") or "")
    if len(said) < LEAST or said == squash(page.title or ""):
        return []
    behind = page.document.elements[image.end : image.end + BEHIND]
    return [e for e in behind if any(isinstance(c, str) for c in e.children) and squash(text_of(e)) == said][:1]


def _is_marked(element: Element) -> bool:
    """Whether an element's own text begins with the mark of copyright."""
    first = element.children[0] if element.children else ""
    return isinstance(first, str) and first.lstrip()[:1] in _MARKED


def _is_text(element: Element) -> bool:
    """Whether an element holds text of its own."""
    return element.tag != "noscript" and any(isinstance(c, str) and not c.isspace() for c in element.children)


def _frame(page: LabelledPage, image: Element) -> Element | None:
    """The largest element around a picture that holds it and a few words: no other picture, not the headline."""
    found = None
    for around in list(image.ancestors)[:FRAME]:
        if (page.headline is not None and page.headline in around) or len(text := text_of(around)) > LONGEST:
            break
        if not all(_is_copy(page, i, image) for i in pictures_in(page, around) if i is not image):
            break
        paragraphs = [*page.document.within(around, "p"), *(a for a in (around, *around.ancestors) if a.tag == "p")]
        if not all(_says_picture(page, p) for p in paragraphs):
            break
        found = around if text else found
    return found


def _is_copy(page: LabelledPage, other: Element, image: Element) -> bool:
    """Whether a picture is another's copy for readers without scripts, or what stands in for it until it is loaded."""
    if other.parent is not None and other.parent.tag == "noscript":
        return True
    url = page.pictures.url(other)
    return url is None or page.stems.of(url) == page.stems.of(page.pictures.url(image) or "")


def _says_picture(page: LabelledPage, paragraph: Element) -> bool:
    """Whether a paragraph is marked as a caption, or ends as one does: with a credit."""
    holder = page.labels.around(paragraph, "caption", "credit")
    if holder is not None and not page.document.within(holder, "img"):
        return True
    said = text_of(paragraph)
    if len(said) > LONGEST:
        return False
    return captions.parted(said, page.rules.words)[1] is not None or _is_small(page, paragraph, said)


def _is_small(page: LabelledPage, paragraph: Element, said: str) -> bool:
    """Whether all that a paragraph says is slanted or small."""
    small = outermost([e for e in page.document.within(paragraph) if e.tag in _SMALL])
    return squash("".join(map(text_of, small))) == squash(said)
