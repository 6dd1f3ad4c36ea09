"""`newsextract explain SOURCE`: what became of each part of a page."""

import argparse
from pathlib import Path

from newsextract.cli import origin, output, ruling, sources
from newsextract.errors import OutputError
from newsextract.options import ExtractOptions

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
    origin.add_arguments(parser)
    origin.add_member(parser)
    ruling.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Explain the page."""
    from newsextract.report import explain

    if not args.terminal and not args.output:
        args.parser.error("say where to write the HTML file (-o FILE), or --terminal")
    rules = ruling.rules(args)
    source = origin.told(sources.named(args.source, args.member), args)
    options = ExtractOptions(charset=source.charset, captured=source.captured, rules=rules)
    explanation = explain(source.page, url=source.url, **options)
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
