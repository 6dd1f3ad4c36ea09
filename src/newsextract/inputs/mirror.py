"""The path of a file in a mirror in, the address it was saved from out: wget leaves no comment, but names by address.

`wget -m` saves https://quay.example/news/?page=2 as quay.example/news/index.html?page=2; with -E it adds ".html" to
what has another ending, with --protocol-directories a folder "https" above, and with --restrict-file-names=windows it
puts "+" for the ":" before a port and "@" for "?".
"""

import re
from typing import Final
from urllib.parse import quote

_HOST: Final = re.compile(r"(?:(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+|localhost|[0-9.]{7,15})(?:[:+]\d+)?", re.I)
_QUERY: Final = re.compile(r"\?|@(?=[\w.%\[\]-]+=)")
"""Where a query begins; an "@" only where a key follows, as it stands in paths too."""
_DEFAULT: Final = re.compile(r"(^|/)index\.html?$")
"""The name wget gives to what an address that ends in a slash leads to."""
_ADDED: Final = ".html"
_KEPT: Final = "/%:@!$&'()*+,;=~?"
"""Characters that stand in addresses as they are (RFC 3986, appendix A), and escapes."""


def address(path: str, body: bytes) -> str | None:
    """The address of a page by its path, parted by "/"; None where no folder in it is named as a host.

    What the path leaves open is looked up in the page: the scheme, and whether ".html" was added; https where it does
    not say.
    """
    folders = path.split("/")[:-1]
    # The folder that was named itself comes last: it may have a dot for other reasons.
    order = [*range(1, len(folders)), 0] if folders else []
    place = next((n for n in order if _HOST.fullmatch(folders[n])), None)
    if place is None:
        return None
    host = folders[place].replace("+", ":")
    rest = quote("/".join(path.split("/")[place + 1 :]), safe=_KEPT)
    above = folders[place - 1] if place else ""
    scheme = above if above in ("http", "https") else _scheme(host, body)
    return f"{scheme}://{host}/{_original(rest, f'//{host}/', body)}"


def _scheme(host: str, body: bytes) -> str:
    """As the page's own addresses have it."""
    secure, plain = (f"{scheme}://{host}".encode() in body for scheme in ("https", "http"))
    return "http" if plain and not secure else "https"


def _original(rest: str, site: str, body: bytes) -> str:
    """What follows the host, without what wget made of it."""
    path, *query = _QUERY.split(rest, maxsplit=1)
    if query:
        return "?".join((_DEFAULT.sub(r"\1", path), query[0].removesuffix(_ADDED)))
    bare = path.removesuffix(_ADDED)
    if bare != path and not _names(site + path, body) and _names(site + bare, body):
        return bare
    return _DEFAULT.sub(r"\1", path)


def _names(address: str, body: bytes) -> bool:
    """Whether a page names an address, as the value of an attribute or of JSON."""
    return any(address.encode() + end in body for end in (b'"', b"'", b">", b" "))
