"""A picture in a link, or beside one, in; out, whether it is the article's or that of a teaser or an advertisement."""

from newsextract.content import inline
from newsextract.content.context import Context
from newsextract.locate import captions
from newsextract.page.document import Element, outermost
from newsextract.page.pictures import is_picture
from newsextract.page.text import HEADINGS, text_of
from newsextract.page.urls import absolute, same_page, same_site
from newsextract.rules.renditions import advertises, is_sites, shows

FRAME_MEDIA = 2
"""Pictures in a frame: the one shown, and its copy for readers without scripts."""

BOX_DEPTH = 5
"""Levels above a linked picture up to which the text is looked for that it illustrates."""

LEAST_BOXED = 80
"""Characters of text, links aside, that a picture in its box illustrates."""

CARD_MEDIA = 10
"""Pictures from which on what is around them is no teaser's frame."""


def is_anothers(context: Context, img: Element, anchor: Element | None, frame: Element | None) -> bool:
    """Whether a picture is none of the article's; `anchor` is the link that it stands in, `frame` its figure."""
    if anchor is not None and (_illustrates(context, anchor) or _is_enlarged(context, anchor, img)):
        return False
    shows_others = frame is not None and _leads_out(context, anchor, img)
    leads_away = _leads_away(context, anchor, frame) and not shows_others
    return leads_away or _is_beside_anothers(context, frame or img)


def is_sign(context: Context, img: Element, anchor: Element | None) -> bool:
    """Whether a linked picture is by its address the site's own: a button that shares the article."""
    url = context.page.pictures.url(img) if anchor is not None else None
    return url is not None and not img.get("alt") and is_sites(url, context.page.site, context.page.url)


def _leads_away(context: Context, anchor: Element | None, frame: Element | None) -> bool:
    """Whether the link that a picture stands in leads to another page: a teaser or an advertisement."""
    href = anchor.get("href") if anchor is not None else None
    if anchor is None or href is None or href.startswith("#") or is_picture(href):
        return False
    if frame is not None and anchor in frame and context.captions.any(frame):
        return False
    if _is_captioned(context, anchor):
        return False
    url = absolute(href, context.page.base)
    return url is not None and not same_page(url, context.page.url)


def _is_captioned(context: Context, anchor: Element) -> bool:
    """Whether a caption of one line without a link stands with a linked picture in a frame of theirs: a teaser's leads
    to what it tells of, a product's lists what it is."""
    for frame, _ in zip(anchor.ancestors, range(BOX_DEPTH), strict=False):
        if frame is context.body.container or context.media.count(frame) > FRAME_MEDIA:
            return False
        if found := context.captions.outermost(frame):
            said = sum(map(context.kept.length_of_all, found))
            linked = any(context.links.any(c) or c in anchor for c in found)
            lines = [r for c in found for r in inline.runs_of(context.flow, c)]
            return not linked and len(lines) == 1 and context.kept.length_of_all(frame) == said > 0
    return False


def _leads_out(context: Context, anchor: Element | None, img: Element) -> bool:
    """Whether a link leads to another site, as those do of figures that show what is sold or told of there."""
    url = absolute(anchor.get("href"), context.page.base) if anchor is not None else None
    if url is None or not context.page.url or same_site(url, context.page.url):
        return False
    return not advertises(context.page.pictures.url(img) or "")


def _is_enlarged(context: Context, anchor: Element, img: Element) -> bool:
    """Whether a link leads to a page that shows the picture alone: it says so, or is an attachment of WordPress."""
    if "attachment" in (anchor.get("rel") or "").split():
        return True
    shown = context.page.pictures.url(img)
    url = absolute(anchor.get("href"), context.page.base)
    said, _ = captions.parted(text_of(anchor), context.page.rules.words)
    is_button = said is not None and context.page.rules.words.equals("caption", said)
    return is_button and url is not None and shown is not None and shows(url, shown)


def _illustrates(context: Context, anchor: Element) -> bool:
    """Whether text of the article's own and its heading stand in one box with a linked picture, and no other picture
    does: an entry of a list of products, dishes or places."""
    if any(map(context.teasers.is_one, (anchor, *anchor.ancestors))):
        return False
    for box, _ in zip(anchor.ancestors, range(BOX_DEPTH), strict=False):
        if box is context.body.container or context.media.count(box) > FRAME_MEDIA:
            return False
        if context.kept.any(box):
            runs = [r for r in inline.runs_of(context.flow, box) if context.body.keeps(r)]
            is_headed = any(r.element.tag in HEADINGS for r in runs)
            return is_headed and sum(len(r.text) - r.link_length for r in runs) >= LEAST_BOXED
    return False


def _is_beside_anothers(context: Context, shown: Element) -> bool:
    """Whether the nearest text around a picture is linked and not kept: a teaser, an author card, an advertisement."""
    for ancestor in [shown, *shown.ancestors]:
        if ancestor is context.body.container or context.kept.any(ancestor):
            return False
        if context.media.count(ancestor) > CARD_MEDIA:
            return False
        said = outermost([*context.captions.within(ancestor), *context.credits.within(ancestor)])
        if context.kept.length_of_all(ancestor) > sum(map(context.kept.length_of_all, said)):
            return any(not is_picture(a.get("href") or "") for a in context.links.within(ancestor))
    return False
