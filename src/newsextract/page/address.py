"""What the form of an address says: an article's, a section's, the front page."""

import re
from urllib.parse import unquote

import attrs

from newsextract.page.urls import absolute, site

_WORDS = re.compile(r"[^-_+ ]+")
_NUMBER = re.compile(r"\d{5,}")
_DATE = re.compile(r"(?:^|/)(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\d\d|$)")
_ID = re.compile(
    r"(?:^|&)(?:p|id|aid|nid|sid|artid|article_?id|article|idarticle|story_?id|newsid|no|idx\w*)=\w*\d", re.I
)
_EXTENSION = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|cms|ece)$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|docx?|xlsx?|avif)$")
DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx")
"""How addresses of documents end."""
_PAGER = re.compile(r"(?:^|&)page=\d*(?:,|%2C)", re.I)
"""Drupal's pages of several lists in one page, by commas: none of the article's own."""
_PAGE = re.compile(r"(?:^|&)(?:page|p|pg|pag|paged|seite|pagina|sayfa|strona|nb)=(?:[a-z]+:)?(\d+)(?=&|$)", re.I)

MOST_PAGES = 500
"""Pages of an article or a list; a higher number is an id."""


def is_document(url: str) -> bool:
    """Whether an address is that of a document to be downloaded."""
    return url.partition("?")[0].lower().endswith(DOCUMENTS)


@attrs.frozen
class Address:
    """An absolute address in parts."""

    url: str
    """Without fragment and tracking parameters."""
    host: str
    """Without "www."."""
    path: str
    """Decoded, lower case, without the last slash."""
    query: str
    segments: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    """The parts of the path."""

    @segments.default
    def _parts(self) -> tuple[str, ...]:
        return tuple(filter(None, self.path.split("/")))

    @property
    def key(self) -> str:
        """Equal for links to the same page."""
        return f"{self.host}{self.path}?{self.query}" if self.query else self.host + self.path

    @property
    def site(self) -> str:
        """The registrable domain."""
        return site("http://" + self.host)

    @property
    def is_home(self) -> bool:
        """Whether it is the front page, or the front page of a language."""
        return not self.query and len(self.path) <= 3

    @property
    def is_file(self) -> bool:
        """Whether it is a picture or a download, no page."""
        return _FILE.search(self.path) is not None


def address(href: str | None, base: str | None) -> Address | None:
    """Where a link leads; None for places in the page itself, mail, scripts and what cannot be read."""
    if not href or href.lstrip()[:1] == "#":
        return None
    url = absolute(href, base)
    if url is None:
        return None
    url = url.partition("#")[0]
    rest, _, query = url.partition("?")
    host, _, path = rest.partition("//")[2].partition("/")
    path = (unquote(path) if "%" in path else path).rstrip("/").lower()
    return Address(url, host.lower().removeprefix("www."), "/" + path if path else "", query)


def page_number(query: str) -> int | None:
    """The number of the page that a query asks for; None where it asks for none, or names an article by its number:
    `?p=3289`."""
    numbers = (int(digits) for digits in _PAGE.findall(query) if len(digits) <= len(str(MOST_PAGES)))
    return next((n for n in numbers if n <= MOST_PAGES), None)


def pages_list(query: str) -> bool:
    """Whether a query asks for a page of a list that stands beside the article: `?page=0,1`."""
    return _PAGER.search(query) is not None


def slug_words(segment: str) -> int:
    """How many words a path segment is made of; in scripts that part no words, three letters count as one."""
    stem = _EXTENSION.sub("", segment) if "." in segment else segment
    words = len(_WORDS.findall(stem))
    return words if stem.isascii() else max(words, len(stem) // 3)


def article_likeness(where: Address, own: Address | None) -> int:
    """How much an address looks like an article's: 0 not at all, 1 somewhat, 2 and more surely.

    Articles have long slugs, numbers or dates in their paths; those of one site are built alike, so the page's own
    address (where the page is an article) tells how.
    """
    segments = where.segments
    words = max(map(slug_words, segments[-2:]), default=0)
    score = 2 if words >= 5 else 1 if words >= 3 else 0
    if _NUMBER.search(where.path) or _DATE.search(where.path):
        score += 2 if words >= 2 else 1
    elif where.query and _ID.search(where.query):
        score += 1
    if own is not None and score and where.host == own.host and len(segments) == len(own.segments):
        score += 1
    return score
