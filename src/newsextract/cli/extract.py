"""`newsextract extract SOURCE…`: pages in, records out."""

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import attrs

from newsextract.cli import output, sources
from newsextract.errors import NewsextractError
from newsextract.pipeline import extract
from newsextract.records import Article

NAME = "extract"
SUMMARY = "turn pages into records"
DESCRIPTION = """\
Read pages and print their records: one JSON document for one source, JSON Lines (one record a line) for several.
A source is a file, a URL, or - for standard input.

  newsextract extract --pretty saved/story.html
  newsextract extract https://example.org/story --fields title,published,authors
  curl -s https://example.org/story | newsextract extract - --url https://example.org/story --format markdown
"""

KEYS: Final = (*(a.name for a in attrs.fields(Article)), "text")
"""The keys of a record's JSON, which --fields chooses from."""

FORMATS: Final[dict[str, Callable[[Article], str]]] = {
    "text": lambda article: article.text,
    "markdown": lambda article: article.to_markdown(),
    "html": lambda article: article.to_html(),
    "tei": lambda article: article.to_tei(),
}
"""Formats that print text; "json" and "json-ld" print objects."""

SINGLE: Final = ("html", "tei")
"""Formats of which one stream can hold only one document."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a URL, or - for standard input")
    parser.add_argument("--format", choices=["json", *FORMATS, "json-ld"], default="json", help="default: json")
    parser.add_argument("--fields", type=_fields, metavar="A,B", help="only these keys of the JSON, in this order")
    parser.add_argument("--pretty", action="store_true", help="indent JSON")
    parser.add_argument("--url", help="where the page of a file or of standard input came from")
    parser.add_argument(
        "--captured", type=_instant, metavar="WHEN", help="when it was saved, in ISO 8601; UTC if no zone"
    )
    parser.add_argument("--charset", help="charset of the page, as an HTTP header would give it")
    parser.add_argument("--locators", action="store_true", help="give each block its CSS path in the page")


def run(args: argparse.Namespace) -> int:
    """Extract every source; 1 where one failed."""
    _check(args)
    failed, between = False, ""
    for source in args.sources:
        try:
            output.put(between + _written(_extracted(source, args), args))
            between = "\n" if args.format in FORMATS else ""
        except NewsextractError as error:
            output.complain(source, error)
            failed = True
    return int(failed)


def _check(args: argparse.Namespace) -> None:
    several = len(args.sources) > 1
    faults = (
        (several and args.url, "--url says where one page came from: give one source"),
        (several and args.format in SINGLE, f"--format {args.format} writes one document: give one source"),
        (args.fields and args.format != "json", "--fields goes with --format json"),
        (args.sources.count(sources.STDIN) > 1, "standard input can be read only once"),
    )
    for fault, message in faults:
        if fault:
            args.parser.error(message)


def _extracted(name: str, args: argparse.Namespace) -> Article:
    source = sources.load(name)
    return extract(
        source.page,
        url=args.url or source.url,
        charset=args.charset or source.charset,
        captured=args.captured or source.captured,
        locators=args.locators,
    )


def _written(article: Article, args: argparse.Namespace) -> str:
    if args.format in FORMATS:
        return FORMATS[args.format](article).rstrip("\n")
    data: dict[str, Any] = article.to_json_ld() if args.format == "json-ld" else article.to_dict()
    if args.fields:
        data = {key: data[key] for key in args.fields}
    return json.dumps(data, ensure_ascii=False, indent=2 if args.pretty else None)


def _fields(value: str) -> list[str]:
    keys = [key.strip() for key in value.split(",") if key.strip()]
    unknown = [key for key in keys if key not in KEYS]
    if unknown or not keys:
        raise argparse.ArgumentTypeError(f"no such key: {', '.join(unknown) or value!r}; there are {', '.join(KEYS)}")
    return keys


def _instant(value: str) -> datetime:
    try:
        when = datetime.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date or time: {value!r}") from error
    return when if when.tzinfo else when.replace(tzinfo=UTC)
