"""`newsextract explain SOURCE`: what became of each part of a page."""

import argparse
from datetime import datetime
from pathlib import Path

from newsextract.cli import output, ruling, sources
from newsextract.cli.extract import instant
from newsextract.errors import OutputError
from newsextract.pipeline import ExtractOptions

NAME = "explain"
SUMMARY = "show what became of each part of a page"
DESCRIPTION = """\
Write one HTML file that opens from disk: the page, inert, its regions coloured by what became of them, and the record
beside it, each value with its source, its confidence and the values that lost. A source is a file, a URL, or - for
standard input.

  newsextract explain saved/story.html -o story.explained.html
  newsextract explain https://example.org/story --terminal
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="a file, a URL, or - for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="the HTML file to write")
    parser.add_argument("--terminal", action="store_true", help="print tables instead: needs newsextract[cli]")
    parser.add_argument("--url", help="where the page of a file or of standard input came from")
    parser.add_argument("--captured", type=instant, metavar="WHEN", help="when it was saved, in ISO 8601")
    parser.add_argument("--charset", help="charset of the page, as an HTTP header would give it")
    ruling.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Explain the page."""
    from newsextract.report import explain

    if not args.terminal and not args.output:
        args.parser.error("say where to write the HTML file (-o FILE), or --terminal")
    rules = ruling.rules(args)
    source = sources.load(args.source)
    captured: datetime | None = args.captured or source.captured
    options = ExtractOptions(charset=args.charset or source.charset, captured=captured, rules=rules)
    explanation = explain(source.page, url=args.url or source.url, **options)
    if args.output:
        write(Path(args.output), explanation.to_html())
    if args.terminal:
        from newsextract.report import terminal

        output.put(terminal.table(explanation).rstrip("\n"))
    return 0


def write(path: Path, text: str) -> None:
    """Write a file of text in UTF-8; OutputError where it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or type(error).__name__}") from error
