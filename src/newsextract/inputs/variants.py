"""Other versions of a page that the page itself names: canonical, AMP, for print."""

from typing import Literal, TypeAlias, get_args

from newsextract.page import meta
from newsextract.page.decode import decode
from newsextract.page.document import Document
from newsextract.page.limits import cap
from newsextract.page.urls import absolute

Variant: TypeAlias = Literal["canonical", "amp", "print"]
VARIANTS: tuple[Variant, ...] = get_args(Variant)

_RELATIONS: dict[Variant, str] = {"canonical": "canonical", "amp": "amphtml"}
"""Variant -> link relation; print has none of its own, it is an alternate for the medium."""


def address(page: bytes, url: str, variant: Variant, charset: str | None = None) -> str | None:
    """Where the variant is; None where the page names none, or is it."""
    document = Document(cap(decode(page, charset).text)[0])
    head = meta.read(document)
    if variant == "print":
        named = [link.get("href") for link in document.by_tag.get("link", ()) if _is_for_print(link.attrs)]
    else:
        named = list(head.links.get(_RELATIONS[variant], ()))
    base = absolute(head.base, url) or url
    document.release()
    found = next((place for href in named if (place := absolute(href, base))), None)
    return found if found is not None and found.partition("#")[0] != url.partition("#")[0] else None


def _is_for_print(attributes: dict[str, str | None]) -> bool:
    relations = (attributes.get("rel") or "").lower().split()
    return "alternate" in relations and "print" in (attributes.get("media") or "").lower().replace(",", " ").split()
