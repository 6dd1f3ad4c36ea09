"""News pages in, typed records out.

import newsextract
article = newsextract.extract(page_bytes, url="https://example.org/story")
article.title, article.published, article.sections, article.related

fetched = newsextract.fetch("https://example.org/story")
article = newsextract.extract(fetched.page, fetched.url, charset=fetched.charset, captured=fetched.captured)
"""

from typing import TYPE_CHECKING

from newsextract.batch.stream import batch
from newsextract.errors import NewsextractError
from newsextract.records import Article
from newsextract.version import __version__

if TYPE_CHECKING:
    from newsextract.inputs.fetch import afetch, fetch
    from newsextract.inputs.fetching.policy import FetchPolicy
    from newsextract.pipeline import extract
    from newsextract.rules.user import load_rules

__all__ = [
    "Article",
    "FetchPolicy",
    "NewsextractError",
    "__version__",
    "afetch",
    "batch",
    "extract",
    "fetch",
    "load_rules",
]


def __getattr__(name: str) -> object:
    """What extracts, what fetches and what reads rules loads when it is asked for, and stays."""
    if name == "extract":
        from newsextract.pipeline import extract

        globals()[name] = extract
        return extract
    if name == "load_rules":
        from newsextract.rules.user import load_rules

        return load_rules
    if name in ("FetchPolicy", "afetch", "fetch"):
        from newsextract.inputs import fetch as fetching

        return getattr(fetching, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

