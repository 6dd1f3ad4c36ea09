"""Addresses as pages write them: made absolute, rid of tracking parameters, made comparable.

Nothing here asks the network; two addresses are the same page where their spelling says so.
"""

import html
import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

TRACKING = re.compile(
    r"(?:utm_\w+|_?hs(?:enc|mi)|hsCtaTracking|mc_[ce]id|m[ks]clk(?:id)?|vero_(?:id|conv)|oly_(?:enc|anon)_id|__s|_openstat"
    r"|fb_(?:action_ids|action_types|source|ref|comment_id)|pk_(?:campaign|kwd|source|medium)|(?:mtm|piwik|matomo)_\w+"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mibextid|icid"
    r"|wickedid|rb_clickid|s_cid|cmpid|cm_mmc|ns_(?:campaign|mchannel|source|linkname|fee)|at_(?:medium|campaign|custom\d)"
    r"|xtor|itid|srsltid|spm|guccounter|guce_referrer\w*|ocid|smid|sr_share|taid|tblci|obOrigUrl|dicbo|__twitter_impression)",
    re.I,
)
"""Query parameters that name the way a reader came, not the page."""

_TRACKED = re.compile(rf"[?&;]{TRACKING.pattern}=?", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.I)
_ORIGIN = re.compile(r"https?://(?!-)(?:[^/?#\s\\\[\]]+|\[[0-9a-f:.]+\](?::\d+)?)(?=[/?#\\]|\Z)", re.I)
_ESCAPED = re.compile(r"https?%3a%2f%2f", re.I)
"""How an address begins that was escaped as a whole."""
_DOUBLED = re.compile(r"^https?:(?://)?(?=https?://)", re.I)
"""A scheme that was put before an address that had one."""
_BROKEN = re.compile(r"\{\{|\}\}|\$\{|<%|%%[A-Z_]+%%|\[%")
"""Template marks nobody filled in: an address with one leads nowhere."""
_UNWANTED = str.maketrans({"\t": None, "\n": None, "\r": None, "\0": None, " ": "%20", "\xa0": "%C2%A0"})
_REFERENCE = re.compile(r"&(?:amp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
"""A character reference that stayed in an address: WordPress writes `&#038;` into JSON-LD. Without its semicolon, or of
another name, it may be a parameter's own ("&copy=2")."""
_ARCHIVE = re.compile(
    r"^https?://(?:web\.archive\.org/web/\d+[a-z_]*/|[\w.\-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)", re.I
)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_DEFAULT_PORT = re.compile(r":(?:80|443)$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|amp)$", re.I)
_AMP_PATH = re.compile(r"^/amp(?=/)|/amp(?:\.html)?/?$|\.amp(?=(?:\.html?)?$)|-amp(?=\.html?$)", re.I)
_AMP_PARAMETERS = frozenset({"amp", "outputtype", "output"})
_NUMERIC_HOST = re.compile(r"^[\d.]+$|:")
_SECOND_LEVEL = frozenset(
    "ac asso co com ed edu gob gouv gov go gub id in ltd me mil ne net nom or org plc sch web".split()
)
"""Labels under which country registries sell names (`co.uk`, `com.br`)."""
_HOSTED = frozenset(
    "blogspot.com wordpress.com github.io gitlab.io medium.com substack.com tumblr.com netlify.app vercel.app "
    "livejournal.com over-blog.com canalblog.com typepad.com weebly.com wixsite.com web.app pages.dev "
    "hatenablog.com".split()
)
"""Domains whose subdomains belong to different people."""


def absolute(href: str | None, base: str | None) -> str | None:
    """The http(s) address that `href` means on a page at `base`, tracking parameters dropped.

    None where there is none: no href, another scheme (mailto, javascript, data), an unfilled template, a relative
    address without a base, nonsense. Spaces are escaped, character references read; the rest stays as written, fragment
    included.
    """
    if not href:
        return None
    href = (unreferenced(href) if "&" in href else href).strip()
    if " " in href or not href.isprintable():  # a tenth of what `translate` takes, which few need
        href = href.translate(_UNWANTED)
    if not _ORIGIN.match(href):
        if ":" in href or "%" in href:
            href = _DOUBLED.sub("", href)
            href = unquote(href) if _ESCAPED.match(href) else href
        joined = _joined(href, base)
        if joined is None:
            return None
        href = joined
    if ("{" in href or "}" in href or "%" in href) and _BROKEN.search(href):
        return None
    return without_tracking(href) if "?" in href else href


def unreferenced(address: str) -> str:
    """The address with its character references read, as of a text that was escaped for HTML."""
    return _REFERENCE.sub(lambda m: html.unescape(m[0]), address) if ";" in address else address


def _joined(href: str, base: str | None) -> str | None:
    if not base or not href or (":" in href and _SCHEME.match(href) and not href[:5].lower().startswith("http")):
        return None
    origin = _ORIGIN.match(base)
    if origin is None:
        return None
    if href[0] == "/" and href[1:2] not in ("/", "\\") and "/." not in href:
        return origin[0] + href  # the common case, a tenth of urljoin's cost
    try:
        joined = urljoin(base, href.replace("\\", "/"))
    except ValueError:
        return None
    return joined if _ORIGIN.match(joined) else None


def without_tracking(url: str) -> str:
    """The address without the parameters in `TRACKING`; the others keep their order and spelling."""
    if not _TRACKED.search(url):
        return url
    rest, hash_mark, fragment = url.partition("#")
    path, _, query = rest.partition("?")
    kept = [p for p in re.split(r"&(?:amp;)?", query) if p and not TRACKING.fullmatch(p.partition("=")[0])]
    return path + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment


def comparable(url: str) -> str:
    """A key that is equal for two spellings of one page's address; no address itself.

    Scheme, `www.` and mobile hosts, default ports, fragment, trailing slash, index file, AMP variants, tracking
    parameters, parameter order, percent-encoding, and a web archive's or AMP cache's prefix do not count.
    """
    url = _ARCHIVE.sub("", url.strip())
    if not _ORIGIN.match(url):
        url = "http://" + url.lstrip("/")
    try:
        parts = urlsplit(without_tracking(url))
    except ValueError:
        return url
    host = _HOST_PREFIX.sub("", _DEFAULT_PORT.sub("", parts.netloc.lower().rpartition("@")[2]))
    path = unquote(_INDEX.sub("/", _AMP_PATH.sub("", parts.path))).rstrip("/")
    query = sorted(p for p in parse_qsl(parts.query, keep_blank_values=True) if p[0].lower() not in _AMP_PARAMETERS)
    return host + path + ("?" + "&".join("=".join(p) for p in query) if query else "")


def same_page(one: str | None, other: str | None) -> bool:
    """Whether two addresses name one page."""
    return bool(one and other) and comparable(one or "") == comparable(other or "")


def host(url: str) -> str:
    """The host name, lower case, without user and port; "" where there is none."""
    origin = _ORIGIN.match(url.strip())
    if origin is None:
        return ""
    name = origin[0].partition("//")[2].rpartition("@")[2].lower()
    name = name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0].rstrip(".")
    return "" if name.startswith(".") else name


def site(url: str) -> str:
    """The registrable domain of the host, by the common registry patterns; "" where there is no host.

    An approximation without the public suffix list, which is larger than this library: `bbc.co.uk`, `site.com.br` and
    `someone.blogspot.com` come out right, rare registries (`city.kawasaki.jp`) one label short.
    """
    name = host(url)
    if _NUMERIC_HOST.search(name):
        return name
    labels = name.split(".")
    country_second_level = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    hosted = ".".join(labels[-2:]) in _HOSTED
    return ".".join(labels[-3:] if country_second_level or hosted else labels[-2:])


def same_site(one: str | None, other: str | None) -> bool:
    """Whether two addresses belong to one registrable domain."""
    return bool(one and other) and site(one or "") == site(other or "") != ""
