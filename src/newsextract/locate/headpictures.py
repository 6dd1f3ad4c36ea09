"""A labelled page in, the pictures about its headline out, and what tells the article's own from those of others."""

import re
from itertools import islice, takewhile

from newsextract.label import LabelledPage
from newsextract.locate.framed import PICTURES, is_portrait, pictures_in
from newsextract.page.document import Element
from newsextract.page.pictures import is_picture
from newsextract.page.schema import number
from newsextract.page.text import HEADINGS, text_of
from newsextract.page.urls import absolute, same_page, same_site
from newsextract.rules.addresses import steps
from newsextract.rules.renditions import shows

NEAR = 120
"""Elements about the headline among which its picture stands: half as many before it."""
LEAST_PROSE = 80
"""Characters of a paragraph of text."""
SMALLEST = 100
"""Pixels below which a picture is a logo, a portrait or a button."""
SIGN = 3
"""Times that a page prints a sign of its own at least, and an article's picture hardly."""
_PREVIEW = re.compile(r"[?&,/_]w(?:idth)?[=_]\d\d?(?!\d)|/videos?(?:static)?/")
"""What says in an address that a picture stands in until it is loaded, or for a film."""
_PLAYERS = ("video", "button", "iframe", "audio")
CHROME = frozenset({"nav", "aside", "footer", "label", "button"})
FRAMES = frozenset({"figure", "picture"})
_MENU = frozenset({"nav", "footer"})
_MENUS = ("navigation", "footer", "author-box")
"""Tags, and kinds of labels, around a picture that is no article's, however it is named itself."""
_OWN = frozenset({"card", "byline"})
"""Kinds of what may hold the article's own picture, too: the one that the metadata states."""
_ELSEWHERE = frozenset(
    "related recommended most-read card byline sidebar header footer navigation author-box ad logo".split()
)


def about_headline(page: LabelledPage) -> list[Element]:
    """Pictures labelled as the lead, then those about the headline."""
    headline = page.headline
    labelled = [i for e in page.labels.of("lead-image") for i in ([e] if e.tag in PICTURES else pictures_in(page, e))]
    near = [
        i
        for tag in PICTURES
        for i in page.document.by_tag.get(tag, ())
        if headline is not None and -NEAR / 2 <= i.index - headline.index <= NEAR
    ]
    return [*labelled, *near]


def stands_here(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether a picture is large enough, and in no card, column, menu or portrait. One that the metadata states may
    stand in what is named a card: the article's own.
    """
    size = number(image.get("width"))
    if (size is not None and size < SMALLEST) or "usemap" in image.attrs or is_portrait(page, image):
        return False
    is_named = False
    for around in (image, *image.ancestors):
        if page.headline is not None and page.headline in around:
            return True
        if around.tag in _MENU or page.labels.has(around, *_MENUS):
            return False
        is_named = is_named or page.labels.has(around, "lead-image")
        if is_named:
            continue
        kinds = _ELSEWHERE.intersection(page.labels.kinds(around))
        if around.tag in CHROME or (kinds and not (kinds <= _OWN and _is_stated(page, image, stems))):
            return False
    return True


def heads_text(page: LabelledPage, image: Element) -> bool:
    """Whether a picture stands in a figure, or is named as the lead, below the headline and before all text but a
    standfirst: no film's, and not that of one of several parts."""
    headline = page.headline
    if headline is None or image.index < headline.index or _PREVIEW.search(page.pictures.url(image) or ""):
        return False
    frame = next((a for a in image.ancestors if a.tag == "figure"), None) or page.labels.around(image, "lead-image")
    if frame is None or any(page.document.within(frame, tag) for tag in _PLAYERS):
        return False
    part = next((a for a in image.ancestors if a.tag == "article"), None)
    if part is not None and headline not in part and _has_siblings(part):
        return False
    between = [e for e in page.document.elements[headline.end : image.index] if image not in e]
    prose = [e for e in between if e.tag == "p" and len(text_of(e)) >= LEAST_PROSE]
    return not prose or (len(prose) == 1 and not any(e.tag in HEADINGS and e.index > prose[0].index for e in between))


def _has_siblings(part: Element) -> bool:
    """Whether an element is one of several of its tag."""
    return part.parent is not None and sum(e.tag == part.tag for e in part.parent.elements) > 1


def may_be_captioned(page: LabelledPage, image: Element) -> bool:
    """Whether words beside a picture may be its caption: it stands near the headline, is named as the lead, or is in a
    figure."""
    if page.headline is not None and -NEAR / 2 <= image.index - page.headline.index <= NEAR:
        return True
    return any(a.tag == "figure" for a in image.ancestors) or page.labels.around(image, "lead-image") is not None


def is_captioned(page: LabelledPage, image: Element) -> bool:
    """Whether a picture has a caption in a figure of its own, as the site's signs have not."""
    figure = next((a for a in image.ancestors if a.tag == "figure"), None)
    return figure is not None and any(map(text_of, page.document.within(figure, "figcaption")))


def is_named_only(image: Element) -> bool:
    """Whether a picture stands among what names the article's parts for programs, and may be shown to no reader."""
    return "itemprop" in image.attrs and not any(a.tag in FRAMES for a in islice(image.ancestors, 3))


def leads_to_site(page: LabelledPage, image: Element) -> bool:
    """Whether a picture leads to the home page of whatever site: a sign, or an advertisement."""
    link = next((a for a in image.ancestors if a.tag == "a"), None)
    url = absolute(link.get("href"), page.base) if link is not None else None
    return url is not None and not any(mark in url for mark in "?#") and not steps(url)


def is_anothers(page: LabelledPage, image: Element) -> bool:
    """Whether a picture leads to another page of the site: a teaser's."""
    link = next((a for a in image.ancestors if a.tag == "a"), None)
    url = absolute(link.get("href"), page.base) if link is not None else None
    if url is None or is_picture(url) or same_page(url, page.url) or not same_site(url, page.url):
        return False
    return not shows(url, page.pictures.url(image) or "")


def is_teasers(page: LabelledPage, image: Element) -> bool:
    """Whether a picture links to a page, which may be this one, or stands in a card."""
    is_linked = any(a.tag == "a" and not is_picture(a.get("href") or "") for a in image.ancestors)
    return is_linked or _is_in_card(page, image)


def is_slide(page: LabelledPage, image: Element) -> bool:
    """Whether a picture stands in a list above the headline, and is not named as the article's: one of the site's."""
    headline = page.headline
    if headline is None or image.index > headline.index or page.labels.around(image, "lead-image"):
        return False
    if not any(a.tag == "li" for a in takewhile(lambda a: headline not in a, image.ancestors)):
        return False
    both = next((a for a in image.ancestors if headline in a), page.document.root)
    return page.labels.around(both, "body") is None


def is_repeated(page: LabelledPage, image: Element) -> bool:
    """Whether a page prints a picture again and again: a sign."""
    src, url = image.get("src"), page.pictures.url(image)
    same = [i for i in page.document.by_tag.get(image.tag, ()) if i.get("src") == src]
    return len(same) >= SIGN and sum(page.pictures.url(i) == url for i in same) >= SIGN


def _is_stated(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether the metadata states a picture, which no teaser of another article shows."""
    return page.stems.of(page.pictures.url(image) or "") in stems and not _is_in_card(page, image)


def _is_in_card(page: LabelledPage, image: Element) -> bool:
    return any(image in part for block in page.cards for card in block.cards for part in card.parts)
