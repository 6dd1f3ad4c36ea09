"""The command line as data: what the man page and the shell completions are made of."""

import argparse
from collections.abc import Iterator

import attrs


@attrs.frozen(kw_only=True)
class Option:
    """One option or argument of a command."""

    flags: tuple[str, ...]
    """"-o", "--output"; () of an argument told by its place."""
    value: str | None
    """What its value is called; None where it takes none."""
    choices: tuple[str, ...] = ()
    several: bool = False
    """An argument that may be given more than once."""
    about: str = ""

    @property
    def names_file(self) -> bool:
        """Whether its value is a file or a folder."""
        return self.value in FILES


FILES = frozenset({"FILE", "PATH", "DIR", "SOURCE", "RESULTS"})
"""What values are called that are files or folders."""


@attrs.frozen(kw_only=True)
class Part:
    """One command."""

    name: str
    summary: str
    description: str
    options: tuple[Option, ...]


def outline(parser: argparse.ArgumentParser) -> tuple[Part, ...]:
    """The commands of a parser, in their order."""
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    return tuple(
        Part(
            name=name,
            summary=helps.get(name, ""),
            description=sub.description or "",
            options=tuple(_options(sub)),
        )
        for name, sub in commands.choices.items()
    )


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        yield Option(
            flags=tuple(action.option_strings),
            value=None if action.nargs == 0 else name,
            choices=tuple(map(str, action.choices or ())),
            several=action.nargs in ("*", "+"),
            about=action.help or "",
        )
