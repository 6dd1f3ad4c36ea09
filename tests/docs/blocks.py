"""The code blocks of the README and of the pages of the manual."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").rglob("*.md"))]

_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+?) -->\n+)?^(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)
_TITLE = re.compile(r'title="([^"]*)"')


@attrs.frozen
class Block:
    """One fenced block."""

    page: str
    line: int
    language: str
    title: str | None
    text: str
    reason: str | None
    """Why it is not run."""


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page, in order."""
    content = (ROOT / page).read_text(encoding="utf-8")
    for found in _BLOCK.finditer(content):
        language, _, rest = found["info"].strip().partition(" ")
        title = _TITLE.search(rest)
        line = content.count("\n", 0, found.start("fence")) + 1
        yield Block(page, line, language, title[1] if title else None, found["text"], found["reason"])


def prose(page: str) -> str:
    """The page without its fenced blocks."""
    return _BLOCK.sub("", (ROOT / page).read_text(encoding="utf-8"))
