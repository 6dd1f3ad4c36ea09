"""What may leave a record for a document: characters XML allows, and addresses of the web.

Pages are not to be trusted. A writer escapes for its own syntax; these two rules hold for all of them.
"""

import re
from typing import Final
from urllib.parse import urlsplit

_FORBIDDEN: Final = re.compile("[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but Char of XML 1.0 (5th edition, 2.2); the controls it discourages and carriage returns go too."""

_UNSAFE_IN_URL: Final = re.compile(r"""[\s"'<>\\^`{|}()]""")
"""Characters a URL may not hold or that end one in HTML or Markdown: percent-encoded, they mean the same."""

SCHEMES: Final = ("http", "https")
"""No "javascript:", no "data:"; an address without a scheme leads nowhere outside its page."""


def text(value: str) -> str:
    """Without the characters that no XML document may hold."""
    return _FORBIDDEN.sub("", value)


def url(value: str | None) -> str | None:
    """An http or https address, fit for an attribute in quotes and for a Markdown link; None for anything else."""
    if not value:
        return None
    clean = text(value).strip()
    try:
        parts = urlsplit(clean)
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not parts.netloc:
        return None
    return _UNSAFE_IN_URL.sub(lambda m: "".join(f"%{byte:02X}" for byte in m.group().encode()), clean)
