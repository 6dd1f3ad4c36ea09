"""The parser of the command line: a fault is one line that says where help is, and options may stand anywhere."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from newsextract.cli import output

WRONG_USAGE = 2
"""Exit code of a command line that is none."""


class Parser(argparse.ArgumentParser):
    """A parser whose faults are one line: `newsextract: extract: argument --fields: no such key: …`."""

    def error(self, message: str) -> NoReturn:
        """End as wrong usage."""
        about = " ".join(self.prog.split()[1:]) or "wrong usage"
        output.complain(about, f"{message}; see {self.prog} --help")
        self.exit(WRONG_USAGE)


class Commands(argparse._SubParsersAction):  # type: ignore[type-arg]  # a class of argparse that has no public name
    """The commands, each of which takes its sources and options in any order: `extract a.html --pretty b.html`.

    argparse's own action takes sources that stand together alone.
    """

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Parse what follows the name of a command with that command's parser."""
        name, *rest = list(values or ())
        setattr(namespace, self.dest, name)
        command = self._name_parser_map[name]
        # Parsing options first would lose the "--" that makes "-odd.html" a source.
        parsed = command.parse_args(rest) if "--" in rest else command.parse_intermixed_args(rest)
        for key, value in vars(parsed).items():
            setattr(namespace, key, value)
