"""The real address of a picture behind lazy loading: an `<img>` (or its `<picture>`) in, an absolute URL out."""

import re

from newsextract.page.document import Element
from newsextract.page.urls import absolute

SOURCES = (
    "data-src data-lazy-src data-original data-lazy data-echo data-hi-res-src data-full-src data-image data-url "
    "data-img-url data-bg data-background-image src"
).split()
"""Attributes that lazy loaders keep the address in, and the standard one last: there a placeholder stands."""

SETS = ("data-srcset", "data-lazy-srcset", "srcset")

_CANDIDATE = re.compile(r"(\S+[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
_PLACEHOLDER = re.compile(
    r"^data:|(?:blank|placeholder|spacer|pixel|transparent|loading|lazy(?:load)?|1x1|grey|empty)[\w.-]*\.(?:gif|png|svg|jpe?g)",
    re.I,
)


def picture_url(image: Element, base: str | None) -> str | None:
    """The largest picture that an image element offers; None where it has no more than a placeholder."""
    for name in SETS:
        if (found := largest(image.get(name), base)) is not None:
            return found
    for name in SOURCES:
        value = image.get(name)
        if value and not _PLACEHOLDER.search(value) and (url := absolute(value, base)) is not None:
            return url
    parent = image.parent
    if parent is not None and parent.tag == "picture":
        for source in parent.elements:
            for name in SETS:
                if (found := largest(source.get(name), base)) is not None:
                    return found
    return None


def largest(srcset: str | None, base: str | None) -> str | None:
    """The picture of a `srcset` with the greatest width or density; the first of equals."""
    best: tuple[float, str] | None = None
    for match in _CANDIDATE.finditer(srcset or ""):
        size = float(match[2] or 1)
        if not _PLACEHOLDER.search(match[1]) and (best is None or size > best[0]):
            best = (size, match[1])
    return absolute(best[1], base) if best else None
