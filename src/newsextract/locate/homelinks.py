"""The links of a page to the home page of its site: what they show is the site's name or sign."""

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.urls import absolute


def home(page: LabelledPage) -> str | None:
    """The root of the page's host, in the page's own scheme."""
    return absolute("/", page.url or page.meta.first("og:url"))


def home_links(page: LabelledPage) -> list[Element]:
    """The links to it, in document order."""
    root = home(page)
    links = [(a, (a.attrs.get("href") or "").strip()) for a in page.links.all] if root else []
    return [a for a, href in links if _may_lead(href, root or "") and absolute(href, page.base) == root]


def _may_lead(href: str, root: str) -> bool:
    """Whether an address as written may be the home page's: most are too long, or end in a name."""
    path = href.partition("?")[0]
    return len(path) <= len(root) and (not path or path[-1] in "/.\\")
