"""What a home page says of its feeds."""

from newsextract.inputs.discovering.feeds import TYPES
from newsextract.page.decode import decode
from newsextract.page.document import Document
from newsextract.page.limits import cap
from newsextract.page.links import relations
from newsextract.page.urls import absolute

COMMENTS = "comments"
"""In the address or title of a feed of comments, which every WordPress page names beside its feed of posts."""


def feeds(content: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """The feeds that a page names, in its order."""
    document = Document(cap(decode(content, charset).text)[0])
    found = []
    for link in document.by_tag.get("link", ()):
        alternate = "alternate" in relations(link)
        about = f"{link.get('href')} {link.get('title')}".lower()
        if alternate and (link.get("type") or "").lower() in TYPES and COMMENTS not in about:
            found.append(absolute(link.get("href"), url))
    document.release()
    return tuple(dict.fromkeys(f for f in found if f is not None))
