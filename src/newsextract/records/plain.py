"""The body as plain text, and walks over its blocks."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsextract.records.blocks import Aside, Block, Code, Link, List, ListItem, Paragraph, Quote, Table

if TYPE_CHECKING:
    from newsextract.records.article import Section


def blocks(sections: Iterable["Section"]) -> Iterator[Block]:
    """Every block of the body in reading order; what an aside holds is not unpacked."""
    for section in sections:
        yield from section.blocks


def text(sections: Iterable["Section"]) -> str:
    """Headings on lines of their own, blocks parted by a blank line, items "- …", table cells parted by " | ".

    Images, embeds, asides and pull quotes are not running text and are left out.
    """
    parts: list[str] = []
    for section in sections:
        if section.heading:
            parts.append(section.heading)
        parts += [t for t in map(block_text, section.blocks) if t]
    return "\n\n".join(parts)


def block_text(block: Block) -> str:
    """One block as plain text; "" for what is not running text."""
    match block:
        case Paragraph() | Code():
            return block.text
        case Quote():
            return "" if block.pull else block.text
        case List():
            return "\n".join(_item_lines(block.items))
        case Table():
            return _table_text(block)
        case _:
            return ""


def links(sections: Iterable["Section"]) -> Iterator[Link]:
    """Links of paragraphs and list items, in reading order."""
    for block in blocks(sections):
        if isinstance(block, Paragraph):
            yield from block.links
        elif isinstance(block, List):
            yield from _item_links(block.items)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside asides too."""
    for block in blocks:
        yield block
        if isinstance(block, Aside):
            yield from walk(block.blocks)


def _item_lines(items: Iterable[ListItem], indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {item.text}"
        yield from _item_lines(item.items, indent + "  ")


def _item_links(items: Iterable[ListItem]) -> Iterator[Link]:
    for item in items:
        yield from item.links
        yield from _item_links(item.items)


def _table_text(table: Table) -> str:
    rows = ((table.header,) if table.header else ()) + table.rows
    lines = [table.caption] if table.caption else []
    return "\n".join([*lines, *(" | ".join(row) for row in rows), *table.footnotes])
