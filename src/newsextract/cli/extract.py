"""`newsextract extract SOURCE…`: pages in, records out."""

import argparse
import json
from collections.abc import Callable
from typing import Any, Final

from newsextract.cli import fetching, following, limiting, origin, output, ruling, sources, values
from newsextract.errors import NewsextractError
from newsextract.inputs.fetch import Session
from newsextract.inputs.fetching.answers import Fetched
from newsextract.inputs.variants import VARIANTS
from newsextract.pipeline import extract
from newsextract.records import Article, Failure

NAME = "extract"
SUMMARY = "turn pages into records"
DESCRIPTION = """\
Read pages and print their records: one JSON document for one source, JSON Lines (one record a line) for several.
A source is a file, a URL, or - for standard input. URLs are fetched politely, many hosts at once, and printed as they
come; one that gives no page has a record too, with the key "error".

  newsextract extract --pretty saved/story.html
  newsextract extract https://example.org/story --fields title,published,authors
  newsextract extract --urls addresses.txt --save study.warc.gz > records.jsonl
  curl -s https://example.org/story | newsextract extract - --url https://example.org/story --format markdown
"""

FORMATS: Final[dict[str, Callable[[Article], str]]] = {
    "text": lambda article: article.text,
    "markdown": lambda article: article.to_markdown(),
    "html": lambda article: article.to_html(),
    "tei": lambda article: article.to_tei(),
}
"""Formats that print text; "json" and "json-ld" print objects."""

SINGLE: Final = ("html", "tei")
"""Formats of which one stream can hold only one document."""


BETWEEN: Final = {"text": "\n", "markdown": "\n---\n\n"}
"""What parts the documents of several sources."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a URL, or - for standard input")
    parser.add_argument("--urls", metavar="FILE", help="a file of URLs, one a line, or - for standard input")
    parser.add_argument("--format", choices=["json", *FORMATS, "json-ld"], default="json", help="default: json")
    parser.add_argument("--fields", type=values.keys, metavar="A,B", help="only these keys of the JSON, in this order")
    parser.add_argument("--pretty", action="store_true", help="indent JSON")
    origin.add_arguments(parser)
    origin.add_member(parser)
    parser.add_argument("--locators", action="store_true", help="give each block its CSS path in the page")
    ruling.add_argument(parser)
    parser.add_argument("--follow-pages", action="store_true", help="join the pages of an article (URLs only)")
    parser.add_argument("--variant", choices=VARIANTS, help="take this version where a page names one (URLs only)")
    limiting.add_arguments(parser)
    fetching.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Extract every source, files before URLs; 1 where one failed."""
    _check(args)
    args.ruled = ruling.rules(args)
    urls = [source for source in args.sources if sources.is_url(source)]
    urls += fetching.listed(args.urls) if args.urls else []
    out = _Printer(args)
    failed = False
    for source in args.sources:
        if not sources.is_url(source):
            failed |= not _file(source, out, args)
    return int(not _fetched(urls, out, args) or failed)


class _Printer:
    """Prints records, parted as the format wants."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._args = args
        self._between = ""

    def article(self, article: Article) -> None:
        output.put(self._between + _written(article, self._args))
        self._between = BETWEEN.get(self._args.format, "")

    def failure(self, failure: Failure) -> None:
        """One line for people; among JSON records one for programs too."""
        output.complain(failure.id, failure.message)
        if self._args.format not in FORMATS:
            output.put(json.dumps(failure.to_dict(), ensure_ascii=False, indent=2 if self._args.pretty else None))


def _file(name: str, out: _Printer, args: argparse.Namespace) -> bool:
    try:
        out.article(_extracted(sources.load(name, args.max_size, args.member), args))
    except NewsextractError as error:
        output.complain(name, error)
        return False
    return True


def _fetched(urls: list[str], out: _Printer, args: argparse.Namespace) -> bool:
    """Fetch and print; whether every URL gave a page."""
    if not urls:
        return True
    failures: list[Failure] = []
    with (
        Session(fetching.policy(args), cache=args.cache, save=args.save) as session,
        fetching.progress(len(urls)) as done,
    ):
        for answer in session.pages(urls):
            if isinstance(answer, Failure):
                failures.append(answer)
                out.failure(answer)
            else:
                article, missed = _followed(answer, session, args)
                out.article(article)
                failures += missed
            done(answer)
    fetching.summarize(failures, len(urls))
    return not failures


def _followed(page: Fetched, session: Session, args: argparse.Namespace) -> tuple[Article, list[Failure]]:
    """The record of a page, of the version and with the other pages asked for; and what of that could not be had."""
    missed: list[Failure] = []

    def read(fetched: Fetched) -> Article:
        return _extracted(sources.of(fetched), args)

    if args.variant:
        page = following.other(page, args.variant, session, missed)
    article = read(page)
    if args.follow_pages:
        article = following.whole(article, session, read, missed)
    for failure in missed:
        output.complain(f"{page.id}: {failure.id}", failure.message)
    return article, missed


def _check(args: argparse.Namespace) -> None:
    several = len(args.sources) > 1 or bool(args.urls)
    faults = (
        (not args.sources and not args.urls, "give a source: a file, a URL, - or --urls FILE"),
        (several and args.url, "--url says where one page came from: give one source"),
        (several and args.member, "--member names a page of one file: give one source"),
        (several and args.format in SINGLE, f"--format {args.format} writes one document: give one source"),
        (args.fields and args.format != "json", "--fields goes with --format json"),
        ([*args.sources, args.urls].count(sources.STDIN) > 1, "standard input can be read only once"),
    )
    for fault, message in faults:
        if fault:
            args.parser.error(message)


def _extracted(source: sources.Source, args: argparse.Namespace) -> Article:
    source = origin.told(source, args)
    return extract(
        source.page,
        url=source.url,
        charset=source.charset,
        captured=source.captured,
        locators=args.locators,
        limits=limiting.limits(args),
        rules=args.ruled,
    )


def _written(article: Article, args: argparse.Namespace) -> str:
    if args.format in FORMATS:
        return FORMATS[args.format](article).rstrip("\n")
    data: dict[str, Any] = article.to_json_ld() if args.format == "json-ld" else article.to_dict()
    if args.fields:
        data = {key: data[key] for key in args.fields}
    return json.dumps(data, ensure_ascii=False, indent=2 if args.pretty else None)
