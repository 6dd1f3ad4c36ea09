"""The address of a picture in; out, which picture it is in any size, and whether it is the site's own."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newsextract.page.masthead import Masthead
from newsextract.rules.addresses import plain, steps
from newsextract.rules.vocabulary import vocabulary

OWN_WORDS = 2
"""Words of a file's name that the address of the page has too, from which on the picture is the article's."""
_LETTERS = 4
"""Letters of such a word, and of a name of the site."""
_SHORTEST = 3
"""Letters of a name of the site before "logo"."""

_SIZE = re.compile(
    r"(?<=[\w-]{8})-\d{3,4}(?:x\d{3,4})?-[0-9a-f]{16}$|[-_]?\d{2,4}x\d{2,4}|@\dx|[-_]scaled|[-_](?:w|h|width|height|format)[-_]?\d+|(?<=\d{5})(?:_\d{1,4}){4,}$"
    r"|\.r_\w{1,3}\.\d+-\d+$|^\d{3,4}_(?=\d{5})|(?:\.[1-3]x)?\.r[a-z]+\.[wh]\d+$|~_[a-z]-.*$|\[\d+(?:-\d+){3}\]"
    r"|-e\d{10,13}|(?:\.fill|\.fit\w{0,8})?\.size_\d+x\d+(?:\.v\d+)?|(?<=[a-z0-9]{20})-\d{3,4}-\d\d$"
    r"|-[0-9a-f]{40}-s\d+-c\d+$|\.0$"
    r"|(?<=\d{6})(?:og|[hklmnostxyz]|x[ls]|sm|md|lg)$",
    re.I,
)
"""What says the size or the cut of a picture in the name of its file."""
_NUMBER = re.compile(r"\d{0,2}")
"""A name that is left of many files: the picture is then known by its folder."""
_ID = re.compile(r".*\d{5}|.{12}")
"""What a folder's name has that is a picture's own."""
_PROCESSED = re.compile(r"^csm_(.+)_[0-9a-f]{10}$")
"""How TYPO3 calls a picture that it cut to a size."""
_NUMBERED = re.compile(r"^(\d{5,})_.+_[a-z0-9]{6}_[a-z0-9]{6}$")
"""How FCMS calls a picture: its number, its name, the rendition and two hashes."""
_DELIVERED = re.compile(r"[?&](?:url|src|image|img|path|file|u)=([^&#?]*(?:/|%2f)[^&#]+)", re.I)
"""The address of a picture in that of a service that cuts it to a size: `/_next/image?url=%2Fspan.jpg&w=640`."""
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)/?$", re.I)
_HASHED = re.compile(r"^(\w+(?:-\w+){2,})-(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{8}$")
"""The same of Contao, behind names of several words."""
_LAST = re.compile(r"[-_,~](?:([a-z]+)([\d.]*)|(\d{1,2}[x:]\d{1,2}|\d{2,4}[wh])|\d{3,4})$")
"""The last part of a name: a word, a measure ("w948", "r1.78", "800w", "16x9"), a number."""
_MEASURES = frozenset({"w", "h", "q", "r", "c", "fpx", "fpy", "isr"})
_MOST_LAST = 8
"""Parts at the end of a name that are looked at."""

_JOINTS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_PARTS = re.compile(r"[^a-z0-9]+")
_RAW_PARTS = re.compile(r"[\W_]+")
_HASH = re.compile(r"(?=[a-z0-9]*\d)[a-f0-9]{8,}|\d+|[a-z]")
"""What a file's name says nothing by: hashes, numbers, the letters before and between them ("v2", "640x480")."""
_DRAWN = (".png", ".gif", ".webp")
"""How the files of drawings end, of which photographs are hardly any."""


def stem(url: str) -> str:
    """What stays of a picture's address over sizes, crops and delivery hosts: its file's name."""
    *folders, last = steps(_delivered(url)) or (url,)
    name = _SIZE.sub("", last.rpartition(".")[0] or last)
    if _NUMBER.fullmatch(name) or name.strip("_-") in vocabulary("pictures").phrases("renditions"):
        return folders[-1] if folders and _ID.match(folders[-1]) else name or url
    processed = _PROCESSED.match(name) or _HASHED.match(name) or _NUMBERED.match(name)
    return processed[1] if processed else _bare(name)


