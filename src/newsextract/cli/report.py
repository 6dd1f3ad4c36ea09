"""`newsextract report RESULTS`: what a batch holds and where it is weak."""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsextract.cli import output, ruling, sources
from newsextract.cli.explain import write
from newsextract.errors import NewsextractError
from newsextract.options import ExtractOptions
from newsextract.report.tally import Look

if TYPE_CHECKING:
    from newsextract.rules.load import Rules

NAME = "report"
SUMMARY = "show what a batch of records holds and where it is weak"
DESCRIPTION = """\
Write one HTML file about the results of a batch: errors by cause, fill rates by site, dates, languages, lengths,
notices, near-duplicates, confidence, and the sites and pages most in need of a look. RESULTS is JSON Lines (also .gz,
.zst), Parquet, SQLite, or a folder of them. Needs newsextract[report].

  newsextract report records.jsonl -o report.html
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("results", metavar="RESULTS", help="a file of results, or a folder of them")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the HTML file to write")
    parser.add_argument(
        "--no-explain", action="store_true", help="do not explain the pages most in need of a look whose files are here"
    )
    ruling.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Write the report, and the explained pages beside it."""
    from newsextract.report import corpus, plots
    from newsextract.report.results import rows
    from newsextract.report.tally import tally

    plots.require()
    rules = ruling.rules(args)
    total = tally(rows(args.results))
    target = Path(args.output)
    explained = {} if args.no_explain else _explained(corpus.most_in_need(total), target, rules)
    write(target, corpus.document(total, Path(args.results).name, explained))
    return 0


def _explained(looks: list[Look], target: Path, rules: "Rules | None") -> dict[str, str]:
    """The explained pages of those whose saved page is a file here, in a folder beside the report."""
    from newsextract.report import explain

    folder = target.with_name(f"{target.stem}-pages")
    made: dict[str, str] = {}
    for look, page in _pages(looks):
        if look.url not in made:
            folder.mkdir(parents=True, exist_ok=True)
            name = f"{len(made) + 1}.html"
            url = look.url if "://" in look.url else page.url
            options = ExtractOptions(charset=page.charset, captured=page.captured, rules=rules)
            write(folder / name, explain(page.page, url=url, **options).to_html())
            made[look.url] = f"{folder.name}/{name}"
    return made


def _pages(looks: list[Look]) -> Iterator[tuple[Look, sources.Source]]:
    """The pages whose files are here, each file read once; one that cannot be read is one line on standard error."""
    of_file: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        if look.source and Path(look.source).is_file():
            of_file[look.source].append(look)
    for source, wanted in of_file.items():
        members = {look.member: look for look in wanted if look.member is not None}
        try:
            if not members:
                yield wanted[0], sources.load(source)
            for name, page in sources.members(source, frozenset(members)) if members else ():
                yield members[name], page
        except NewsextractError as error:
            output.complain(source, error)
