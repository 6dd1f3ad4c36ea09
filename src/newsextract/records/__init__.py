"""The frozen records that extraction returns, and the one that stands where it could not."""

from newsextract.records.article import (
    Article,
    Author,
    Notice,
    Pagination,
    RelatedPost,
    Section,
    Site,
)
from newsextract.records.blocks import (
    BLOCK_TYPES,
    Aside,
    Block,
    Code,
    Embed,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from newsextract.records.failure import Failure

__all__ = [
    "BLOCK_TYPES",
    "Article",
    "Aside",
    "Author",
    "Block",
    "Code",
    "Embed",
    "Failure",
    "Image",
    "Link",
    "List",
    "ListItem",
    "Notice",
    "Pagination",
    "Paragraph",
    "Quote",
    "RelatedPost",
    "Section",
    "Site",
    "Table",
]
