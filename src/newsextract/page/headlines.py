"""Whether a short text reads like a headline, in scripts with and without spaces between words."""

WIDE = "\u0e00"
"""From Thai on, most scripts that part no words (Thai, Lao, Khmer, CJK) have their letters; Hangul parts words."""

LONGEST = 300
"""Characters; a headline with its summary glued on may be this long, a paragraph is longer."""


def is_headline(text: str) -> bool:
    """Whether a link's text is long enough for a headline: three words, or as much in a script without spaces."""
    if not 8 <= len(text) <= LONGEST:
        return False
    words = text.count(" ") + 1
    if words >= 3:
        return len(text) >= 12
    if words == 2 and len(text) >= 20:
        return True
    return not text.isascii() and sum(c >= WIDE for c in text) >= 8
