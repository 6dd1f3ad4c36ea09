"""A labelled page in, where its links stand out: which stand with the headline, or end its article, so that they may
file it.
"""

from newsextract.label import LabelledPage
from newsextract.locate.standing import holds_text
from newsextract.page.document import Element
from newsextract.page.links import relations
from newsextract.page.text import HEADINGS, text_of
from newsextract.page.urls import absolute, same_site

NEAR = 60
"""Elements before the headline, and twice as many behind it, among which a section's link is the article's."""
PROSE = 120
"""Characters beside a link in its paragraph from which on that is running text."""
MENU = 7
"""Links above which what stands beside the headline is a menu or a list of teasers."""
CHIP = 4
"""Elements of a menu that is one link."""
OVER = 6
"""Elements above the headline among which a link may file it."""
OPENING = 16
"""Elements at the beginning of an article, before its text."""
ELSEWHERE = ("navigation", "header", "footer", "most-read", "related", "recommended", "tags", "card")
"""Labels of what files nothing."""
_ROWS = frozenset({"a", "li", "span", "p"})
"""What may stand around each link of a group."""
_COLUMNS = frozenset({"nav", "aside", "footer"})


def stands_with_headline(page: LabelledPage, element: Element) -> bool:
    """Whether an element stands about the headline, in no menu, trail, card or column."""
    headline = page.headline
    if headline is None or not is_about_headline(page, element):
        return False
    if _opens_article(page, element, headline):
        return True
    for around in element.ancestors:
        if headline in around:
            return True
        if around.tag in _COLUMNS or _is_elsewhere(page, around):
            if around.tag == "nav" and _is_chip(page, around):
                continue
            return _is_footer_of(page, around, headline) or _is_header_of(page, around, headline)
        if len(page.document.within(around, "a")) > MENU:
            return False
    return True


def _is_chip(page: LabelledPage, element: Element) -> bool:
    """Whether all that stands right above the headline in a menu of its own is one link: a section of the site."""
    is_alone = len(page.document.within(element, "a")) == 1 and element.end - element.index <= CHIP
    return is_alone and stands_over_headline(page, element)


def stands_over_headline(page: LabelledPage, element: Element) -> bool:
    """Whether an element ends right above the headline."""
    return page.headline is not None and 0 <= page.headline.index - element.end < OVER


def _opens_article(page: LabelledPage, element: Element, headline: Element) -> bool:
    """Whether an element stands at the beginning of the first article behind the headline: themes set that one apart
    from what holds the headline."""
    article = next((a for a in page.document.by_tag.get("article", ()) if a.end > headline.index), None)
    if article is None or headline in article or element not in article or element.index - article.index > OPENING:
        return False
    group = next(e for e in (element, *element.ancestors) if e.tag not in _ROWS)
    if len(page.document.within(group, "a")) > MENU:
        return False
    inside = (around for around in element.ancestors if around in article)
    return holds_text(page, article) and not any(a.tag in _COLUMNS or _is_elsewhere(page, a) for a in inside)


def is_about_headline(page: LabelledPage, element: Element) -> bool:
    return page.headline is not None and -NEAR <= element.index - page.headline.index <= 2 * NEAR


def _is_elsewhere(page: LabelledPage, element: Element) -> bool:
    """Whether an element is labelled as what files nothing; tags whose addresses are all those of categories do, and
    one that leads to no tag's page, alone right above the headline."""
    kinds = [k for k in page.labels.kinds(element) if k in ELSEWHERE]
    links = page.document.within(element, "a") if kinds == ["tags"] else []
    if len(links) == 1 and links[0].index not in page.ways.to("tag") and stands_over_headline(page, element):
        return False
    return bool(kinds) and not (links and all(a.index in page.ways.to("category") for a in links))


def _is_footer_of(page: LabelledPage, element: Element, headline: Element) -> bool:
    """Whether what is named a footer is that of the article: beside the headline in what holds the body."""
    parent = element.parent
    is_body = parent is not None and headline in parent and page.labels.has(parent, "body")
    return is_body and set(page.labels.kinds(element)) == {"footer"}


def _is_header_of(page: LabelledPage, element: Element, headline: Element) -> bool:
    """Whether what is named a header is a part of that of the article, which holds the headline, too."""
    if set(page.labels.kinds(element)) - {"entry-meta"} != {"header"}:
        return False
    return any(a.tag in {"header", "article"} and headline in a for a in element.ancestors)


def ends_article(page: LabelledPage, element: Element) -> bool:
    """Whether an element stands in the footer of the headline's own article, its links marked as categories."""
    if not any(is_filing(page, a) for a in page.document.within(element, "a")):
        return False
    article = next((a for a in element.ancestors if a.tag == "article"), None)
    if article is None or page.headline is None or page.headline not in article:
        return False
    inside = (a for a in element.ancestors if a in article and a is not article)
    return not any(page.labels.has(a, "related", "recommended", "card") for a in inside)


def heads_part(page: LabelledPage, element: Element) -> bool:
    """Whether an element is a heading of the article's text, or of what follows it: no section of the site."""
    return element.tag in HEADINGS and page.headline is not None and element.index > page.headline.index


def is_in_prose(link: Element) -> bool:
    """Whether a link stands in a paragraph of running text."""
    around = link.parent
    return around is not None and around.tag == "p" and len(text_of(around)) - len(text_of(link)) > PROSE


def is_filing(page: LabelledPage, link: Element) -> bool:
    if "category" in relations(link):
        return True
    if link.index not in page.ways.to("category"):
        return False
    target = absolute(link.get("href"), page.base)
    return target is None or page.url is None or same_site(target, page.url)


def is_sharing(page: LabelledPage, link: Element) -> bool:
    """Whether a link, or the item that holds it, is labelled as one to share the page."""
    return any(page.labels.has(e, "share") for e in (link, link.parent) if e is not None)
