"""One file of one page in, the page out, whatever it is wrapped in: `.html`, `.html.gz`, `.mhtml`."""

from pathlib import PurePosixPath
from typing import IO, Final

from newsextract.inputs import compressed, mhtml
from newsextract.inputs.page import Page
from newsextract.inputs.saved import saved

PAGES: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})
ARCHIVED: Final = frozenset({".mhtml", ".mht"})
WRAPPED: Final = {".gz": "gzip", ".zst": "zstd", ".br": "br"}
"""Endings of compressed files, and the content codings they name."""

ENCODED: Final = 2
"""How much larger a MHTML archive of quoted-printable text and pictures may be than the page in it, at least."""


def endings(name: str) -> tuple[str, str | None]:
    """What a name says: the ending of what it holds, lower case, and the coding it is wrapped in."""
    path = PurePosixPath(name.lower())
    coding = WRAPPED.get(path.suffix)
    return (PurePosixPath(path.stem).suffix if coding else path.suffix), coding


def is_page(name: str) -> bool:
    """Whether a file holds one page, by its name."""
    return endings(name)[0] in PAGES | ARCHIVED


def page(stream: IO[bytes], source: str, limit: int, member: str | None = None) -> Page:
    """The page of a file; Unreadable where it is damaged or over `limit` bytes."""
    ending, coding = endings(member or source)
    room = limit * ENCODED if ending in ARCHIVED else limit
    content = compressed.inflate(stream, coding, room) if coding else compressed.read(stream, room)
    if ending in ARCHIVED:
        return mhtml.page(content, source, member)
    origin = saved(content)
    return Page(body=content, source=source, member=member, url=origin.url, captured=origin.captured)
