"""`newsextract links SOURCE…`: the network of links between pages."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsextract.cli import output, ruling, sources
from newsextract.errors import NewsextractError
from newsextract.records import Article

if TYPE_CHECKING:
    from newsextract.rules.load import Rules

NAME = "links"
SUMMARY = "write the links between pages as a network"
DESCRIPTION = """\
Read pages, or records made before, and print where they lead: links of the running text and teasers of other articles.
A source is a file, a URL, - for standard input, or a file of records (.json, .jsonl). A saved page that does not name
its own address has no place in the network and is reported.

  newsextract links records.jsonl > edges.csv
  newsextract links saved/*.html --relation link --format graphml > network.graphml
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a page, or a file of records")
    parser.add_argument("--format", choices=["csv", "graphml"], default="csv", help="default: csv, one edge a line")
    parser.add_argument(
        "--relation",
        action="append",
        choices=["link", "related", "recommended", "read-more", "previous", "next", "listed"],
        help="only these edges; may be given more than once",
    )
    ruling.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Print the network; 1 where a source failed."""
    from newsextract.export import graph

    failed: list[str] = []
    articles = _articles(args.sources, failed, ruling.rules(args))
    wanted = frozenset(args.relation) if args.relation else graph.RELATIONS
    if args.format == "graphml":
        output.put(graph.graphml(articles, wanted).rstrip("\n"))
        return int(bool(failed))
    output.put(",".join(graph.COLUMNS))
    for article in articles:
        if lines := graph.rows(graph.edges(article, wanted)):
            output.put(lines.rstrip("\n"))
    return int(bool(failed))


def _articles(names: list[str], failed: list[str], rules: "Rules | None") -> Iterator[Article]:
    """The records of all sources; one that cannot be had is named and counted."""
    from newsextract.export import graph

    for name in names:
        try:
            for article in sources.articles(name, rules):
                if graph.name(article) is None:
                    output.complain(name, "left out: neither the page nor the record says its address")
                    failed.append(name)
                yield article
        except NewsextractError as error:
            output.complain(name, error)
            failed.append(name)
