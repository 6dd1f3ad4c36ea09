"""Bytes in, text out, with the encoding and what told it.

Labels and decoding are those of the WHATWG encoding standard; the order is not the standard's. Evidence outranks
declarations: of 65 saved pages in legacy encodings, 21 were valid UTF-8 whose meta said otherwise, and servers
send a default charset for pages nobody checked. Text in a legacy encoding that is valid UTF-8 by chance is, beyond
a few letters, practically unknown. So: byte order mark, UTF-8 that fits (all of it, or all but stray bytes), what HTTP
says, what the head says anywhere in its first 64 KB (browsers, too, start over for a late meta), a detector, and
windows-1252. A declared encoding that the bytes contradict is passed over.
"""

import codecs
import re

import attrs
import cchardet
import webencodings

from newsextract.page import mojibake
from newsextract.page.signature import BYTES, is_data, other_than_html


@attrs.frozen
class Decoded:
    """Decoded text."""

    text: str
    """Without byte order mark, NULs and lone surrogates."""
    encoding: str
    """WHATWG name, lower case: "utf-8", "windows-1252", …; "str" for text that came decoded."""
    source: str
    """What told it: "str", "bom", "http", "utf-8" (strictly valid), "meta", "utf-8-damaged", "detector", "default", and
    "misread": the whole page had been read in another encoding before it came, which is undone. "binary": what came is
    no page at all, and `encoding` says what it is."""
    utf8: bytes | None = None
    """The page as it came, where that is the text in UTF-8: the parser need not encode it again."""


