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
    return page.links.to_root(root, page.base) if root else []
