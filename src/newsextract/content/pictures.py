"""An <img> in, the address and size of the picture it shows out, behind lazy loading, `srcset` and `<picture>`."""

import re
from collections.abc import Iterator

import attrs

from newsextract.page.document import Element
from newsextract.page.urls import absolute

LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")

LAZY_SOURCES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-full-src",
    "data-hi-res-src",
    "data-large-file",
    "data-orig-file",
    "data-lazy",
    "data-image",
    "data-img-src",
    "data-original-src",
    "data-url",
    "data-echo",
)
"""Attributes that scripts copy to `src` once the reader scrolls; the most used first."""

SMALLEST = 48
"""Pixels: what is smaller both ways is a sign, not a picture."""

_CANDIDATES = re.compile(r",\s+|(?<=\d[wxWX]),|\s,")
_DESCRIPTOR = re.compile(r"([\d.]+)([wxWX])")
_NO_PICTURE = re.compile(r"\.(?:svg|mp4|webm|m3u8)(?:$|[?#])", re.I)


@attrs.frozen(kw_only=True)
class Picture:
    """Where a picture is, and how large."""

    url: str
    width: int | None = None
    height: int | None = None


def read(img: Element, base: str | None, *, stands_in: bool = False) -> Picture | None:
    """The largest picture that the element offers; None where there is none, or only a sign or a stand-in.

    `stands_in` says that `src` is a placeholder.
    """
    width, height = _pixels(img.get("width")), _pixels(img.get("height"))
    if width is not None and height is not None and width <= SMALLEST and height <= SMALLEST:
        return None
    offers = sorted(_offers(img), key=lambda o: -o[1])
    for offered, wide in offers:
        url = _address(offered, base)
        if url is not None and (wide >= (width or 0) or img.get("src") is None):
            return Picture(url=url, width=int(wide) or None, height=_scaled(int(wide), width, height))
    for name in LAZY_SOURCES if stands_in else (*LAZY_SOURCES, "src"):
        url = _address(img.get(name), base)
        if url is not None:
            return Picture(url=url, width=width, height=height)
    url = _address(offers[0][0], base) if offers else None
    return Picture(url=url, width=width, height=height) if url is not None else None


def _address(offered: str | None, base: str | None) -> str | None:
    return None if not offered or _NO_PICTURE.search(offered) else absolute(offered, base)


def _offers(img: Element) -> Iterator[tuple[str, float]]:
    """Addresses in `srcset` of the image and its <picture>, with their width, 0 where none is said."""
    yield from _in_set(img)
    if img.parent is not None and img.parent.tag == "picture":
        for source in img.parent.elements:
            if source.tag == "source":
                yield from _in_set(source)


def _in_set(element: Element) -> Iterator[tuple[str, float]]:
    for name in LAZY_SETS:
        for candidate in _CANDIDATES.split(element.get(name) or ""):
            url, _, descriptor = candidate.strip(" ,\t\r\n").partition(" ")
            if url:
                match = _DESCRIPTOR.fullmatch(descriptor.strip())
                yield url, _number(match[1]) if match is not None and match[2] in "wW" else 0.0


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