HEAD = 65_536
"""Bytes in which a declaration is looked for: 17 of 65 legacy pages declare later than the standard's 1,024."""
STRAY = 0.05
"""Share of the bytes above ASCII that may be broken for text to be UTF-8 whatever it declares."""
STRAY_DECLARED = 0.3
"""The same where the page or server says UTF-8: short texts have few bytes to judge by."""
UNFIT = 0.1
"""Share of the bytes above ASCII that may be broken for a declared legacy encoding to be believed."""
DETECTED = 1_000_000
"""Bytes that the detector sees."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_ASCII = bytes(range(128))
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_META = re.compile(rb"<meta\s[^<>]*?charset\s*+=\s*+[\"']?\s*+([\w.:+\-]+)", re.I)
_XML = re.compile(rb"\A\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([\w.:+\-]+)", re.I)
_ESCAPES = (b"\x1b$", b"\x1b(")
"""How ISO-2022-JP switches character sets; in ASCII otherwise."""

_NO_TEXT = frozenset({"replacement", "x-user-defined"})
"""Encodings of the standard that give no readable text: labels that name them are passed over."""

_CODECS = {
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-8-i": "iso8859_8",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
}
"""WHATWG name -> Python codec where the names differ or Python's own is narrower than the standard's."""


_OF_LATIN_LETTERS = frozenset(
    "iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 "
    "windows-1250 windows-1254 windows-1257 windows-1258".split()
)
"""Encodings that share most letters above ASCII with Latin-1."""


def decode(page: bytes | str, charset: str | None = None) -> Decoded:
    """Decode a page; `charset` is what the HTTP header said. Never raises: what cannot be decoded becomes U+FFFD."""
    if isinstance(page, str):
        text = _clean(page)
        return _undone(text) or Decoded(text, "str", "str")
    thing = other_than_html(page)
    if thing is not None:
        return Decoded("", thing, "binary")
    for mark, name in _BOMS:
        if page.startswith(mark):
            return Decoded(_clean(page[len(mark) :].decode(name, "replace")), name, "bom")
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        text, encoding, source = _without_utf8(page, charset)
        if not encoding.startswith("utf-16") and is_data(page):
            return Decoded("", BYTES, "binary")
        return Decoded(_clean(text), encoding, source)
    if "\0" in text[:1024] or b"\x1b" in page:
        text, encoding, source = _in_seven_bits(page, text, charset)
        return Decoded(_clean(text), encoding, source)
    if b"\0" in page:
        return Decoded(text.replace("\0", ""), "utf-8", "utf-8")
    return _undone(text) or Decoded(text, "utf-8", "utf-8", page)


def is_label(charset: str) -> bool:
    """Whether the standard knows an encoding of text by this label."""
    return _lookup(charset) is not None


def _undone(text: str) -> Decoded | None:
    """What a page was before it was read in the wrong encoding; None where it was not."""
    if text.isascii():
        return None
    utf8 = mojibake.utf8_of(text)
    if utf8 is not None:
        return Decoded(_clean(utf8.decode()), "utf-8", "misread")
    data = mojibake.bytes_of(text)
    found = None if data is None else _reread(data)
    return None if found is None or found[0] == text else Decoded(*found, "misread")


def _reread(data: bytes) -> tuple[str, str] | None:
    """(text, encoding) of bytes that were read as Latin-1; None where that is what they are."""
    if mojibake.holds_utf8(data):
        damaged, stray = _with_stray(data)
        if stray <= STRAY:
            return damaged, "utf-8"
    name = _lookup(_declared(data))
    if name in (None, "utf-8", "windows-1252"):
        return (_decoded(data, "windows-1252"), "windows-1252") if mojibake.has_controls(data) else None
    if name not in _OF_LATIN_LETTERS and not mojibake.is_of_other_script(data):
        return None
    text = _decoded(data, name)
    return None if "\ufffd" in text else (text, name)


def _in_seven_bits(page: bytes, text: str, charset: str | None) -> tuple[str, str, str]:
    """Text whose bytes look like ASCII but are not: UTF-16 of Latin letters, ISO-2022-JP."""
    for name, zeros in (("utf-16le", page[1:1024:2]), ("utf-16be", page[:1024:2])):
        if zeros.count(0) > len(zeros) * 0.5:
            return page.decode(name, "replace"), name, "http" if _lookup(charset) == name else "detector"
    for label, source in ((charset, "http"), (_declared(page), "meta")):
        if _lookup(label) == "iso-2022-jp" and any(e in page for e in _ESCAPES):
            return _decoded(page, "iso-2022-jp"), "iso-2022-jp", source
    return text, "utf-8", "utf-8"


def _without_utf8(page: bytes, charset: str | None) -> tuple[str, str, str]:
    """Text of bytes that are not strictly UTF-8."""
    if page[:1024].count(0) > 64:
        return _in_seven_bits(page, page.decode("utf-8", "replace"), charset)
    damaged, stray = _with_stray(page)
    if stray <= STRAY:
        return damaged, "utf-8", "utf-8-damaged"
    for label, source in ((charset, "http"), (_declared(page), "meta")):
        name = _lookup(label)
        if name == "utf-8" and stray <= STRAY_DECLARED:
            return damaged, name, source
        if name is not None and not name.startswith("utf-"):
            text = _decoded(page, name)
            if text.count("\ufffd") <= max(1, _high(page) * UNFIT):
                return text, name, source
    return _detected(page)


def _with_stray(page: bytes) -> tuple[str, float]:
    """(the text as UTF-8, the share of its bytes above ASCII that are none)"""
    text = page.decode("utf-8", "replace")
    return text, (text.count("\ufffd") - page.count(b"\xef\xbf\xbd")) / _high(page)


def _high(page: bytes) -> int:
    return len(page.translate(None, _ASCII))


def _detected(page: bytes) -> tuple[str, str, str]:
    name = _lookup(cchardet.detect(page[:DETECTED]).get("encoding"))
    if name is None or name.startswith("utf-"):
        return _decoded(page, "windows-1252"), "windows-1252", "default"
    return _decoded(page, name), name, "detector"


def _declared(page: bytes) -> str | None:
    """The label that the head or an XML declaration names; UTF-16 there means UTF-8, as the standard says."""
    head = _COMMENT.sub(b"", page[:HEAD])
    found = _META.search(head) or _XML.search(head)
    if found is None:
        return None
    label = found[1].decode("ascii", "replace")
    name = _lookup(label)
    return "utf-8" if name is not None and name.startswith("utf-16") else label


def _lookup(label: str | None) -> str | None:
    """The WHATWG name of a label."""
    if not label:
        return None
    encoding = webencodings.lookup(label.encode("ascii", "replace").decode().strip(" \"'\t\n\r\f;,"))
    return None if encoding is None or encoding.name in _NO_TEXT else str(encoding.name)


def _decoded(page: bytes, name: str) -> str:
    """Bytes decoded by a WHATWG encoding, errors replaced."""
    codec = codecs.lookup(_CODECS[name]) if name in _CODECS else webencodings.lookup(name).codec_info
    try:
        return str(codec.decode(page, "strict")[0])
    except UnicodeDecodeError:
        if name.startswith("windows-"):
            return codecs.charmap_decode(page, "replace", mojibake.code_page(codec.name))[0]
        if name == "euc-jp":  # row 13 (①, ㈱, …) is in the standard's index, not in Python's euc_jp
            codec = codecs.lookup("euc_jis_2004")
        return str(codec.decode(page, "replace")[0])


def _clean(text: str) -> str:
    """Text without byte order mark, NULs and lone surrogates."""
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # halves of a pair that came apart are joined, others replaced
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
