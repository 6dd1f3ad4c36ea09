"""A .zip or .tar in, the pages of its members out. Nothing is written to the disk: a member's name is a label."""

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO, Final

from newsextract.inputs import files, warc
from newsextract.inputs.compressed import faults, open_stream
from newsextract.inputs.page import Gap, Item, Skipped, Unreadable

_DAMAGE: Final = (
    *(zipfile.BadZipFile, tarfile.TarError, OSError, NotImplementedError),
    *(ValueError, LookupError, OverflowError, struct.error),  # numbers and names in headers
    RecursionError,  # headers of headers
)

LONGEST_NAME: Final = 1 << 20
"""Bytes of a header that goes before a tar member, with its long name: the reader takes it into memory whole."""

_HEADERS: Final = (
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
)

_BLOCK: Final = tarfile.BLOCKSIZE
"""Bytes read at a time: where a compressed tar is cut off, what was read of the last block is lost."""

_ENCRYPTED: Final = 0x1
"""Bit of a zip member's flags."""

_BOUNDED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Methods that the standard library inflates piece by piece; of bzip2 and LZMA it unfolds whatever it has read."""


def damage() -> tuple[type[Exception], ...]:
    """What the readers of archives raise on damage and unknown methods."""
    return (*_DAMAGE, *faults())


def read_zip(stream: IO[bytes], source: str, limit: int) -> Iterator[Item]:
    """The pages of a zip file, in the order of its directory; WARC files inside (WACZ) are read too."""
    try:
        archive = zipfile.ZipFile(stream)
    except damage() as error:
        yield Gap(source=source, error="corrupt", message=f"no zip file: {error}")
        return
    for info in archive.infolist():
        if not info.filename.endswith("/"):  # is_dir() fails on a name that is empty
            try:
                yield from _zipped(archive, info, source, limit)
            except damage() as error:
                yield Gap(source=source, member=info.filename, error="corrupt", message=f"damaged member: {error}")


def read_tar(stream: IO[bytes], source: str, limit: int) -> Iterator[Item]:
    """The pages of a tar file, compressed or not, in its order; links are not followed."""
    coding = "gzip" if source.lower().endswith(".tgz") else files.endings(source)[1]
    member = None
    try:
        unfolded = open_stream(stream, coding)
        with tarfile.open(fileobj=unfolded, mode="r|", bufsize=_BLOCK, tarinfo=_Member) as archive:
            for info in archive:
                member = info.name
                archive.members.clear()  # type: ignore[attr-defined]  # it keeps every header, for looking them up
                if info.isfile():
                    content = archive.extractfile(info)
                    if content is not None:
                        yield _item(content, source, info.name, limit)
    except damage() as error:
        where = f"after the member {member}" if member else "at the start"
        yield Gap(source=source, error="truncated" if _cut(error) else "corrupt", message=f"damage {where}: {error}")


def is_warc(name: str) -> bool:
    """Whether a file is a WARC file, by its name."""
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst"))


class _Member(tarfile.TarInfo):
    """A header that does not lie about its own size."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Member":
        """As the standard library's; HeaderError for a size below nothing, or a name beyond LONGEST_NAME."""
        member = super().frombuf(buf, encoding, errors)
        if member.size < 0:
            raise tarfile.HeaderError("a member of less than no bytes")
        if member.type in _HEADERS and member.size > LONGEST_NAME:
            raise tarfile.HeaderError(f"a header of {member.size:,} bytes")
        return member


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, limit: int) -> Iterator[Item]:
    if info.flag_bits & _ENCRYPTED:
        yield Gap(source=source, member=info.filename, error="encrypted", message="the member is encrypted")
    elif info.compress_type not in _BOUNDED:
        message = f"compressed by method {info.compress_type}; stored and deflated members are read"
        yield Gap(source=source, member=info.filename, error="coding", message=message)
    else:
        with archive.open(info) as member:
            if is_warc(info.filename):
                yield from warc.read(member, f"{source}/{info.filename}", limit)
            else:
                yield _item(member, source, info.filename, limit)


def _item(content: IO[bytes], source: str, member: str, limit: int) -> Item:
    if not files.is_page(member):
        return Skipped(source=source, cause="not-html")
    try:
        return files.page(content, source, limit, member)
    except Unreadable as error:
        return Gap(source=source, member=member, error=error.error, message=str(error))


def _cut(error: Exception) -> bool:
    return isinstance(error, EOFError | tarfile.ReadError) and not isinstance(error, tarfile.HeaderError)
