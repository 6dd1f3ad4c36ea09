"""Running text and its links in, the text in pieces out: each piece plain, or linked."""

from collections.abc import Iterator
from typing import Final

from newsextract.export import safe
from newsextract.records import Link

MISSES: Final = 20
"""Links sought in vain before the others are left unsought: a record has few, and each costs a look at all the text."""


def pieces(text: str, links: tuple[Link, ...]) -> Iterator[tuple[str, str | None]]:
    """Pairs of a piece of `text` and the address it links to, None for a plain one; together they are `text`.

    A record says what its links show and in which order they come, so each is looked for after the one before;
    a link whose words are not there, or whose address is not of the web, leaves the text as it is.
    """
    start = misses = 0
    for link in links:
        address = safe.url(link.url)
        if not address or not link.text or misses == MISSES:
            continue
        at = text.find(link.text, start)
        if at < 0:
            misses += 1
            continue
        if at > start:
            yield text[start:at], None
        yield link.text, address
        start = at + len(link.text)
    if start < len(text):
        yield text[start:], None
