"""An <img> in, the address and size of the picture it shows out, behind lazy loading, `srcset` and `<picture>`."""

import re
from collections.abc import Iterator

import attrs

from newsextract.page.document import Element
from newsextract.page.urls import absolute

LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
"""Attributes of several sizes of one picture."""

LAZY_SOURCES = (
    "data-src data-lazy-src data-original data-full-src data-hi-res-src data-large-file data-orig-file data-lazy "
    "data-image data-img-src data-original-src data-url data-img-url data-delayed-url data-echo data-bg "
    "data-background-image data-interchange"
).split()
"""Attributes that scripts copy to `src` once the reader scrolls; the most used first."""

SMALLEST = 48
"""Pixels: what is smaller both ways is a sign, not a picture."""

_CANDIDATES = re.compile(r",(?:\s+|(?<=\d[wxWX],)|(?<=\s,))")
"""Begins with what it always holds, so that the engine finds it by that."""
_WIDTH = re.compile(r"([\d.]+)[wW]")
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)(?:$|[?#])", re.I)
_NO_PICTURE = re.compile(r"\.(?:svg|mp4|webm|m3u8)(?:$|[?#])")
_PLACEHOLDER = re.compile(
    r"(?:placeholder|spacer|lazyload)[\w.-]{0,60}\.(?:gif|png|svg|jpe?g)"
    r"|(?:/loading[\w.-]{0,60}\.gif|[-_]blank\.(?:gif|png|jpe?g))"
    r"|/(?:(?:default|image|img|lazy|no|1x1)[-_.])?(?:blank|empty|transparent|pixel|loading|lazy|gr[ae]y|1x1)"
    r"(?:[-_.]?(?:avatar|bg|dot|icon|image|img|load|photo|picture|pixel|profile|px|spinner|thumb|user)"
    r"|[-_.]?\d{1,4}(?:x\d{1,4})?(?![\d]))*+\.(?:gif|png|svg|jpe?g)"
)
"""Both of addresses in lower case: an eighth of what the engine takes where it folds the case itself. Words that a
photograph may show ("empty-shelves.jpg", "pixel-9-review.jpg") say that one stands in only where they are all the name
says."""
_STANDING_IN = "placeholder spacer lazy loading blank empty transparent pixel gray grey 1x1".split()
"""One of these is in all of them: looking for it takes a seventh of the time."""
_PICTURE = re.compile(r"(?:https?:)?/(?=[^\s\"'<>]*+\Z).*?\.(?:jpe?g|png|webp|avif|gif)(?:[?#].*)?", re.I)
_EMPTY_FOLDER = re.compile(r"[^:/]//")
"""What a template leaves in an address where the size that it is for has no name: most likely nothing is there."""
_SIZES = tuple("full xxl xxlarge xl xlarge large lg desktop medium md tablet small sm mobile xs".split())
"""Sizes in the names of attributes ("data-lg"), the largest first."""
_LAZY_NAME = re.compile(rf"src$|lazy|orig|^data-(?:{'|'.join(_SIZES)})\b", re.I)
_INTERCHANGED = re.compile(r"\[\s*([^\s,\[\]]+)\s*,\s*\(?([\w-]+)")
_NAME_PARTS = re.compile(r"[-_]")


LEAST_DESCRIBED = 4
"""Words of what is said in a drawing's place, from which on it is no sign."""

LEAST_DRAWN = 150
"""Pixels of width below which it is one whatever is said."""


@attrs.frozen(kw_only=True)
class Picture:
    """Where a picture is, and how large."""

    url: str
    width: int | None = None
    height: int | None = None


def read(img: Element, base: str | None, *, stands_in: bool = False, sign: bool = True) -> Picture | None:
    """The largest picture that the element offers; None where there is none, or only a sign or a stand-in.

    `stands_in` says that `src` is a placeholder; `sign` that what is shown as small as a sign is one.
    """
    width, height = _pixels(img.get("width")), _pixels(img.get("height"))
    if sign and width is not None and height is not None and width <= SMALLEST and height <= SMALLEST:
        return None
    offers = sorted(_offers(img), key=lambda o: (_EMPTY_FOLDER.search(o[0]) is not None, -o[1]))
    for offered, wide in offers:
        url = _address(offered, base)
        if url is not None and (wide >= (width or 0) or img.get("src") is None):
            return Picture(url=url, width=int(wide) or None, height=_scaled(int(wide), width, height))
    attributes = img.attrs
    candidates = [attributes[name] for name in LAZY_SOURCES if name in attributes]
    if not stands_in:
        candidates.append(img.get("src"))
    candidates += [offer[0] for offer in offers[:1]]
    url = next((u for c in candidates if (u := _address(c, base)) is not None), None) or _unknown(img, base)
    url = url or _linked(img, base, stands_in=stands_in)
    return Picture(url=url, width=width, height=height) if url is not None else None


def drawing(img: Element, base: str | None) -> Picture | None:
    """The drawing that the element shows and describes: a graph. What says less in its place is a sign."""
    src = img.get("src") or ""
    if not src.lower().partition("?")[0].endswith(".svg") or len((img.get("alt") or "").split()) < LEAST_DESCRIBED:
        return None
    width, height = _pixels(img.get("width")), _pixels(img.get("height"))
    url = absolute(src, base) if not _stands_in(src.lower()) and (width or LEAST_DRAWN) >= LEAST_DRAWN else None
    return Picture(url=url, width=width, height=height) if url is not None else None


class Pictures:
    """The pictures of a page, each address read once for all readers that ask."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._urls: dict[int, str | None] = {}

    def url(self, img: Element) -> str | None:
        """As `picture_url`."""
        if img.index not in self._urls:
            self._urls[img.index] = picture_url(img, self._base)
        return self._urls[img.index]


def picture_url(img: Element, base: str | None) -> str | None:
    """The address of the largest picture that the element offers, however small it is shown; None as `read`."""
    src = img.get("src")
    found = read(img, base, sign=False, stands_in=src is not None and _stands_in(src.lower()))
    return found.url if found is not None else None


def addresses(img: Element, base: str | None) -> Iterator[str]:
    """All addresses at which an element offers its picture: the same in several sizes, or cuts for several screens."""
    offered = (img.get("src"), *(img.get(name) for name in LAZY_SOURCES), *(offer for offer, _ in _offers(img)))
    return (url for o in offered if (url := _address(o, base)) is not None)


def _unknown(img: Element, base: str | None) -> str | None:
    """A picture's address in an attribute that no list has, named as lazy loaders name theirs, or of a size
    ("data-lg"): those that say large first."""
    named = [(n, v.strip()) for n, v in img.attrs.items() if v and n != "src" and _LAZY_NAME.search(n)]
    found = (_address(v, base) for _, v in sorted(named, key=_smallness) if _PICTURE.fullmatch(v))
    return next((url for url in found if url is not None), None)


def _linked(img: Element, base: str | None, *, stands_in: bool) -> str | None:
    """The picture that a link around what stands in for it leads to."""
    link = next((a for a in img.ancestors if a.tag == "a"), None)
    href = link.get("href") if link is not None else None
    src = img.get("src") or "data:"
    return _address(href, base) if href and is_picture(href) and (stands_in or _stands_in(src.lower())) else None


def _smallness(named: tuple[str, str]) -> int:
    """The place among the sizes of what an attribute's name says; 0 where it says none."""
    words = _NAME_PARTS.split(named[0])
    return next((n for n, size in enumerate(_SIZES) if size in words), 0)


def _address(offered: str | None, base: str | None) -> str | None:
    if offered and offered.lstrip().startswith("["):
        offered = _interchanged(offered)
    return absolute(offered, base) if offered and may_show(offered) else None


def _interchanged(offered: str) -> str | None:
    """The largest of several addresses in brackets, each with the screens that it is for, as Foundation writes them:
    "[mill.jpg, (default)], [mill-2.jpg, (large)]"."""
    found = _INTERCHANGED.findall(offered)
    return min(found, key=lambda f: _SIZES.index(f[1]) if f[1] in _SIZES else len(_SIZES))[0] if found else None


def may_show(address: str) -> bool:
    """Whether an address can be that of a picture: no drawing of signs, no film, nothing that stands in for one."""
    lower = address.lower()
    return _NO_PICTURE.search(lower) is None and not _stands_in(lower)


def is_picture(address: str) -> bool:
    """Whether an address is by its ending that of a file that shows a picture."""
    return _PICTURE_FILE.search(address) is not None


def _stands_in(address: str) -> bool:
    """Whether an address in lower case is that of what scripts put in a picture's place before they load it."""
    if address.startswith("data:"):
        return True
    return any(map(address.__contains__, _STANDING_IN)) and _PLACEHOLDER.search(address) is not None


def _offers(img: Element) -> Iterator[tuple[str, float]]:
    """Addresses in `srcset` of the image and its <picture>, with their width, 0 where none is said."""
    yield from _in_set(img)
    if img.parent is not None and img.parent.tag == "picture":
        for source in img.parent.elements:
            if source.tag == "source":
                yield from _in_set(source)


def _in_set(element: Element) -> Iterator[tuple[str, float]]:
    for name in LAZY_SETS:
        if name not in element.attrs:
            continue
        for candidate in _CANDIDATES.split(element.get(name) or ""):
            url, _, descriptor = candidate.strip(" ,\t\r\n").partition(" ")
            if url:
                match = _WIDTH.fullmatch(descriptor.strip()) if descriptor else None
                yield url, _number(match[1]) if match is not None else 0.0


def _number(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _pixels(value: str | None) -> int | None:
    digits = (value or "").removesuffix("px").strip().partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 and int(digits) > 1 else None


def _scaled(wide: int, width: int | None, height: int | None) -> int | None:
    return round(wide * height / width) if wide and width and height else None
