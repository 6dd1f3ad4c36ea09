"""`newsextract …`: the entry point."""


def main() -> int:
    """Run the command line; the process's exit code."""
    raise NotImplementedError
