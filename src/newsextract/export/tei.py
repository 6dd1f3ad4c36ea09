"""An article as a TEI P5 document, for corpora: a header with what is known of the source, and the body.

Uses elements of TEI alone, in places where TEI allows them (P5 4.x: header, core, textstructure, figures, linking).
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from lxml import etree

from newsextract.export import safe
from newsextract.export.inline import pieces
from newsextract.records import (
    Article,
    Aside,
    Author,
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

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"

_PREFIXES: Final[dict[Any, str]] = {None: NAMESPACE}

_HOLDERS: Final = frozenset(
    "TEI abstract bibl body cit div fileDesc figure floatingText keywords langUsage list opener profileDesc "
    "publicationStmt quote row sourceDesc table teiHeader text textClass titleStmt".split()
)
"""Elements that are given elements alone: a line end inside them is no text."""

Node = etree._Element


def document(article: Article) -> str:
    """The TEI document, with an XML declaration that says UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap=_PREFIXES)
    _header(root, article)
    text = _add(root, "text")
    if article.language:
        text.set(f"{{{XML}}}lang", safe.text(article.language))
    body = _add(text, "body")
    _sections(body, article.sections)
    if not len(body):
        _add(body, "p")  # a body must hold something
    _break_lines(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).decode() + "\n"


def _header(root: Node, article: Article) -> None:
    header = _add(root, "teiHeader")
    file = _add(header, "fileDesc")
    _titles(_add(file, "titleStmt"), article)
    publication = _add(file, "publicationStmt")
    if article.site and article.site.name:
        _add(publication, "publisher", article.site.name)
        if article.published:
            _date(publication, article.published)
    else:
        _add(publication, "p", "Extracted from a web page.")
    _source(_add(_add(file, "sourceDesc"), "bibl"), article)
    _profile(header, article)


def _titles(statement: Node, article: Article) -> None:
    _add(statement, "title", article.title or "").set("type", "main")
    if article.subtitle:
        _add(statement, "title", article.subtitle).set("type", "sub")
    for author in article.authors:
        _author(statement, author)


def _author(parent: Node, author: Author) -> None:
    name = _add(_add(parent, "author"), "persName" if author.kind == "person" else "orgName", author.name)
    if address := safe.url(author.url):
        name.set("ref", address)


def _source(bibliographic: Node, article: Article) -> None:
    _titles(bibliographic, article)
    site = article.site.name if article.site else None
    for name in (site, article.source):
        if name:
            _add(bibliographic, "publisher", name)
    if article.published:
        _date(bibliographic, article.published)
    if address := safe.url(article.canonical_url or article.url):
        _add(bibliographic, "ptr").set("target", address)


def _profile(header: Node, article: Article) -> None:
    terms = [("tag", t.text) for t in article.tags] + [("category", c.text) for c in article.categories]
    if not (terms or article.language or article.description):
        return
    profile = _add(header, "profileDesc")
    if article.description:
        _add(_add(profile, "abstract"), "p", article.description)
    if article.language:
        language = safe.text(article.language)
        _add(_add(profile, "langUsage"), "language", language).set("ident", language)
    if terms:
        keywords = _add(_add(profile, "textClass"), "keywords")
        for kind, text in terms:
            _add(keywords, "term", text).set("type", kind)


def _date(parent: Node, when: date) -> None:
    _add(parent, "date", when.isoformat()).set("when", when.isoformat())


def _sections(body: Node, sections: Iterable[Section]) -> None:
    """Divisions, one inside another as the levels of their headings say."""
    open_: list[tuple[int, Node]] = []
    for section in sections:
        while open_ and open_[-1][0] >= section.level:
            open_.pop()
        division = _add(open_[-1][1] if open_ else body, "div")
        open_.append((section.level, division))
        if section.heading:
            _add(division, "head", section.heading)
        if section.published or section.authors:
            _entry(division, section)
        _blocks(division, section.blocks)


def _entry(division: Node, section: Section) -> None:
    """When an entry of a live blog was posted, and who did."""
    opener = _add(division, "opener")
    if section.authors:
        byline = _add(opener, "byline")
        for author in section.authors:
            name = _add(byline, "persName" if author.kind == "person" else "orgName", author.name)
            name.tail = " "
    if section.published:
        _date(_add(opener, "dateline"), section.published)


def _blocks(parent: Node, blocks: Iterable[Block]) -> None:
    for block in blocks:
        _WRITERS[type(block)](parent, block)


