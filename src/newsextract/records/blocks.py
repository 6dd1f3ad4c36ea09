"""Blocks of an article's body, in reading order.

Text everywhere is as a browser shows it: white space folded, a line break kept as one newline.
"""

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

import attrs

from newsextract.errors import MissingExtra

if TYPE_CHECKING:
    import pandas


@attrs.frozen(kw_only=True)
class Link:
    """A link, or a label that is not linked."""

    text: str
    """What it shows."""
    url: str | None = None
    """Absolute; None where only metadata or plain text names it."""


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    links: tuple[Link, ...] = ()
    """Links inside it, in order."""
    path: str | None = None
    """CSS path in the page, where locators were asked for."""


@attrs.frozen(kw_only=True)
class ListItem:
    """One item of a list."""

    text: str
    """Whole, label included, nested items left out."""
    label: str | None = None
    """The lead of "Energy corridors: Azerbaijan's …": "Energy corridors"."""
    links: tuple[Link, ...] = ()
    """As `Paragraph.links`."""
    items: tuple["ListItem", ...] = ()
    """Nested items."""


@attrs.frozen(kw_only=True)
class List:
    """A bullet, numbered or definition list."""

    ordered: bool = False
    """Whether the items are numbered."""
    items: tuple[ListItem, ...] = ()
    path: str | None = None
    """As `Paragraph.path`."""


@attrs.frozen(kw_only=True)
class Table:
    """A table of data, rectangular: a spanned cell repeats its text in every place it covers."""

    caption: str | None = None
    header: tuple[str, ...] = ()
    """The header row, as wide as the rows; () where there is none."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The other rows, each of the same width."""
    footnotes: tuple[str, ...] = ()
    """Notes printed under it."""
    path: str | None = None
    """As `Paragraph.path`."""

    def to_markdown(self) -> str:
        """A GitHub-flavoured pipe table; one without a header gets an empty one, as the syntax wants."""
        from newsextract.export import markdown

        return markdown.table(self)

    def to_csv(self) -> str:
        """RFC 4180 with "\\n" line ends; a cell a spreadsheet would run as a formula gets a quote mark."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([defused(c) for c in row] for row in ((self.header,) if self.header else ()) + self.rows)
        return out.getvalue()

    def to_pandas(self) -> "pandas.DataFrame":
        """A data frame of strings, its columns the header; MissingExtra where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise MissingExtra("Table.to_pandas", "pandas") from error
        return pandas.DataFrame(list(self.rows), columns=list(self.header) or None)


@attrs.frozen(kw_only=True)
class Quote:
    """A block quotation or a pull quote."""

    text: str
    """Its paragraphs parted by a blank line."""
    cite: str | None = None
    """Who is quoted, or the source, as printed."""
    pull: bool = False
    """A pull quote: it repeats or advertises the running text, and is not in `Article.text`."""
    path: str | None = None
    """As `Paragraph.path`."""


@attrs.frozen(kw_only=True)
class Image:
    """A picture."""

    url: str
    """Absolute; the largest the page offers."""
    alt: str | None = None
    """Text for those who do not see it."""
    caption: str | None = None
    """Without the credit."""
    credit: str | None = None
    """Photographer or agency, as printed."""
    width: int | None = None
    """Pixels, where the page says."""
    height: int | None = None
    """As `width`."""
    path: str | None = None
    """As `Paragraph.path`."""


@attrs.frozen(kw_only=True)
class Code:
    """Preformatted text."""

    text: str
    """White space kept."""
    language: str | None = None
    path: str | None = None
    """As `Paragraph.path`."""


@attrs.frozen(kw_only=True)
class Embed:
    """Something shown from elsewhere: a video, a post, a map."""

    url: str
    provider: str | None = None
    """"youtube", "x", "instagram", …; the host where the provider is not known."""
    kind: str | None = None
    """"video", "post", "audio", "map", "document", "chart", …"""
    text: str | None = None
    """The text it carries in the page, such as a post's."""
    path: str | None = None
    """As `Paragraph.path`."""


@attrs.frozen(kw_only=True)
class Aside:
    """A fact box, kept apart from the running text: not in `Article.text`."""

    heading: str | None = None
    blocks: tuple["Block", ...] = ()
    path: str | None = None
    """As `Paragraph.path`."""


Block: TypeAlias = Paragraph | List | Table | Quote | Image | Code | Embed | Aside

BLOCK_TYPES: dict[str, type[Block]] = {
    "paragraph": Paragraph,
    "list": List,
    "table": Table,
    "quote": Quote,
    "image": Image,
    "code": Code,
    "embed": Embed,
    "aside": Aside,
}
"""The value of "type" in JSON, and its class."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet read a cell as a formula (OWASP, CSV injection)."""


def defused(cell: str) -> str:
    """A cell of CSV that no spreadsheet runs as a formula: one that begins like a formula gets a quote mark."""
    return "'" + cell if cell.startswith(FORMULA_STARTS) else cell
