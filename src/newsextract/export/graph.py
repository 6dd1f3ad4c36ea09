"""Articles in, the network of their links out: an edge list (CSV) or a graph (GraphML) for network studies.

A node is an address without its fragment, an article's own being its canonical one. An edge says how the one page
leads to the other: "link" in the running text, or the relation of a teaser ("related", "previous", …).
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Final, get_args
from urllib.parse import urldefrag, urlsplit

import attrs
from lxml import etree

from newsextract.export import safe
from newsextract.records import Article
from newsextract.records.article import Relation
from newsextract.records.blocks import defused

IN_TEXT: Final = "link"
"""The relation of a link in the running text."""

RELATIONS: Final = frozenset({IN_TEXT, *get_args(Relation)})
"""Every relation an edge can have."""

COLUMNS: Final = ("source", "target", "relation", "text")
"""The header of the edge list."""

GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"

_PREFIXES: Final[dict[Any, str]] = {None: GRAPHML}
_NODE_KEYS: Final = ("host", "title", "published", "kind")
_EDGE_KEYS: Final = ("relation", "text")


@attrs.frozen(kw_only=True)
class Edge:
    """One way from a page to another."""

    source: str
    target: str
    relation: str
    text: str
    """What the link shows, or the teaser's title; on one line."""


def name(article: Article) -> str | None:
    """The node of an article; None where nothing says where it came from."""
    return _node(article.canonical_url) or _node(article.url)


def edges(article: Article, wanted: frozenset[str] = RELATIONS) -> Iterator[Edge]:
    """The ways that lead from an article to other pages, none where it has no address; the same one is given once."""
    source = name(article)
    if source is None:
        return
    own = {source, _node(article.url)}
    ways = [(link.url, IN_TEXT, link.text) for link in article.links]
    ways += [(post.url, post.relation, post.title) for post in article.related]
    seen = set()
    for url, relation, text in ways:
        target = _node(url)
        if target is None or target in own or relation not in wanted:
            continue
        if (target, relation) not in seen:
            seen.add((target, relation))
            yield Edge(source=source, target=target, relation=relation, text=" ".join(text.split()))


def rows(found: Iterable[Edge]) -> str:
    """Edges as lines of CSV, in the order of COLUMNS; a cell a spreadsheet would run gets a quote mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([defused(cell) for cell in attrs.astuple(edge)] for edge in found)
    return out.getvalue()


def graphml(articles: Iterable[Article], wanted: frozenset[str] = RELATIONS) -> str:
    """The graph of all articles and of what they lead to; it is built whole in memory."""
    nodes: dict[str, dict[str, str]] = {}
    found: list[Edge] = []
    for article in articles:
        found += edges(article, wanted)
        if own := name(article):
            nodes[own] = _facts(article)
    root = etree.Element(f"{{{GRAPHML}}}graphml", nsmap=_PREFIXES)
    _declare(root)
    graph = etree.SubElement(root, f"{{{GRAPHML}}}graph", edgedefault="directed")
    for address in dict.fromkeys([*nodes, *(edge.target for edge in found)]):
        facts = {"host": urlsplit(address).netloc, **nodes.get(address, {})}
        _add(graph, "node", {"id": address}, facts)
    for edge in found:
        ends = {"source": edge.source, "target": edge.target}
        _add(graph, "edge", ends, {"relation": edge.relation, "text": edge.text})
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).decode() + "\n"


def _node(url: str | None) -> str | None:
    address = safe.url(url)
    return urldefrag(address).url if address else None


def _facts(article: Article) -> dict[str, str]:
    published = article.published.isoformat() if article.published else None
    facts = {"kind": article.kind, "title": article.title, "published": published}
    return {key: value for key, value in facts.items() if value}


def _declare(root: etree._Element) -> None:
    for holder, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            declared = {"id": key, "for": holder, "attr.name": key, "attr.type": "string"}
            etree.SubElement(root, f"{{{GRAPHML}}}key", declared)


def _add(graph: etree._Element, name: str, attributes: dict[str, str], facts: dict[str, str]) -> None:
    holder = etree.SubElement(graph, f"{{{GRAPHML}}}{name}", attributes)
    for key, value in facts.items():
        etree.SubElement(holder, f"{{{GRAPHML}}}data", key=key).text = safe.text(value)