def _paragraph(parent: Node, block: Paragraph) -> None:
    _linked(_add(parent, "p"), block.text, block.links)


def _list(parent: Node, block: List) -> None:
    _items(parent, block.items, "numbered" if block.ordered else "bulleted")


def _items(parent: Node, items: Iterable[ListItem], kind: str) -> None:
    items = tuple(items)
    if not items:
        return
    element = _add(parent, "list")
    element.set("rend", kind)
    for item in items:
        entry = _add(element, "item")
        label = item.label if item.label and item.text.startswith(item.label) else ""
        if label:
            _add(entry, "label", label)
        links = tuple(link for link in item.links if link.text not in label)
        _linked(entry, item.text[len(label) :], links)
        _items(entry, item.items, "bulleted")


def _table(parent: Node, block: Table) -> None:
    if not (block.header or block.rows):
        return
    element = _add(parent, "table")
    if block.caption:
        _add(element, "head", block.caption)
    for role, rows in (("label", (block.header,) if block.header else ()), ("data", block.rows)):
        for cells in rows:
            row = _add(element, "row")
            row.set("role", role)
            for cell in cells:
                _add(row, "cell", cell)
    for note in block.footnotes:
        _add(parent, "note", note).set("place", "foot")


def _quote(parent: Node, block: Quote) -> None:
    holder = _add(parent, "cit")
    if block.pull:
        holder.set("rend", "pull")
    quote = _add(holder, "quote")
    for paragraph in block.text.split("\n\n"):
        _add(quote, "p", paragraph)
    if block.cite:
        _add(holder, "bibl", block.cite)


def _image(parent: Node, block: Image) -> None:
    address = safe.url(block.url)
    if address is None:
        return
    figure = _add(parent, "figure")
    graphic = _add(figure, "graphic")
    graphic.set("url", address)
    for name, size in (("width", block.width), ("height", block.height)):
        if size:
            graphic.set(name, f"{size}px")
    if block.caption:
        _add(figure, "head", block.caption)
    if block.credit:
        _add(figure, "bibl", block.credit).set("type", "credit")
    if block.alt:
        _add(figure, "figDesc", block.alt)


def _code(parent: Node, block: Code) -> None:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}ab")
    element.set("rend", "preformatted")
    element.set(f"{{{XML}}}space", "preserve")
    element.text = safe.text(block.text)


def _embed(parent: Node, block: Embed) -> None:
    """A figure that refers to what the page showed in a frame."""
    figure = _add(parent, "figure")
    figure.set("rend", "embed")
    for paragraph in (block.text or "").split("\n\n"):
        if paragraph:
            _add(figure, "p", paragraph)
    if address := safe.url(block.url):
        _add(_add(figure, "p"), "ref", address).set("target", address)


def _aside(parent: Node, block: Aside) -> None:
    floating = _add(parent, "floatingText")
    floating.set("type", "aside")
    body = _add(floating, "body")
    if block.heading:
        _add(body, "head", block.heading)
    before = len(body)
    _blocks(body, block.blocks)
    if len(body) == before:
        _add(body, "p")


_WRITERS: Final[dict[type, Callable[[Node, Any], None]]] = {
    Paragraph: _paragraph,
    List: _list,
    Table: _table,
    Quote: _quote,
    Image: _image,
    Code: _code,
    Embed: _embed,
    Aside: _aside,
}


def _linked(parent: Node, text: str, links: tuple[Link, ...]) -> None:
    for piece, address in pieces(text, links):
        if address:
            _add(parent, "ref", piece).set("target", address)
        else:
            _say(parent, piece)


def _add(parent: Node, name: str, text: str = "") -> Node:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    _say(element, text)
    return element


def _say(element: Node, text: str) -> None:
    """Append text; a newline is a line beginning, <lb/>."""
    first, *others = safe.text(text).split("\n")
    _append(element, first)
    for line in others:
        etree.SubElement(element, f"{{{NAMESPACE}}}lb").tail = line


def _append(element: Node, text: str) -> None:
    last = next(element.iterchildren(reversed=True), None)  # lxml counts all children to tell their number
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _break_lines(root: Node) -> None:
    """Put what stands inside a holder on lines of its own."""
    for element in root.iter():
        if len(element) and not element.text and etree.QName(element).localname in _HOLDERS:
            element.text = "\n"
            for child in element:
                child.tail = "\n"
