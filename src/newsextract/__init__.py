"""News pages in, typed records out.

import newsextract
article = newsextract.extract(page_bytes, url="https://example.org/story")
article.title, article.published, article.sections, article.related
"""

from newsextract.errors import NewsextractError
from newsextract.pipeline import extract
from newsextract.records import Article

__version__ = "0.1.0"

__all__ = ["Article", "NewsextractError", "__version__", "extract"]
