"""The man page newsextract.1, made from the parser: `python -m newsextract.cli.manpage` writes it into docs/."""

from collections.abc import Iterator
from pathlib import Path

from newsextract.cli.main import EXIT_CODES, parser
from newsextract.cli.outline import Option, Part, outline

TARGET = Path("docs/newsextract.1")


def page() -> str:
    """The page in the man macros of troff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.TH NEWSEXTRACT 1 "" newsextract "User Commands"'
    yield ".SH NAME\nnewsextract \\- news pages in, typed records out"
    yield ".SH SYNOPSIS\n.B newsextract\n.I COMMAND\n.RI [ OPTION ...]\n.br\n.B newsextract\n.BR \\-\\-version"
    yield ".SH COMMANDS"
    for part in outline(parser()):
        yield from _command(part)
    yield ".SH ENVIRONMENT\n.TP\n.B NEWSEXTRACT_RULES\nA folder of your own rules, as of \\fB\\-\\-rules\\fR."
    yield f".SH EXIT STATUS\n{_plain(EXIT_CODES.partition(': ')[2])}"


def _command(part: Part) -> Iterator[str]:
    arguments = " ".join(_argument(o) for o in part.options if not o.flags)
    yield f'.SS "newsextract {part.name}{" " + arguments if arguments else ""}"'
    prose, _, examples = part.description.strip().partition("\n\n")
    yield _plain(" ".join(prose.split()))
    for line in examples.splitlines():
        if line.strip():
            yield f".PP\n.RS 4\n.nf\n{_plain(line.strip())}\n.fi\n.RE"
    for option in part.options:
        yield f".TP\n{_head(option)}\n{_plain(option.about) or '-'}"


def _argument(option: Option) -> str:
    name = "|".join(option.choices) or option.value or ""
    return f"{name}..." if option.several else name


def _head(option: Option) -> str:
    flags = ", ".join(f"\\fB{_plain(flag)}\\fR" for flag in option.flags)
    value = "|".join(option.choices) or option.value
    shown = f"\\fI{_plain(value)}\\fR" if value else ""
    return " ".join(filter(None, (flags, shown)))


def _plain(text: str) -> str:
    """A text that troff prints as it is."""
    text = text.replace("%(default)s", "").replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
