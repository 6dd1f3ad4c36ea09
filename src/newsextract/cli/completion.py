"""`newsextract completion SHELL`: what makes the Tab key know commands, options, and their values."""

import argparse
from collections.abc import Callable, Iterator
from typing import Final

from newsextract.cli import output
from newsextract.cli.outline import Option, Part, outline

NAME = "completion"
SUMMARY = "print a completion script for bash, zsh or fish"
DESCRIPTION = """\
Print a script that lets the Tab key complete commands, options and values. It holds what this version knows: make it
anew after an update.

  newsextract completion bash > ~/.local/share/bash-completion/completions/newsextract
  newsextract completion zsh > ~/.zfunc/_newsextract
  newsextract completion fish > ~/.config/fish/completions/newsextract.fish
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("shell", choices=[*SHELLS], help="the shell to complete for")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    from newsextract.cli.main import parser

    output.put("\n".join(SHELLS[args.shell](outline(parser()))))
    return 0


def _bash(parts: tuple[Part, ...]) -> Iterator[str]:
    yield "# bash completion of newsextract"
    yield "_newsextract() {"
    yield '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"'
    yield "  COMPREPLY=()"
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    COMPREPLY=($(compgen -W "{" ".join(p.name for p in parts)} --version --help" -- "$current")); return'
    yield "  fi"
    yield '  case "$command:$before" in'
    for part in parts:
        for option in part.options:
            if option.choices and option.flags:
                names = "|".join(f"{part.name}:{flag}" for flag in option.flags)
                yield f'    {names}) COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current")); return ;;'
    yield "  esac"
    yield '  case "$command:$current" in'
    for part in parts:
        flags = " ".join(flag for option in part.options for flag in option.flags)
        yield f'    {part.name}:-*) COMPREPLY=($(compgen -W "{flags}" -- "$current")) ;;'
        if choices := _of_arguments(part):
            yield f'    {part.name}:*) COMPREPLY=($(compgen -f -W "{choices}" -- "$current")) ;;'
    yield '    *) COMPREPLY=($(compgen -f -- "$current")) ;;'
    yield "  esac"
    yield "}"
    yield "complete -o filenames -F _newsextract newsextract"


def _zsh(parts: tuple[Part, ...]) -> Iterator[str]:
    yield "#compdef newsextract"
    yield "_newsextract() {"
    yield "  local -a commands=("
    yield from (f"    {_quoted(f'{p.name}:{p.summary}')}" for p in parts)
    yield "  )"
    yield "  if (( CURRENT == 2 )); then _describe command commands; return; fi"
    yield '  local command="$words[2]"'
    yield "  shift words; (( CURRENT-- ))"
    yield '  case "$command" in'
    for part in parts:
        yield f"    {part.name})"
        yield "      _arguments -s \\"
        for option in part.options:
            yield f"        {_quoted(_zsh_option(option))} \\"
        yield "        ;;"
    yield "  esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = _newsextract ]; then _newsextract "$@"; else compdef _newsextract newsextract; fi'


def _zsh_option(option: Option) -> str:
    about = option.about.replace("[", "(").replace("]", ")").replace(":", " –")
    values = f"({' '.join(option.choices)})" if option.choices else "_files" if option.names_file else ""
    if not option.flags:
        return f"{'*' if option.several else ''}:{(option.value or '').lower()}:{values or '_files'}"
    head = option.flags[-1]
    taken = f":{option.value.lower()}:{values}" if option.value else ""
    return f"*{head}[{about}]{taken}"


def _fish(parts: tuple[Part, ...]) -> Iterator[str]:
    yield "# fish completion of newsextract"
    names = " ".join(p.name for p in parts)
    for part in parts:
        yield (
            f"complete -c newsextract -f -n 'not __fish_seen_subcommand_from {names}' "
            f"-a {part.name} -d {_fish_quoted(part.summary)}"
        )
        seen = f"-n '__fish_seen_subcommand_from {part.name}'"
        for option in part.options:
            yield f"complete -c newsextract {seen} {_fish_option(option)}"


def _fish_option(option: Option) -> str:
    parts = [f"-l {f[2:]}" if f.startswith("--") else f"-s {f[1:]}" for f in option.flags]
    if option.choices:
        parts += ["-x" if option.flags else "-f", f"-a {_fish_quoted(' '.join(option.choices))}"]
    elif option.flags and option.value:
        parts.append("-r" if option.names_file else "-x")
    return " ".join([*parts, f"-d {_fish_quoted(option.about)}"])


def _of_arguments(part: Part) -> str:
    return " ".join(choice for option in part.options if not option.flags for choice in option.choices)


def _quoted(text: str) -> str:
    """A word of a POSIX shell, whatever is in it."""
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Final[dict[str, Callable[[tuple[Part, ...]], Iterator[str]]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""Shells, and how their script is written."""
