"""News pages in, typed records out.

import newsextract
article = newsextract.extract(page_bytes, url="https://example.org/story")
article.title, article.published, article.sections, article.related

fetched = newsextract.fetch("https://example.org/story")
article = newsextract.extract(fetched.page, fetched.url, charset=fetched.charset, captured=fetched.captured)
"""

from importlib import import_module
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


_LATER = {
    "FetchPolicy": "newsextract.inputs.fetch",
    "afetch": "newsextract.inputs.fetch",
    "extract": "newsextract.pipeline",
    "fetch": "newsextract.inputs.fetch",
    "load_rules": "newsextract.rules.user",
}
"""Name -> module it is loaded from when it is asked for."""


def __getattr__(name: str) -> object:
    """What extracts, what fetches and what reads rules loads when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    """What a notebook offers: the public names."""
    return __all__
