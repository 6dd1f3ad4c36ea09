"""The options --url, --captured and --charset: where a saved page came from, when, and how it is written."""

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


def told(source: Source, args: argparse.Namespace) -> Source:
    """The source with what the options say of it."""
    return attrs.evolve(
        source,
        url=args.url or source.url,
        charset=args.charset or source.charset,
        captured=args.captured or source.captured,
    )
