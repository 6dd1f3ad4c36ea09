"""The first bytes of a page in, what they are instead of HTML out: crawls and mirrors hold files under wrong names."""

from typing import Final

SIGNATURES: Final = {
    b"%PDF-": "a PDF document",
    b"%!PS": "a PostScript document",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an Office document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x00\x00\x01\x00": "a picture",
    b"ID3": "a sound",
    b"OggS": "a sound",
    b"RIFF": "a sound, a film or a picture",
    b"\x1aE\xdf\xa3": "a film",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"PK\x03\x04": "a zip file",
    b"\x1f\x8b": "a gzip file",
    b"\x28\xb5\x2f\xfd": "a Zstandard file",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip file",
    b"Rar!\x1a": "a RAR file",
    b"WARC/1.": "a WARC file",
    b"SQLite format 3\0": "a database",
    b"PAR1": "a Parquet file",
    b"\x7fELF": "a program",
}
"""How files begin that are taken for pages, and what they are."""

_LONGEST = max(map(len, SIGNATURES))


def other_than_html(page: bytes) -> str | None:
    """What a file is by its first bytes, with its article; None where they may be a page's."""
    if page[:1] in b"<\t\n\r \xef":
        return None
    head = page[:_LONGEST]
    if page[4:8] == b"ftyp":
        return "a film or a picture"
    return next((thing for start, thing in SIGNATURES.items() if head.startswith(start)), None)
