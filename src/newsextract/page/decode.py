"""Bytes in, text out, with the encoding and what told it."""

import attrs


@attrs.frozen
class Decoded:
    """Decoded text."""

    text: str
    encoding: str
    """WHATWG name, lower case: "utf-8", "windows-1252", …; "str" for text that came decoded."""
    source: str
    """What told it: "str", "bom", "http", "utf-8" (strictly valid), "meta", "utf-8-damaged", "detector", "default"."""


def decode(page: bytes | str, charset: str | None = None) -> Decoded:
    """Decode a page; `charset` is what the HTTP header said."""
    if isinstance(page, str):
        return Decoded(page, "str", "str")
    return Decoded(page.decode("utf-8", "replace"), "utf-8", "default")
