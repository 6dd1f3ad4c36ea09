"""Running text and its links in, the text in pieces out: each piece plain, or linked."""

from collections.abc import Iterator

from newsextract.export import safe
from newsextract.records import Link


def pieces(text: str, links: tuple[Link, ...]) -> Iterator[tuple[str, str | None]]:
    """Pairs of a piece of `text` and the address it links to, None for a plain one; together they are `text`.

    A record says what its links show and in which order they come, so each is looked for after the one before;
    a link whose words are not there, or whose address is not of the web, leaves the text as it is.
    """
    start = 0
    for link in links:
        address = safe.url(link.url)
        at = text.find(link.text, start) if link.text and address else -1
        if at < 0:
            continue
        if at > start:
            yield text[start:at], None
        yield link.text, address
        start = at + len(link.text)
    if start < len(text):
        yield text[start:], None
