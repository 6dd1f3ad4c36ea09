"""`newsextract schema`: the JSON Schema of a record."""

import argparse

from newsextract.cli import output

NAME = "schema"
SUMMARY = "print the JSON Schema of a record"
DESCRIPTION = "Print the JSON Schema (2020-12) that every record of `newsextract extract` follows."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing."""


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    from newsextract.export import schema

    output.put(schema.BUNDLED.read_text(encoding="utf-8").rstrip("\n"))
    return 0
