"""A .zip or .tar in, the pages of its members out. Nothing is written to the disk: a member's name is a label."""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

from newsextract.inputs import files, warc
from newsextract.inputs.compressed import open_stream
from newsextract.inputs.page import Gap, Item, Skipped, Unreadable

DAMAGE: Final = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError, UnicodeDecodeError
)  # fmt: skip
"""What the readers of the standard library raise on damaged archives, unknown methods and names that are no UTF-8."""

_BLOCK: Final = tarfile.BLOCKSIZE
"""Bytes read at a time: where a compressed tar is cut off, what was read of the last block is lost."""

_ENCRYPTED: Final = 0x1
"""Bit of a zip member's flags."""


def read_zip(stream: IO[bytes], source: str, limit: int) -> Iterator[Item]:
    """The pages of a zip file, in the order of its directory; WARC files inside (WACZ) are read too."""
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGE as error:
        yield Gap(source=source, error="corrupt", message=f"no zip file: {error}")
        return
    for info in archive.infolist():
        if info.is_dir():
            continue
        if info.flag_bits & _ENCRYPTED:
            yield Gap(source=source, member=info.filename, error="encrypted", message="the member is encrypted")
        elif is_warc(info.filename):
            yield from _zipped_warc(archive, info, source, limit)
        else:
            yield _zipped(archive, info, source, limit)


def read_tar(stream: IO[bytes], source: str, limit: int) -> Iterator[Item]:
    """The pages of a tar file, compressed or not, in its order; links are not followed."""
    coding = "gzip" if source.lower().endswith(".tgz") else files.endings(source)[1]
    member = None
    try:
        with tarfile.open(fileobj=open_stream(stream, coding), mode="r|", bufsize=_BLOCK) as archive:
            for info in archive:
                member = info.name
                if info.isfile():
                    content = archive.extractfile(info)
                    if content is not None:
                        yield _item(content, source, info.name, limit)
    except DAMAGE as error:
        where = f"after the member {member}" if member else "at the start"
        yield Gap(source=source, error="truncated" if _cut(error) else "corrupt", message=f"damage {where}: {error}")


def is_warc(name: str) -> bool:
    """Whether a file is a WARC file, by its name."""
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst"))


def _zipped_warc(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, limit: int) -> Iterator[Item]:
    try:
        with archive.open(info) as member:
            yield from warc.read(member, f"{source}/{info.filename}", limit)
    except DAMAGE as error:
        yield Gap(source=source, member=info.filename, error="corrupt", message=f"damaged member: {error}")


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, limit: int) -> Item:
    try:
        with archive.open(info) as member:
            return _item(member, source, info.filename, limit)
    except DAMAGE as error:
        return Gap(source=source, member=info.filename, error="corrupt", message=f"damaged member: {error}")


def _item(content: IO[bytes], source: str, member: str, limit: int) -> Item:
    if not files.is_page(member):
        return Skipped(source=source, cause="not-html")
    try:
        return files.page(content, source, limit, member)
    except Unreadable as error:
        return Gap(source=source, member=member, error=error.error, message=str(error))


def _cut(error: Exception) -> bool:
    return isinstance(error, EOFError | tarfile.ReadError) and not isinstance(error, tarfile.HeaderError)
