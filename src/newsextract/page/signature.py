"""What came in, what it is instead of a web page out: crawls and mirrors hold files under wrong names, and what failed
before gives nothing, or a name in the place of what it names."""

import re
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

BYTES: Final = "binary data"
NOTHING: Final = "nothing at all"
NO_HTML: Final = "text without HTML"

SAMPLE: Final = 65_536
"""Bytes in which control characters are counted."""
MOST_CONTROLS: Final = 0.03
"""Share of control characters that damaged text may have; of bytes by chance it is a tenth."""
FEWEST_CONTROLS: Final = 4
"""So many say that it is data, however short."""
LONGEST_NAME: Final = 2_000
"""Characters of an address or a path."""

_CONTROLS: Final = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\x1b"))
"""What no encoding of text uses; NUL is in UTF-16, ESC in ISO-2022."""
_MARKUP: Final = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|script)\b", re.I)
_TAG: Final = re.compile(r"<[a-zA-Z!/?]")
_ADDRESS: Final = re.compile(r"https?://\S+", re.I)
_FILE_ENDING: Final = re.compile(r"\w\.(?:[xs]?html?|mht|mhtml)(?:\.(?:gz|zst|br))?\Z", re.I)

_LONGEST = max(map(len, SIGNATURES))


def other_than_html(page: bytes) -> str | None:
    """What a file is by its first bytes, with its article; None where they may be a page's."""
    if page[:1] in b"<\t\n\r \xef":
        return None
    head = page[:_LONGEST]
    if page[4:8] == b"ftyp":
        return "a film or a picture"
    return next((thing for start, thing in SIGNATURES.items() if head.startswith(start)), None)


def is_data(page: bytes) -> bool:
    """Whether bytes that are no UTF-8 are no text in any encoding, by their control characters."""
    sample = page[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls >= max(FEWEST_CONTROLS, len(sample) * MOST_CONTROLS) and _MARKUP.search(sample[:1024]) is None


def no_page(text: str) -> str | None:
    """What a text is, where it is no page: nothing, an address or a file's name in the place of what it names, or text
    without HTML, which is an article all the same where it holds one."""
    if _TAG.search(text):
        return None
    said = text.strip() if len(text) <= LONGEST_NAME else text
    if not said or said.isspace():
        return NOTHING
    if len(said) <= LONGEST_NAME and "\n" not in said:
        if _ADDRESS.fullmatch(said):
            return "an address"
        if _FILE_ENDING.search(said):
            return "the name of a file"
    return NO_HTML
