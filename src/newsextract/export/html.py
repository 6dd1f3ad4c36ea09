"""An article as clean HTML: built from its blocks, every text and attribute escaped, web addresses alone.

Nothing of the page's own markup is in it, so there is no script, style, form, frame or event handler to strip.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape
from typing import Any, Final

from newsextract.export import opening, safe
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

LOWEST, HIGHEST = 2, 6
"""Levels of headings under the title, which is the one h1."""

ANCHOR: Final = "section-"
"""Stands before a page's own ids, so that none of them shadows a name that scripts look up (DOM clobbering)."""


def document(article: Article) -> str:
    """A whole HTML document."""
    language = f" lang={_quoted(article.language)}" if article.language else ""
    head = "\n".join(_head(article))
    return (
        f"<!DOCTYPE html>\n<html{language}>\n<head>\n{head}\n</head>\n<body>\n{fragment(article)}\n</body>\n</html>\n"
    )


def fragment(article: Article) -> str:
    """The article element alone, to be put into a page."""
    parts = [*_header(article), *_sections(article.sections)]
    return "\n".join(["<article>", *parts, "</article>"])


def _head(article: Article) -> Iterator[str]:
    yield '<meta charset="utf-8">'
    yield f"<title>{_text(article.title or '')}</title>"
    if address := safe.url(article.canonical_url or article.url):
        yield f'<link rel="canonical" href={_quoted(address)}>'
    for name, content in (("description", article.description), *(("author", a.name) for a in article.authors)):
        if content:
            yield f'<meta name="{name}" content={_quoted(content)}>'
    for name, when in (("published", article.published), ("modified", article.modified)):
        if when:
            yield f'<meta property="article:{name}_time" content="{when.isoformat()}">'


def _header(article: Article) -> Iterator[str]:
    rows = []
    if article.title:
        rows.append(f"<h1>{_lines(article.title)}</h1>")
    if standfirst := opening.standfirst(article):
        rows.append(f'<p class="standfirst">{_lines(standfirst)}</p>')
    if article.authors:
        rows.append(f'<p class="byline">{", ".join(map(_author, article.authors))}</p>')
    if article.published:
        rows.append(_time(article.published))
    if rows:
        yield "\n".join(["<header>", *rows, "</header>"])
    if lead := opening.lead_image(article):
        yield from _image(lead)


def _author(author: Author) -> str:
    return _anchor(_text(author.name), safe.url(author.url), ' rel="author"')


def _time(when: date) -> str:
    stamp = when.isoformat()
    return f'<time datetime="{stamp}">{stamp.replace("T", " ")}</time>'


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield "<section>"
        if section.heading:
            level = min(max(section.level, LOWEST), HIGHEST)
            anchor = f" id={_quoted(ANCHOR + '-'.join(section.anchor.split()))}" if section.anchor else ""
            yield f"<h{level}{anchor}>{_lines(section.heading)}</h{level}>"
        if section.published:
            yield _time(section.published)
        if section.authors:
            yield f'<p class="byline">{", ".join(map(_author, section.authors))}</p>'
        yield from _blocks(section.blocks)
        yield "</section>"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _WRITERS[type(block)](block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield f"<p>{_inline(block.text, block.links)}</p>"


def _list(block: List) -> Iterator[str]:
    yield _items(block.items, "ol" if block.ordered else "ul")


def _items(items: Iterable[ListItem], tag: str) -> str:
    return "\n".join([f"<{tag}>", *(f"<li>{_item(i)}</li>" for i in items), f"</{tag}>"])


def _item(item: ListItem) -> str:
    label = item.label if item.label and item.text.startswith(item.label) else ""
    links = item.links if not label else tuple(x for x in item.links if x.text not in label)
    lead = f"<strong>{_lines(label)}</strong>" if label else ""
    nested = "\n" + _items(item.items, "ul") if item.items else ""
    return lead + _inline(item.text[len(label) :], links) + nested


def _table(block: Table) -> Iterator[str]:
    rows = ["<table>"]
    if block.caption:
        rows.append(f"<caption>{_lines(block.caption)}</caption>")
    if block.header:
        cells = "".join(f'<th scope="col">{_lines(c)}</th>' for c in block.header)
        rows.append(f"<thead>\n<tr>{cells}</tr>\n</thead>")
    rows += ["<tbody>", *(f"<tr>{''.join(f'<td>{_lines(c)}</td>' for c in row)}</tr>" for row in block.rows)]
    yield "\n".join([*rows, "</tbody>", "</table>"])
    for note in block.footnotes:
        yield f'<p class="table-note">{_lines(note)}</p>'


def _quote(block: Quote) -> Iterator[str]:
    kind = ' class="pullquote"' if block.pull else ""
    paragraphs = [f"<p>{_lines(p)}</p>" for p in block.text.split("\n\n")]
    cite = [f"<footer><cite>{_lines(block.cite)}</cite></footer>"] if block.cite else []
    yield "\n".join([f"<blockquote{kind}>", *paragraphs, *cite, "</blockquote>"])


def _image(block: Image) -> Iterator[str]:
    address = safe.url(block.url)
    if address is None:
        return
    sizes = "".join(f' {name}="{size:d}"' for name, size in (("width", block.width), ("height", block.height)) if size)
    caption = _lines(block.caption) if block.caption else ""
    credit = f'<span class="credit">{_lines(block.credit)}</span>' if block.credit else ""
    said = " ".join(filter(None, (caption, credit)))
    shown = f"\n<figcaption>{said}</figcaption>" if said else ""
    yield f"<figure>\n<img src={_quoted(address)} alt={_quoted(block.alt or '')}{sizes}>{shown}\n</figure>"


def _code(block: Code) -> Iterator[str]:
    language = f" class={_quoted('language-' + '-'.join(block.language.split()))}" if block.language else ""
    # The parser drops one newline after <pre>: the first is its, the others are the text's.
    yield f"<pre>\n<code{language}>{_text(block.text)}</code></pre>"


def _embed(block: Embed) -> Iterator[str]:
    """A link to what the page showed in a frame; the post's own words where it carried them."""
    words = "".join(f"<p>{_lines(p)}</p>\n" for p in block.text.split("\n\n")) if block.text else ""
    address = safe.url(block.url)
    link = _anchor(_text(address), address, "") if address else ""
    if words or link:
        caption = f"<figcaption>{link}</figcaption>\n" if link else ""
        yield f'<figure class="embed">\n{words}{caption}</figure>'


def _aside(block: Aside) -> Iterator[str]:
    yield "<aside>"
    if block.heading:
        yield f"<h3>{_lines(block.heading)}</h3>"
    yield from _blocks(block.blocks)
    yield "</aside>"


_WRITERS: Final[dict[type, Callable[[Any], Iterator[str]]]] = {
    Paragraph: _paragraph,
    List: _list,
    Table: _table,
    Quote: _quote,
    Image: _image,
    Code: _code,
    Embed: _embed,
    Aside: _aside,
}


def _inline(text: str, links: tuple[Link, ...]) -> str:
    return "".join(_anchor(_lines(piece), address, "") for piece, address in pieces(text, links))


def _anchor(inner: str, address: str | None, attributes: str) -> str:
    return f"<a href={_quoted(address)}{attributes}>{inner}</a>" if address else inner


def _lines(value: str) -> str:
    """Text whose newlines are line breaks."""
    return _text(value).replace("\n", "<br>")


def _text(value: str) -> str:
    return escape(safe.text(value), quote=False)


def _quoted(value: str) -> str:
    return f'"{escape(safe.text(value))}"'
