"""An article as GitHub-flavoured Markdown; what a page printed is never read as syntax.

Escaping follows CommonMark 0.31 and the tables, strikethrough and footnotes of GitHub Flavored Markdown.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from newsextract.export import opening, safe
from newsextract.export.inline import pieces
from newsextract.records import (
    Article,
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
    Section,
    Table,
)

LOWEST, HIGHEST = 2, 6
"""Levels of headings under the title, which is the one of level 1."""

_INLINE: Final = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""Characters that start something wherever they stand; an underscore only where it is not inside a word."""

_AT_START: Final = re.compile(
    r"^(?:(?P<mark>[-:](?=[-:\s]|$)|\+(?=\s|$)|>|\#(?=\#{0,5}(?:\s|$))|=(?==*\s*$))|(?P<number>\d{1,9})(?=[.)](?:\s|$)))"
)
"""What makes a line a list, a quote, a heading, a rule, or the line under a heading or a table's head."""

_MARKS: Final = {False: ("-", "*"), True: (".", ")")}
"""Bullets, and what stands behind a number; two lists in a row take turns, or they would be read as one."""


def document(article: Article, *, front_matter: bool = False) -> str:
    """The title, the standfirst, the lead image and the body; YAML with the other facts before it where asked for.

    What the body prints itself near its beginning, or shows, is not printed over it as well.
    """
    parts = [_front_matter(article)] if front_matter else []
    if article.title:
        parts.append(f"# {_heading(article.title)}")
    if standfirst := opening.standfirst(article):
        parts.append(f"*{_lines(standfirst)}*")
    if lead := opening.lead_image(article):
        parts += _image(lead)
    for section in article.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def table(block: Table) -> str:
    """A pipe table; one without a header gets an empty one, as the syntax wants."""
    width = len(block.header) or max((len(row) for row in block.rows), default=0)
    header = block.header or ("",) * width
    return "\n".join([_row(header), "|" + " --- |" * width, *map(_row, block.rows)])


def _front_matter(article: Article) -> str:
    """YAML whose values are JSON, which YAML 1.2 includes: nothing a page says can leave its quotes.

    Renderers that do not know of front matter read it as Markdown: what would start a tag or a link is written as JSON
    can write it, by its number.
    """
    facts: dict[str, Any] = {
        "title": article.title,
        "authors": [a.name for a in article.authors],
        "site": article.site.name if article.site else None,
        "url": article.canonical_url or article.url,
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "categories": [c.text for c in article.categories],
        "tags": [t.text for t in article.tags],
    }
    lines = [f"{key}: {_json(value)}" for key, value in facts.items() if value]
    return safe.text("\n".join(["---", *lines, "---"]))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("](", "]\\u0028")


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"{'#' * min(max(section.level, LOWEST), HIGHEST)} {_heading(section.heading)}"
    entry = [section.published.isoformat().replace("T", " ")] if section.published else []
    entry += [author.name for author in section.authors]
    if entry:
        yield f"*{_lines(', '.join(entry))}*"
    yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    previous: Block | None = None
    turn = 0
    for block in blocks:
        if isinstance(block, List):
            turn = 1 - turn if isinstance(previous, List) and previous.ordered == block.ordered else 0
            yield "\n".join(_items(block.items, _MARKS[block.ordered][turn], ordered=block.ordered))
        else:
            yield from _WRITERS[type(block)](block)
        previous = block


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield _linked(block.text, block.links)


def _items(items: Iterable[ListItem], mark: str, *, ordered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        marker = f"{number}{mark}" if ordered else mark
        indent = " " * (len(marker) + 1)
        lines = _item(item).split("\n") if item.text else [""]
        yield f"{marker} {lines[0]}".rstrip()
        yield from (indent + line for line in lines[1:])
        yield from (indent + line for line in _items(item.items, _MARKS[False][0]))


def _item(item: ListItem) -> str:
    label = item.label or ""
    if not (item.text.startswith(label) and label[:1].isalnum() and label[-1:].isalnum()):
        return _linked(item.text, item.links)  # a bold run that ends in a sign may not be read as one
    links = tuple(link for link in item.links if link.text not in label)
    return f"**{_lines(label)}**{_linked(item.text[len(label) :], links, start=False)}"


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield f"**{_lines(block.caption)}**"
    if block.rows or block.header:
        yield table(block)
    yield from map(_lines, block.footnotes)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_escaped(cell).replace("\n", "<br>") for cell in cells) + " |"


def _quote(block: Quote) -> Iterator[str]:
    paragraphs = [_lines(p) for p in block.text.split("\n\n")]
    if block.cite:
        paragraphs.append(f"— {_lines(block.cite)}")
    yield _quoted(paragraphs)


def _aside(block: Aside) -> Iterator[str]:
    heading = [f"**{_lines(block.heading)}**"] if block.heading else []
    yield _quoted([*heading, *_blocks(block.blocks)])


def _quoted(parts: Iterable[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(parts).split("\n"))


def _image(block: Image) -> Iterator[str]:
    if address := safe.url(block.url):
        yield f"![{_heading(block.alt or '')}]({_destination(address)})"
        said = " ".join(filter(None, (block.caption, block.credit and f"({block.credit})")))
        if said:
            yield f"*{_lines(said)}*"


def _code(block: Code) -> Iterator[str]:
    longest = max((len(run) for run in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = re.sub(r"[`\s]+", "-", block.language or "")
    yield f"{fence}{language}\n{safe.text(block.text)}\n{fence}"


def _embed(block: Embed) -> Iterator[str]:
    """A link to what the page showed in a frame; the post's own words, quoted, where it carried them."""
    address = safe.url(block.url)
    link = [f"[{_escaped(address)}]({_destination(address)})"] if address else []
    if block.text:
        yield _quoted([*map(_lines, block.text.split("\n\n")), *link])
    else:
        yield from link


_WRITERS: Final[dict[type, Callable[[Any], Iterator[str]]]] = {
    Paragraph: _paragraph,
    Table: _table,
    Quote: _quote,
    Image: _image,
    Code: _code,
    Embed: _embed,
    Aside: _aside,
}


def _linked(text: str, links: tuple[Link, ...], *, start: bool = True) -> str:
    """Running text with its links; `start` says whether it begins a line."""
    parts: list[str] = []
    for piece, address in pieces(text, links):
        if address:
            if parts and parts[-1].endswith("!"):
                parts[-1] = parts[-1][:-1] + "\\!"  # or the link would be read as an image
            parts.append(f"[{_lines(piece, start=False)}]({_destination(address)})")
        else:
            parts.append(_lines(piece, start=start and not parts))
    return "".join(parts)


def _lines(text: str, *, start: bool = True) -> str:
    """Escaped text whose newlines are hard breaks."""
    first, *others = _escaped(text).split("\n")
    return "\\\n".join([_begun(first) if start else first, *map(_begun, others)])


def _heading(text: str) -> str:
    """Escaped text on one line; a "#" at the end would be read as the closing of a heading."""
    line = " ".join(_escaped(text).split("\n"))
    return line[:-1] + "\\#" if line.endswith("#") else line


def _begun(line: str) -> str:
    """A line whose beginning is not read as syntax."""
    line = line.lstrip(" \t")
    return _AT_START.sub(lambda m: f"\\{m['mark']}" if m["mark"] else f"{m['number']}\\", line)


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", safe.text(text))


def _destination(address: str) -> str:
    return re.sub(r"&(?=#?\w+;)", "&amp;", address)
