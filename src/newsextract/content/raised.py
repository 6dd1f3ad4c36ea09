"""Digits that a page raises or lowers behind another digit in, signs that say so out: 10⁶ is not 106.

Behind letters nothing can be misread, and what is searched for is the plain spelling: CO2, H2O, m2 stay.
"""

import re
from typing import Final

from newsextract.page.document import Element

_DIGITS: Final = re.compile(r"[+−–-]?[0-9]{1,9}(?:(?:, ?| ?[–-] ?)[0-9]{1,9}){0,9}")
"""An exponent, an index, a price's cents, numbers of notes."""
_RAISED: Final = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED: Final = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_BARS: Final = frozenset("/⁄∕")
"""What stands between the two numbers of a fraction."""


def spelt(node: Element, before: str, following: list[Element | str]) -> str | None:
    """What a `<sup>` or `<sub>` of digits says behind the text `before`; its siblings follow it, the next one last.

    None where it says no more than its plain digits: `before` does not end in a digit, or it holds other things.
    """
    if not before[-1:].isdigit():
        return None
    digits = _digits(node)
    if digits is None:
        return None
    if node.tag == "sup" and digits.isdigit() and _is_numerator(following):
        return f" {digits}"
    return digits.translate(_RAISED if node.tag == "sup" else _LOWERED)


def _digits(node: Element) -> str | None:
    """The ASCII digits that an element holds alone."""
    child = node.children[0] if len(node.children) == 1 else None
    said = child.strip() if isinstance(child, str) else ""
    return said if _DIGITS.fullmatch(said) else None


def _is_numerator(following: list[Element | str]) -> bool:
    """Whether a bar and a lowered number follow: 3<sup>1</sup>/<sub>2</sub> is three and a half."""
    if len(following) < 2:
        return False
    bar, under = following[-1], following[-2]
    if not isinstance(bar, str) or bar.strip() not in _BARS or isinstance(under, str) or under.tag != "sub":
        return False
    return (_digits(under) or "").isdigit()
