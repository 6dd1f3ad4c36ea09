"""A line of copyright in, its holder out, and whether the site's own footer names the same: stations of one group close
each text with the group's name, which says nothing of where it was first published.
"""

import re

from newsextract.label import LabelledPage
from newsextract.page.text import text_of

COPYRIGHT = re.compile(r"(?:(?:copyright|©|\(c\))\s*){1,2}(?:\d{4}\s*(?:[–-]\s*\d{4})?)[\s,]*(?:by |the )*", re.I)
"""How a line of copyright begins, up to its holder."""
LARGEST = 3000
"""Characters of a footer."""
SHORTEST = 5
"""Letters of a name that is looked for among others."""
_END = re.compile(r"[.,;|(]|\s[–—-]\s|$")


def is_own(page: LabelledPage, line: str) -> bool:
    """Whether who holds the copyright in a line holds that of the whole site."""
    opening = COPYRIGHT.match(line)
    rest = line[opening.end() :] if opening else ""
    end = _END.search(rest)
    name = rest[: end.start()].strip().casefold() if end else ""
    if len(name) < SHORTEST:
        return False
    footers = (e for e in page.labels.of("footer") if not any(a.tag == "article" for a in e.ancestors))
    return any(name in text_of(e)[-LARGEST:].casefold() for e in footers)
