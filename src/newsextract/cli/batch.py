"""`newsextract batch SOURCE… -o OUTPUT`: saved pages by the million."""

import argparse
import re
from typing import TYPE_CHECKING

from newsextract.cli import limiting, output, ruling, values
from newsextract.cli.interrupt import INTERRUPTED, Interrupt
from newsextract.errors import InputError

if TYPE_CHECKING:
    from newsextract.batch.job import Job
    from newsextract.batch.run import Prepared, Start, Summary
    from newsextract.cli.progress import Progress

NAME = "batch"
SUMMARY = "extract saved pages by the million: guarded, resumable, in parallel"
DESCRIPTION = """\
Read saved pages and write one row for each, a record or a failure. A source is a folder, a file, a glob, a URL, or -
for standard input; files may be pages (.html, .mhtml, also as .gz .zst .br), WARC, WACZ, zip, tar, JSON Lines, Parquet.

  newsextract batch saved/ -o records.jsonl.gz
  newsextract batch crawl/*.warc.gz -o records.parquet --workers 8
  newsextract batch crawl/*.warc.gz -o records.parquet --workers 8 --resume
  newsextract batch saved/ -o news.sqlite --where kind=article --where "published>=2024"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a folder, file, glob or URL, or -")
    parser.add_argument("--list", action="append", default=[], metavar="FILE", help="a list of sources, one a line")
    parser.add_argument("-o", "--output", default="-", metavar="PATH", help="default: JSON Lines on standard output")
    _input_arguments(parser.add_argument_group("input"))
    _output_arguments(parser.add_argument_group("output"))
    _run_arguments(parser.add_argument_group("run"))


def _input_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--html-column", metavar="NAME", help="column of the pages, in JSON Lines and Parquet")
    group.add_argument("--url-column", metavar="NAME", help="column of their addresses")
    group.add_argument("--captured-column", metavar="NAME", help="column of when they were fetched")
    group.add_argument("--mirror", action="store_true", help="addresses are the paths of files, as wget saves them")
    group.add_argument("--max-bytes", type=values.positive, default=20_000_000, metavar="N", help="the largest page")
    limiting.add_arguments(group)
    ruling.add_argument(group)


def _output_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--format", choices=["jsonl", "jsonl.gz", "jsonl.zst", "csv", "parquet", "sqlite"])
    group.add_argument("--fields", type=values.keys, metavar="A,B", help="only these keys of the records")
    group.add_argument("--where", action="append", default=[], metavar="CONDITION", help="only records that meet it")
    group.add_argument("--locators", action="store_true", help="give each block its CSS path in the page")
    group.add_argument("--part", type=values.positive, metavar="N", help="pages of a part (default: 500, on a pipe 1)")


def _run_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--workers", type=values.positive, metavar="N", help="processes (default: one a processor)")
    group.add_argument("--seconds", type=values.patience, default=30.0, metavar="S", help="for a page (default: 30)")
    group.add_argument("--megabytes", type=values.positive, default=2048, metavar="N", help="memory limit of a worker")
    group.add_argument("--recycle", type=values.positive, default=5000, metavar="N", help="pages a worker does (5000)")
    group.add_argument("--engine", choices=["local", "dask"], default="local", help="dask: on a cluster")
    group.add_argument("--scheduler", metavar="ADDRESS", help="of the cluster, such as tcp://host:8786")
    begin = group.add_mutually_exclusive_group()
    begin.add_argument("--resume", action="store_true", help="go on with what was begun")
    begin.add_argument("--overwrite", action="store_true", help="begin again")
    group.add_argument("--shard", type=_share, metavar="I/N", help="only the I-th of N shares of the work")
    group.add_argument("--strict", action="store_true", help="exit code 1 where any page failed")
    group.add_argument("--quiet", action="store_true", help="no progress, no summary")


def run(args: argparse.Namespace) -> int:
    """Do the batch; 1 where a page failed and --strict was given."""
    from newsextract.batch import run as batch
    from newsextract.cli.progress import Progress

    do = {"local": _local, "dask": _on_dask}[args.engine]
    sources = _sources(args)
    prepared = batch.prepare(sources, _job(args), _start(args))
    for note in prepared.notes:
        output.complain(NAME, note)
    with Progress(prepared, quiet=args.quiet) as progress:
        summary, stopped = do(prepared, args, progress)
    if not args.quiet:
        _report(summary)
    if stopped:
        output.complain(NAME, "stopped; --resume goes on" if prepared.ledger else "stopped")
        return INTERRUPTED
    return int(args.strict and summary.failed > 0)


def _local(prepared: "Prepared", args: argparse.Namespace, progress: "Progress") -> "tuple[Summary, bool]":
    """Do it here; the summary, and whether Ctrl-C stopped it."""
    from newsextract.batch import run as batch

    with Interrupt(_STOPPING) as interrupt:
        summary = batch.run(prepared, progress, interrupt.pressed)
    return summary, interrupt.pressed()


def _on_dask(prepared: "Prepared", args: argparse.Namespace, progress: "Progress") -> "tuple[Summary, bool]":
    """Do it on a cluster, which Ctrl-C leaves at once."""
    from newsextract.engines import dask

    return dask.run(prepared, args.scheduler, progress.part), False


_STOPPING = "stopping when the part under way is done, which is kept; Ctrl-C again stops at once"


def _sources(args: argparse.Namespace) -> list[str]:
    from newsextract.inputs.sources import listed

    sources = [*args.sources, *(line for path in args.list for line in listed(path))]
    if not sources:
        args.parser.error("give at least one SOURCE or --list")
    return sources


def _job(args: argparse.Namespace) -> "Job":
    from newsextract.batch.conditions import condition
    from newsextract.batch.guard import processors
    from newsextract.batch.job import PAGES_PER_PART, Job, Limits, Work
    from newsextract.batch.run import format_of
    from newsextract.inputs.columns import Columns
    from newsextract.inputs.read import Reading
    from newsextract.inputs.sources import STDIN

    try:
        where = tuple(map(condition, args.where))
    except InputError as error:
        args.parser.error(f"--where: {error}")
    rules = ruling.rules(args)
    columns = Columns(args.html_column, args.url_column, args.captured_column)
    return Job(
        output=args.output,
        format=format_of(args.output, args.format),
        reading=Reading(max_bytes=args.max_bytes, columns=columns, mirror=args.mirror),
        work=Work(
            fields=args.fields,
            where=where,
            locators=args.locators,
            rules=rules.files if rules else None,
            page=limiting.limits(args),
        ),
        limits=Limits(seconds=args.seconds, megabytes=args.megabytes, recycle=args.recycle),
        workers=args.workers or processors(),
        pages_per_part=args.part or (1 if args.output == STDIN else PAGES_PER_PART),
    )


def _start(args: argparse.Namespace) -> "Start":
    from newsextract.batch.run import Start

    return Start(resume=args.resume, overwrite=args.overwrite, shard=args.shard)


def _report(summary: "Summary") -> None:
    """The summary, on standard error: rows, failures by cause, and what was no page."""
    output.note(f"{summary.rows:,} rows, {summary.failed:,} of them failures")
    for title, counts in (("failed", summary.failures), ("passed over", summary.skipped)):
        for cause, count in counts.items():
            output.note(f"{title}: {count:,} {cause}")


def _share(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)/(\d+)", text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError("write I/N with I from 1 to N, such as 3/16")
    return int(found[1]), int(found[2])
