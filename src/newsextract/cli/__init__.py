"""The command line: parses arguments, calls the library, prints."""

from newsextract.cli.main import main

__all__ = ["main"]
