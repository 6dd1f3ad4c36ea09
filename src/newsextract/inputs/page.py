"""What inputs give: pages as they were saved, gaps where one could not be read, and what was passed over."""

import hashlib
from datetime import datetime
from typing import TypeAlias

import attrs

from newsextract.errors import InputError
from newsextract.records.failure import Stage


@attrs.frozen(kw_only=True)
class Page:
    """One saved page."""

    body: bytes
    source: str
    """The file it came from, relative to the folder that was named, parted by "/"."""
    member: str | None = None
    """Its name inside the file: a member of an archive, a WARC record's id."""
    offset: int | None = None
    """Where in the file: bytes to the start of its WARC record, lines or rows before it in a table of pages."""
    url: str | None = None
    charset: str | None = None
    """As the HTTP header or the archive says."""
    captured: datetime | None = None
    """When it was fetched or saved, where the source says; aware."""

    @property
    def id(self) -> str:
        """Stable: the same page at the same place has the same id in every run, on every machine."""
        return identity(self.source, self.member, self.offset, self.body)


@attrs.frozen(kw_only=True)
class Gap:
    """A page that could not be read, or a stretch of a damaged file."""

    source: str
    member: str | None = None
    offset: int | None = None
    url: str | None = None
    captured: datetime | None = None
    error: str
    """The cause, to count by: "truncated", "corrupt", "too-large", "encrypted", "OSError", …"""
    message: str
    stage: Stage = "read"

    @property
    def id(self) -> str:
        """As a page's, of no content."""
        return identity(self.source, self.member, self.offset, b"")


@attrs.frozen(kw_only=True)
class Skipped:
    """Something that is no page: an image in a WARC, a style sheet in a folder. Counted, never silent."""

    source: str
    cause: str
    """"not-html", "revisit", "http-404", …"""


Item: TypeAlias = Page | Gap | Skipped


class Unreadable(InputError):
    """A page that cannot be read: the cause to count by, and a line for people."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


def member_of(member: str | None, offset: int | None) -> str | None:
    """What a page is called among those of its file: its member, else its place; None where it is alone."""
    return member or (None if offset is None else str(offset))


def identity(source: str, member: str | None, offset: int | None, body: bytes) -> str:
    """32 hex digits that name a page by its place and its content."""
    place = "\0".join((source, member or "", "" if offset is None else str(offset)))
    return hashlib.blake2b(place.encode("utf-8", "surrogatepass") + b"\0" + body, digest_size=16).hexdigest()
