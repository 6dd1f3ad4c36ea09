"""Text that was read in the wrong encoding in, its bytes out.

Programs that save pages, or hand them on as `str`, often read UTF-8 as Latin-1 where the server named no charset:
"café" becomes "cafÃ©", and is written so. Of 1,500 saved pages 28 were. That can be undone where it befell the whole
page: another text gives valid UTF-8 by a chance that shrinks with each of its letters. Where a part of a page reads so
its readers saw it so, and it stays.
"""

import codecs
import re
from typing import Any

TIMES = 3
"""How often a page may have been read wrongly, one reading on top of the other."""
SIDE_BY_SIDE = 0.5
"""Share of the letters above ASCII that stand beside another one, from which on they are bytes of another script: in
languages of Latin letters fewer do."""

_ABOVE_ASCII = re.compile("[^\x00-\x7f]+")
_PAIRED = re.compile(rb"[\x80-\xff]{2,}")
_ASCII = bytes(range(128))
_UNDEFINED = "\ufffe"
"""Of a byte that is no letter, as `codecs.charmap_build` has it."""
_NO_CONTROLS = bytes(code for code in range(256) if not 0x80 <= code < 0xA0)


def code_page(codec: str) -> str:
    """The letters of the 256 bytes as the encoding standard has them: what Windows left undefined are C1 controls."""
    table = (bytes([b]).decode(codec, "replace") for b in range(256))
    return "".join(chr(b) if c == "\ufffd" and 0x80 <= b < 0xA0 else c for b, c in enumerate(table))


def _encoding_map(codec: str) -> Any:
    """What `codecs.charmap_encode` takes, C1 controls included."""
    return codecs.charmap_build(code_page(codec).replace("\ufffd", _UNDEFINED))


_MISREADINGS = tuple(_encoding_map(codec) for codec in ("latin-1", "windows-1252", "windows-1251"))


def first_above_ascii(text: str) -> int:
    """The place of the first letter above ASCII; the text's length where there is none."""
    try:
        text.encode("ascii")  # ten times as fast as an expression finds it
    except UnicodeEncodeError as error:
        return error.start
    return len(text)


def utf8_of(text: str) -> bytes | None:
    """The UTF-8 that a text was before it was read as Latin-1, windows-1252 or windows-1251; None where it was not."""
    found: bytes | None = None
    for _ in range(TIMES):
        data = _utf8_of(text)
        if data is None:
            break
        found, text = data, data.decode()
    return found


def _utf8_of(text: str) -> bytes | None:
    first = _ABOVE_ASCII.match(text, first_above_ascii(text))
    if first is None:
        return None
    for table in _MISREADINGS:
        if _as_utf8(first[0], table) is not None:
            data = _as_utf8(text, table)
            if data is not None:
                return data
    return None


def _as_utf8(text: str, table: Any) -> bytes | None:
    """The bytes of a text in an encoding, where they are UTF-8."""
    try:
        data = codecs.charmap_encode(text, "strict", table)[0]
        data.decode()
    except UnicodeError:
        return None
    return data


def bytes_of(text: str) -> bytes | None:
    """The bytes of a text that holds nothing but Latin-1, as what was read as Latin-1 does; None of any other."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def is_of_other_script(data: bytes) -> bool:
    """Whether the bytes above ASCII stand side by side, as those of Cyrillic, Greek, Chinese do."""
    return sum(map(len, _PAIRED.findall(data))) >= SIDE_BY_SIDE * len(data.translate(None, _ASCII))


def holds_utf8(data: bytes) -> bool:
    """Whether bytes hold any letters in UTF-8, which Latin-1 does by rare chance."""
    return not data.decode("utf-8", "ignore").isascii()


def has_controls(data: bytes) -> bool:
    """Whether bytes are C1 controls in Latin-1, which no text holds, and quotes and dashes in windows-1252."""
    return bool(data.translate(None, _NO_CONTROLS))
