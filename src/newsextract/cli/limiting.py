"""The options --max-depth and --max-tags of every command that extracts pages by the caller's limits."""

import argparse
from typing import TYPE_CHECKING

from newsextract.cli import values

if TYPE_CHECKING:
    from newsextract.page.limits import Limits


def add_arguments(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """The limits of a page; beyond, it is cut before it is parsed."""
    parser.add_argument("--max-depth", type=values.positive, metavar="N", help="open elements; deeper tags are dropped")
    parser.add_argument("--max-tags", type=values.positive, metavar="N", help="start tags; what follows is cut off")


def limits(args: argparse.Namespace) -> "Limits | None":
    """The limits asked for; None where they are the usual ones."""
    given = {"depth": args.max_depth, "tags": args.max_tags}
    given = {name: value for name, value in given.items() if value is not None}
    if not given:
        return None
    from newsextract.page.limits import Limits

    return Limits(**given)
