"""`newsextract discover SITE…`: the addresses of a site's articles."""

import argparse
import json
import re

from newsextract.cli import fetching, output, values
from newsextract.inputs.discover import discover
from newsextract.inputs.discovering.found import Found, Wish
from newsextract.records import Failure

NAME = "discover"
SUMMARY = "list the articles of a site from its feeds and sitemaps"
DESCRIPTION = """\
Read the RSS, Atom and JSON feeds and the sitemaps of a site and print the addresses of its articles, one JSON object
a line with url, title, published, modified and source. A site is a home page, or one feed or sitemap.

  newsextract discover example.org --since 2026-11-01
  newsextract discover example.org --match /politics/ --format urls > addresses.txt
  newsextract discover example.org | newsextract extract --urls - > records.jsonl
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("sites", nargs="+", metavar="SITE", help="a home page, a feed or a sitemap")
    parser.add_argument("--since", type=values.day, metavar="DAY", help="first day, in ISO 8601; undated is dropped")
    parser.add_argument("--until", type=values.day, metavar="DAY", help="last day; likewise")
    parser.add_argument("--match", type=_pattern, metavar="REGEX", help="only URLs in which this is found")
    parser.add_argument("--exclude", type=_pattern, metavar="REGEX", help="no URLs in which this is found")
    parser.add_argument("--limit", type=values.positive, metavar="N", help="at most so many of a site")
    parser.add_argument("--format", choices=["jsonl", "urls"], default="jsonl", help="default: jsonl")
    fetching.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print what is found; 1 where a feed or sitemap could not be read."""
    wish = Wish(since=args.since, until=args.until, match=args.match, exclude=args.exclude)
    return max(_site(site, wish, args) for site in args.sites)


def _site(site: str, wish: Wish, args: argparse.Namespace) -> int:
    code, count = 0, 0
    entries = discover(site, wish, fetching.policy(args), cache=args.cache, save=args.save)
    for entry in entries:
        if isinstance(entry, Failure):
            output.complain(entry.id, entry.message)
            code = 1
        else:
            output.put(_written(entry, args.format))
            count += 1
        if args.limit is not None and count >= args.limit:
            break
    entries.close()
    return code


def _written(found: Found, form: str) -> str:
    return found.url if form == "urls" else json.dumps(found.to_dict(), ensure_ascii=False)


def _pattern(value: str) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"no regular expression: {value!r}: {error}") from error
