"""The options --url, --captured, --charset and --member: where a page came from, when, how it is written, which of many
it is."""

import argparse

import attrs

from newsextract.cli import values
from newsextract.cli.sources import Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the caller knows of a page; it outranks what the source says."""
    add = parser.add_argument
    add("--url", type=values.address, metavar="URL", help="where the page of a file or of standard input came from")
    add("--captured", type=values.instant, metavar="WHEN", help="when it was saved, in ISO 8601; UTC if no zone")
    add("--charset", type=values.charset, metavar="NAME", help="charset of the page, as an HTTP header would give it")


def add_member(parser: argparse.ArgumentParser) -> None:
    """Which page of a file that holds many."""
    about = "which page of a WARC file, an archive or a table: page.member of its row of a batch, else page.offset"
    parser.add_argument("--member", metavar="NAME", help=about)


def told(source: Source, args: argparse.Namespace) -> Source:
    """The source with what the options say of it."""
    return attrs.evolve(
        source,
        url=args.url or source.url,
        charset=args.charset or source.charset,
        captured=args.captured or source.captured,
    )
