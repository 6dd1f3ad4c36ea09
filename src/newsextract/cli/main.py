"""`newsextract …`: the entry point, and the table of commands.

A command is a module of this package with NAME, SUMMARY, DESCRIPTION, `add_arguments(parser)` and `run(args)`, which
gives the exit code; `args.parser.error(message)` ends it as wrong usage. Import heavy packages inside `run`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Final, Protocol

import newsextract
from newsextract.cli import (
    batch,
    bugreport,
    completion,
    discover,
    explain,
    extract,
    links,
    output,
    report,
    rules,
    schema,
)
from newsextract.cli.interrupt import INTERRUPTED
from newsextract.cli.parsing import Commands, Parser
from newsextract.errors import NewsextractError


class Command(Protocol):
    """What a module must have to be a command."""

    NAME: str
    SUMMARY: str
    DESCRIPTION: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit code."""


COMMANDS: Final[tuple[Command, ...]] = (
    extract,
    batch,
    discover,
    explain,
    report,
    links,
    rules,
    schema,
    bugreport,
    completion,
)

EXIT_CODES = "exit codes: 0 all fine; 1 some source failed, each named on standard error; 2 wrong usage"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the process's exit code."""
    output.prepare()
    args = parser().parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except NewsextractError as error:
        output.complain(args.command, error)
        return 1
    except BrokenPipeError:
        # The reader has had enough: `… | head`. What is left in the buffer must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        output.complain(args.command, f"{error.filename}: {error.strerror}" if error.filename else error)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = Parser(
        prog="newsextract",
        description="News pages in, typed records out.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"newsextract {newsextract.__version__}")
    commands = whole.add_subparsers(action=Commands, dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.NAME,
            help=command.SUMMARY,
            description=command.DESCRIPTION,
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(sub)
        sub.set_defaults(run=command.run, parser=sub)
    return whole
