"""Where a block of links stands: with the article, or elsewhere on the page."""

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.text import text_of

NEAR = 30
"""Elements that may stand between a block of tags and the headline below it; trending bars stand higher."""
ELSEWHERE = frozenset(
    "most-read navigation header ticker related recommended sidebar card comments prev-next read-more "
    "breadcrumbs contents byline author-box".split()
)
"""Labels of blocks whose tags are not this article's."""
PROSE = 60
"""Characters above which a paragraph is running text."""
PARAGRAPHS = 3
"""Paragraphs of running text from which on an element holds the text."""
LOOKED_AT = 50
"""Paragraphs among which they are looked for."""
_TEASING = frozenset({"related", "recommended", "read-more", "most-read"})
_COLUMNS = frozenset({"nav", "aside", "dialog"})


def belongs(page: LabelledPage, element: Element, *, is_told: bool = False, is_titled: bool = False) -> bool:
    """Whether a block stands with the article: below its headline or just above, in no menu, card or column. What the
    metadata tells, too, may be named as what is related: "Read more news on …"; a menu under a label of topics is none.
    """
    if is_titled and element.tag == "nav" and element.parent is not None:
        element = element.parent
    elsewhere = ELSEWHERE - _TEASING if is_told else ELSEWHERE
    headline = page.headline
    if headline is not None and element.end <= headline.index and headline.index - element.end > NEAR:
        return False
    foot: Element | None = None
    for around in (element, *element.ancestors):
        if around.tag == "article" or (headline is not None and headline in around):
            if foot is None or around.tag == "article":
                return True
            return (around.tag == "main" or page.labels.has(around, "body")) and not _holds_menu(page, foot)
        if page.labels.has(around, "tags"):
            continue
        if is_titled and around.tag == "aside" and _ends_article(page, around):
            continue
        if around.tag in _COLUMNS or is_elsewhere(page, around, elsewhere):
            return False
        is_own = page.labels.has(around, "entry-meta")
        foot = around if (around.tag == "footer" and not is_own) or page.labels.has(around, "footer") else foot
    return foot is None


def _holds_menu(page: LabelledPage, foot: Element) -> bool:
    """Whether a footer is that of the site: it holds a menu."""
    return any(menu in foot for menu in page.labels.of("navigation"))


def _ends_article(page: LabelledPage, element: Element) -> bool:
    """Whether a column stands right behind the text, in one article with the headline."""
    before, headline = sibling_before(page, element), page.headline
    if before is None or headline is None or not holds_text(page, before):
        return False
    return any(a.tag == "article" and headline in a for a in element.ancestors)


def is_elsewhere(page: LabelledPage, element: Element, kinds: frozenset[str] = ELSEWHERE) -> bool:
    """Whether an element is labelled as what is not the article: not where it holds most of the page's text, nor as a
    column in the article itself."""
    said = kinds.intersection(page.labels.kinds(element))
    if not said or holds_text(page, element):
        return False
    headline = page.headline
    return said != {"sidebar"} or not any(
        a.tag == "article" and headline is not None and headline in a for a in element.ancestors
    )


def holds_text(page: LabelledPage, element: Element) -> bool:
    """Whether most paragraphs of the page stand in an element, and they are running text."""
    inside = page.document.within(element, "p")
    if 2 * len(inside) <= len(page.document.by_tag.get("p", ())):
        return False
    return sum(len(text_of(p)) > PROSE for p in inside[:LOOKED_AT]) >= PARAGRAPHS


def is_menu(page: LabelledPage, links: list[Element]) -> bool:
    """Whether all links of a block stand in a menu of the site, too."""
    menus = [m for m in page.labels.of("navigation", "header") if links and links[0] not in m]
    targets = {a.get("href") for menu in menus for a in page.document.within(menu, "a")}
    return bool(links) and all(a.get("href") in targets for a in links)


def sibling_before(page: LabelledPage, element: Element) -> Element | None:
    """The element before one in its parent, found from where it stands: a parent may have 100,000 children."""
    if element.parent is None:
        return None
    before = page.document.elements[element.index - 1]
    while before is not element.parent and before.parent is not None and before.parent is not element.parent:
        before = before.parent
    return before if before is not element.parent else None
