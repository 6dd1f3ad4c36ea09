"""`newsextract bugreport SOURCE -o REPORT.zip`: all it takes to look at a page that comes out wrong."""

import argparse
import json
import platform
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from newsextract.cli import origin, output, ruling, sources
from newsextract.errors import OutputError
from newsextract.options import ExtractOptions
from newsextract.pipeline import extract
from newsextract.rules.files import RuleFiles

NAME = "bugreport"
SUMMARY = "pack a page that comes out wrong, for a report"
DESCRIPTION = """\
Pack into one zip file what it takes to look at a page that comes out wrong: the page as it was read, its record with
the evidence, the options and rules used, and the versions of this library, of what it depends on, of Python and of the
system. Nothing else: no environment, no paths, no cookies, no headers. What it contains is printed. The page itself
may hold what only you should see (your name, where you were logged in): look at page.html before you send it.

  newsextract bugreport saved/story.html --says "the second author is missing" -o report.zip
  newsextract bugreport https://example.org/story -o report.zip
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="a file, a URL, or - for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the zip file to write")
    parser.add_argument("--says", metavar="TEXT", default="", help="what is wrong, in your words")
    origin.add_arguments(parser)
    origin.add_member(parser)
    ruling.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Write the report and say what is in it."""
    rules = ruling.rules(args)
    source = origin.told(sources.named(args.source, args.member), args)
    options = ExtractOptions(charset=source.charset, captured=source.captured, rules=rules)
    article = extract(source.page, source.url, **options)
    facts = {
        "url": source.url,
        "charset": source.charset,
        "captured": source.captured.isoformat() if source.captured else None,
        "says": args.says,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "packages": _versions(),
    }
    files = {
        "page.html": source.page,
        "record.json": article.to_json(indent=2).encode(),
        "facts.json": json.dumps(facts, indent=2, ensure_ascii=False).encode(),
        **_rules(rules.files if rules else None),
    }
    _write(Path(args.output), files)
    output.put(f"{args.output} contains:")
    for name, content in files.items():
        output.put(f"  {name:<12} {len(content):>10,} bytes  {_ABOUT.get(name, 'one of your rule files')}")
    return 0


_ABOUT: Final = {
    "page.html": "the page as it was read: look at it before you send it",
    "record.json": "what was made of it, with the evidence",
    "facts.json": "its address, your words, and the versions at work",
}


def _versions() -> dict[str, str]:
    """This library and what it depends on, as installed here."""
    found = {}
    for requirement in ("newsextract", *(distribution("newsextract").requires or ())):
        name = requirement.partition(";")[0]
        name = name[: next((i for i, c in enumerate(name) if not (c.isalnum() or c in "-_.")), len(name))]
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _rules(files: RuleFiles | None) -> dict[str, bytes]:
    return {f"rules/{name}": text.encode() for name, text in files.texts} if files else {}


def _write(path: Path, files: dict[str, bytes]) -> None:
    """The files as a zip without times, so that the same page gives the same report."""
    try:
        with ZipFile(path, "w", ZIP_DEFLATED) as packed:
            for name, content in files.items():
                packed.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or type(error).__name__}") from error