class Stems:
    """The stems of a page's pictures, each address taken apart once for all readers that ask."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, url: str) -> str:
        """As `stem`."""
        known = self._known.get(url)
        if known is None:
            known = self._known[url] = stem(url)
        return known


def is_one_picture(one: str, other: str) -> bool:
    """Whether two addresses are surely of one picture: of one file, or of files that share a name of its own."""
    if one == other:
        return True
    files = {_delivered(url).partition("?")[0] for url in (one, other)}
    if len(files) == 1:
        return all(map(_FILE.search, files))
    name = stem(one)
    if not _ID.match(name) or name != stem(other):
        return False
    return all(name in (steps(file) or ("",))[-1] for file in files)  # a folder's name may be that of a gallery


def is_delivered(url: str) -> bool:
    """Whether a service delivers a picture, cut to a size, whose own address its address holds."""
    return _delivered(url) != url


def _delivered(url: str) -> str:
    """The address of the picture itself where a service delivers it."""
    if "?" not in url or _FILE.search(url.partition("?")[0]):
        return url
    found = _DELIVERED.search(url)
    return unquote(found[1]) if found else url


def shows(page_url: str, url: str) -> bool:
    """Whether a page is by its address a picture's own: named as the file is, or its name begins so."""
    named, picture = stem(page_url), stem(url)
    return len(named) >= _LETTERS and picture.startswith(named) and 2 * len(named) >= len(picture)


def _bare(name: str) -> str:
    """A name without the words and measures of a rendition at its end, if what is left is a picture's own."""
    words, bare, at = vocabulary("pictures").phrases("renditions"), name, name
    for _ in range(_MOST_LAST):
        found = _LAST.search(at)
        if found is None:
            break
        at = at[: found.start()]
        if not _ID.match(at):
            break
        if found[3] or (found[1] in words and not found[2]) or (found[1] in _MEASURES and found[2]):
            bare = at
        elif found[1]:
            break
    return bare


def is_sites(url: str, site: Masthead, page_url: str | None) -> bool:
    """Whether a picture is by its address the site's own, shown wherever there is none: its logo, a file that is named
    after the site or as a stand-in, what networks show of any page, or what a theme or plugin brought along."""
    url = _delivered(url)
    *folders, file = steps(url) or (url,)
    words = list(_words(url))
    own = {w for w in _PARTS.split((steps(page_url) or ("",))[-1]) if len(w) >= _LETTERS} if page_url else set()
    if len(own.intersection(words)) >= OWN_WORDS:
        return False
    known = vocabulary("pictures")
    if not known.phrases("brought_along").isdisjoint(folders) or any(map(_keeps_signs, (*folders, _host(url)))):
        return True
    if words[:1] and words[0] in known.phrases("cut_for_site"):
        return True
    said = [w for w in words if not _HASH.fullmatch(w)]
    if _is_sign(file, said) or any(w in known.phrases("emblems") or _is_named_logo(w, site) for w in words):
        return True
    left = "".join(w for w in said if w not in known.phrases("general") and w not in known.phrases("stand_ins"))
    is_card = known.holds("cards", f" {' '.join(said)} ") and "." in file and not any(map(_ID.match, folders))
    if left:
        return (is_card and len(left) <= _LETTERS) or (len(left) >= _LETTERS and site.is_name(left))
    if is_card or not known.phrases("stand_ins").isdisjoint(said):
        return True
    is_shared = len(said) == len(words) and not known.phrases("shared").isdisjoint(said)
    return is_shared and not any(map(_ID.match, folders))


def _keeps_signs(folder: str) -> bool:
    """Whether a folder, or a host, is by the last word of its name one of signs and portraits: "team_logos"."""
    return _PARTS.split(folder)[-1] in vocabulary("pictures").phrases("sign_folders")


def _host(url: str) -> str:
    """The first label of the host."""
    return url.partition("//")[2].partition("/")[0].lower().partition(".")[0]


def _is_sign(file: str, said: list[str]) -> bool:
    """Whether a file is a sign: what browsers and phones show of a site, or a drawing that is named an icon."""
    known = vocabulary("pictures")
    is_icon = file.endswith(_DRAWN) and not known.phrases("icons").isdisjoint((*said[:1], *said[-1:]))
    return is_icon or known.holds("signs", f" {' '.join(said)} ")


def advertises(url: str) -> bool:
    """Whether the name of a file says that it is an advertisement."""
    return not vocabulary("pictures").phrases("advertising").isdisjoint(_words(_delivered(url)))


def _words(url: str) -> Iterator[str]:
    """The words of a file's name, lower case: "WebShareDefault2.jpg" has web, share, default, 2."""
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    name = last.rpartition(".")[0] or last
    for part in _RAW_PARTS.split(unquote(name)):
        folded = plain(part)
        if _HASH.fullmatch(folded):
            yield folded
        else:
            yield from (w for w in _PARTS.split(plain(_JOINTS.sub("-", part))) if w)


def _is_named_logo(word: str, site: Masthead) -> bool:
    """Whether a word is the name of the site and that of a sign: "lanternlogo"."""
    names = (word.removesuffix(e) for e in vocabulary("pictures").phrases("emblems") if word.endswith(e))
    return any(len(n) >= _SHORTEST and n in site.address for n in names)
