"""The option --rules, and the variable NEWSEXTRACT_RULES that stands for it."""

import argparse
import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsextract.rules.load import Rules

VARIABLE: Final = "NEWSEXTRACT_RULES"


def add_argument(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """The option of every command that extracts."""
    parser.add_argument(
        "--rules",
        metavar="DIR",
        default=os.environ.get(VARIABLE) or None,
        help=f"a folder of your own rules for sites; default: ${VARIABLE}, where it is set",
    )


def rules(args: argparse.Namespace) -> "Rules | None":
    """The rules asked for, read; RuleError where they are wrong."""
    if args.rules is None:
        return None
    from newsextract.rules.user import load_rules

    return load_rules(args.rules)
