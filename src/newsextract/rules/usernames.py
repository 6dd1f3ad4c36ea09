"""A piece of a byline that is no person's name in, whether it is one to sign or to log in with out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsextract.rules.bydates import BEFORE_DATES
from newsextract.rules.personnames import Named
from newsextract.rules.speech import Speech

_USER_NAME = re.compile(r"(?!\d+$)[\w.'-]{3,30}(?: [\w.'-]{2,30}){0,2}")
_NUMBERED = re.compile(r"\d[^\W\d_]")
"""A word with a digit in the name of a brand: "4K"."""
_MOST_OF_BRAND = 3
"""Words of a name with a digit in it."""
_MADE, _CHANGES = 8, 3
"""Characters of an account, and changes between digits and others in it, from which a machine named it."""


def user(text: str, speech: Speech, most: int = 3) -> Iterator[Named]:
    """The bearer of a user name: in lower case, with digits, of that many words at most."""
    is_user = _USER_NAME.fullmatch(text) is not None and text.count(" ") < most
    if is_user and not speech.under("newsroom", "roles", "login", *BEFORE_DATES).within(text):
        yield Named(name=text)


def brand(segment: str) -> Iterator[Named]:
    """Who signs with a digit in the name: "4K Harbours"."""
    words = segment.split()
    is_brand = 1 < len(words) <= _MOST_OF_BRAND and all(w[0].isupper() or _NUMBERED.fullmatch(w) for w in words)
    if is_brand and any(_NUMBERED.fullmatch(w) for w in words):
        yield Named(name=segment, kind="organization")


def is_account(name: str) -> bool:
    """Whether a name is one to log in with: one word, not written as a name is."""
    return " " not in name and name.isascii() and not (name.isalpha() and name.istitle())


def is_made(name: str) -> bool:
    """Whether letters and digits of one word change as they do in what a machine drew: "rlind_x7q2k9"."""
    is_one = len(name) >= _MADE and " " not in name
    return is_one and sum(a.isdigit() != b.isdigit() for a, b in pairwise(name)) >= _CHANGES
