"""Links of a page as absolute URLs, and what their form says: same site, an article's address, a section's."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

import attrs

TRACKING = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid mc_cid mc_eid _hsenc _hsmi mkt_tok srsltid "
    "cmpid cmp ncid ocid smid taid trk vero_id wt_mc s_cid at_medium at_campaign at_custom1 amp ref_src ref_url".split()
)
"""Query parameters that tell where a visitor came from, and never what is shown; `utm_*` and its like beside them."""

TRACKING_STARTS = ("utm_", "pk_", "mtm_", "hsa_", "stm_", "itm_", "ns_", "xtor", "wtmc")

_WORDS = re.compile(r"[-_+]+")
_NUMBER = re.compile(r"\d{5,}")
_DATE = re.compile(r"(?:^|/)(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)")
_ID_PARAMETER = re.compile(r"(?:^|&)(?:p|id|aid|nid|sid|artid|article|articleid|idarticle|story|storyid|newsid)=\w*\d", re.I)
_SECOND_LEVEL = frozenset("co com org net gov ac edu gob or ne go".split())


@attrs.frozen
class Address:
    """A link's absolute URL in parts."""

    url: str
    """Absolute, without fragment and tracking parameters."""
    site: str
    """Host without subdomain: "example.co.uk"."""
    place: str
    """Host without "www.", and path without the last slash, lower case: equal for links to the same page."""
    segments: tuple[str, ...]
    """Path segments, decoded, lower case."""
    query: str

    @property
    def is_home(self) -> bool:
        """Whether it is the front page, or the front page of a language."""
        return not self.query and (not self.segments or (len(self.segments) == 1 and len(self.segments[0]) <= 2))

    @property
    def key(self) -> str:
        """Equal for links to the same page: the place, and the query where it matters."""
        return f"{self.place}?{self.query}" if self.query else self.place


def address(href: str, base: str | None) -> Address | None:
    """Where a link leads; None for anchors in the page, mail, scripts and what cannot be read."""
    if not href or href[0] == "#" or ":" in href[:12] and not href[:8].lower().startswith(("http:", "https:")):
        return None
    try:
        parts = urlsplit(urljoin(base, href) if base else href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", ""} or not (host or not base):
        return None
    query = without_tracking(parts.query) if parts.query else ""
    path = unquote(parts.path)
    return Address(
        url=parts._replace(query=query, fragment="").geturl().strip(),
        site=site_of(host),
        place=(host.removeprefix("www.") + path.rstrip("/")).lower(),
        segments=tuple(s for s in path.lower().split("/") if s),
        query=query,
    )


def without_tracking(query: str) -> str:
    """The query without parameters that only tell where the visitor came from."""
    names = parse_qsl(query, keep_blank_values=True)
    kept = [(n, v) for n, v in names if n.lower() not in TRACKING and not n.lower().startswith(TRACKING_STARTS)]
    return query if len(kept) == len(names) else urlencode(kept)


def site_of(host: str) -> str:
    """The registrable part of a host, by the common forms of country domains."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def slug_words(segment: str) -> int:
    """How many words a path segment is made of; a segment in other scripts counts its letters by threes."""
    stem = segment.rsplit(".", 1)[0] if segment.endswith((".html", ".htm", ".php", ".aspx", ".shtml")) else segment
    words = [w for w in _WORDS.split(stem) if w]
    return len(words) if stem.isascii() else max(len(words), len(stem) // 3)


def article_likeness(where: Address, own: Address | None) -> int:
    """How much an address looks like an article's: 0 not at all, 1 somewhat, 2 and more surely.

    Articles have long slugs, numbers, dates in their path; those of one site are built alike, so the page's own
    address (where the page is an article) tells how.
    """
    last = max(where.segments[-2:], key=slug_words, default="")
    words = slug_words(last)
    path = "/".join(where.segments)
    score = 2 if words >= 5 else 1 if words >= 3 else 0
    if _NUMBER.search(path) or _DATE.search(path):
        score += 2 if words >= 2 else 1
    elif where.query and _ID_PARAMETER.search(where.query):
        score += 1
    if own is not None and where.site == own.site and score and len(where.segments) == len(own.segments):
        score += 1
    return score
