"""Players, frames, posts and custom elements in, Embed blocks out."""

import attrs

from newsextract.content import inline
from newsextract.content.context import Context, Piece, Pieces
from newsextract.page.address import is_document
from newsextract.page.document import Element
from newsextract.page.urls import absolute, host
from newsextract.records import Embed, Paragraph
from newsextract.rules.providers import Provider

KINDS = {"video": "video", "audio": "audio", "amp-video": "video", "amp-audio": "audio"}
"""Elements that play a file themselves."""

SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src", "data-url", "data", "srcdoc-src")
"""Where frames and players say what they show; some wait for consent or for the reader to scroll."""

BUTTON = "button"
"""The kind of what a provider frames but an article does not show."""



def read_player(context: Context, element: Element, frame: Element | None = None) -> Pieces:
    """A frame, player or custom element; [] where it shows nothing that is known or said to be shown."""
    provider = context.providers.by_element.get(element.tag)
    url = _identified(element, provider) if provider is not None else None
    url = url or _source(context, element)
    if url is None:
        return []
    provider = provider or context.providers.of(url)
    kind = provider.kind if provider is not None and element.tag not in KINDS else _kind(element, url)
    if kind == BUTTON:
        return []
    if kind is None and frame is None and "allowfullscreen" not in element.attrs:
        return []
    name = provider.name if provider is not None else host(url) or None
    return [_piece(context, element, Embed(url=url, provider=name, kind=kind, text=element.get("title")))]


def of_link(context: Context, anchor: Element, picture: Element) -> Pieces:
    """A link around a picture as what it leads to, where that is one thing that a provider shows."""
    url = absolute(anchor.get("href"), context.page.base)
    provider = context.providers.of(url) if url is not None else None
    if url is None or provider is None or not provider.shows(url):
        return []
    shown = Embed(url=url, provider=provider.name, kind=provider.kind, text=picture.get("alt"))
    return [_piece(context, anchor, shown)]


def of_still(context: Context, url: str, picture: Element) -> Pieces:
    """A picture as the film that it is a still of: a script puts the player in its place."""
    provider = context.providers.of(url)
    film = provider.filmed(url) if provider is not None else None
    if provider is None or film is None:
        return []
    shown = Embed(url=film, provider=provider.name, kind=provider.kind, text=picture.get("alt"))
    return [_piece(context, picture, shown)]


def read_post(context: Context, element: Element, provider: Provider) -> Pieces | None:
    """An element that stands for an embed until a script replaces it; None where it names no address."""
    url = _identified(element, provider) or _addressed(context, element, provider)
    if url is None:
        return None
    text = inline.lines_in(context.flow, element)
    return [_piece(context, element, Embed(url=url, provider=provider.name, kind=provider.kind, text=text or None))]


def named(pieces: Pieces, context: Context) -> Pieces:
    """Paragraphs that are nothing but the address of something a provider shows, as embeds."""
    return [_of_address(p, context) or p for p in pieces]


def _of_address(piece: Piece, context: Context) -> Piece | None:
    block = piece.block
    if not isinstance(block, Paragraph) or not block.text.startswith(("http://", "https://")) or " " in block.text:
        return None
    provider = context.providers.of(block.text)
    if provider is None or provider.kind == BUTTON:
        return None
    return _piece(context, piece.element, Embed(url=block.text, provider=provider.name, kind=provider.kind))


def _piece(context: Context, element: Element, embed: Embed) -> Piece:
    return Piece(attrs.evolve(embed, path=context.path(element)), element)


def _identified(element: Element, provider: Provider) -> str | None:
    value = next((v for v in map(element.get, provider.ids) if v), None)
    if value is None or provider.address is None:
        return None
    return value if value.startswith(("http://", "https://")) else provider.address.format(value)


def _source(context: Context, element: Element) -> str | None:
    for holder in [element, *(e for e in element.elements if e.tag == "source")]:
        for name in SOURCES:
            url = absolute(holder.get(name), context.page.base)
            if url is not None:
                return url
    return None


def _addressed(context: Context, element: Element, provider: Provider) -> str | None:
    """The address that an attribute states, or the last link to the provider: a post's own, after those it quotes."""
    for name in provider.urls:
        url = absolute(element.get(name), context.page.base)
        if url is not None:
            return url
    links = [absolute(e.get("href"), context.page.base) for e in inline.elements([element]) if e.tag == "a"]
    return next((u for u in reversed(links) if u is not None and context.providers.of(u) is provider), None)


def _kind(element: Element, url: str) -> str | None:
    if is_document(url):
        return "document"
    return KINDS.get(element.tag)
