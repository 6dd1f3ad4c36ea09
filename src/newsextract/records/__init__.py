"""The frozen records that extraction returns."""

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

__all__ = [
    "BLOCK_TYPES",
    "Article",
    "Aside",
    "Author",
    "Block",
    "Code",
    "Embed",
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
