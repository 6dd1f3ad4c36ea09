"""The URL side of commands: options of fetching, a progress bar, a summary of what failed."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from newsextract.cli import output, values
from newsextract.errors import InputError
from newsextract.inputs.fetching.answers import Fetched
from newsextract.inputs.fetching.policy import USER_AGENT, FetchPolicy
from newsextract.records import Failure

DEFAULT = FetchPolicy()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of every command that fetches."""
    add = parser.add_argument_group("fetching").add_argument
    add("--user-agent", default=USER_AGENT, metavar="TEXT", help="who asks: name your study and a way to reach it")
    add("--delay", type=values.pause, default=DEFAULT.delay, metavar="SECONDS", help="between requests to a host; 1")
    add("--ignore-robots", action="store_true", help="do not ask robots.txt")
    add("--timeout", type=values.patience, default=DEFAULT.timeout, metavar="SECONDS", help="for a page as a whole; 60")
    add("--retries", type=values.count, default=DEFAULT.retries, metavar="N", help="of what may pass; 2")
    add("--max-size", type=values.positive, default=DEFAULT.size, metavar="BYTES", help="of a page; 20000000")
    add("--concurrency", type=values.positive, default=DEFAULT.concurrency, metavar="N", help="hosts at once; 32")
    add("--cookies", action="store_true", help="keep cookies while the command runs")
    add("--allow-private", action="store_true", help="fetch from this machine and private networks too")
    add("--ca-file", metavar="FILE", help="certificates to trust (PEM) instead of the usual ones")
    add("--cache", metavar="DIR", help="keep an HTTP cache there")
    add("--save", metavar="FILE", help="write what is fetched to this WARC file (.warc.gz)")


def policy(args: argparse.Namespace) -> FetchPolicy:
    """What the options say."""
    return FetchPolicy(
        user_agent=args.user_agent,
        robots=not args.ignore_robots,
        delay=args.delay,
        timeout=args.timeout,
        retries=args.retries,
        size=args.max_size,
        concurrency=args.concurrency,
        cookies=args.cookies,
        allow_private=args.allow_private,
        ca_file=args.ca_file,
    )


def listed(path: str) -> list[str]:
    """The URLs of a file, or of standard input for "-": one a line, bare or as the key "url" of a JSON object."""
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        raise InputError(f"{path}: is XML or HTML, no list of URLs: newsextract discover reads feeds and sitemaps")
    lines = (line.strip() for line in text.splitlines())
    return list(dict.fromkeys(_url(line) for line in lines if line and not line.startswith("#")))


def _url(line: str) -> str:
    if not line.startswith("{"):
        return line.split()[0]
    try:
        url = json.loads(line).get("url")
    except json.JSONDecodeError:
        return line
    return url if isinstance(url, str) else line


class Bar(Protocol):
    """A progress bar."""

    def __call__(self, answer: Fetched | Failure, /) -> None:
        """One more is done."""


@contextmanager
def progress(total: int) -> Iterator[Bar]:
    """A bar on standard error where that is a terminal, results go elsewhere and rich is installed; quiet otherwise."""
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _answer: None
        return
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ImportError:
        yield lambda _answer: None
        return
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bars:
        task: Any = bars.add_task("pages", total=total)
        yield lambda _answer: bars.advance(task)


def summarize(failures: Iterable[Failure], total: int) -> None:
    """One line: how many failed, by cause."""
    causes = Counter(failure.error for failure in failures)
    if causes and total > 1:
        told = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
        output.complain("fetching", f"{causes.total()} of {total} URLs gave no page: {told}")
