"""An Explanation in, tables of plain text out, for a terminal."""

import io
from typing import TYPE_CHECKING

from newsextract.errors import MissingExtra
from newsextract.export import safe
from newsextract.report.regions import Value, excerpt

if TYPE_CHECKING:
    from newsextract.report.explanation import Explanation

WIDTH = 120
"""Columns, where the terminal does not say."""


def table(explanation: "Explanation", width: int = WIDTH) -> str:
    """The fields with their evidence, the body, the related posts and what was removed; MissingExtra without rich."""
    try:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text
    except ImportError as error:
        raise MissingExtra("explain --terminal", "cli") from error
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False, markup=False)
    for title, columns, group in _TABLES:
        rows = [v for v in explanation.values if v.group == group]
        if not rows:
            continue
        grid = Table(*columns, title=f"{title} ({len(rows)})", title_justify="left", expand=True)
        for value in rows:
            grid.add_row(*(Text(safe.text(cell)) for cell in _cells(value)))
        console.print(grid)
    return out.getvalue()


_TABLES = (
    ("Fields", ("field", "value", "source", "sure", "lost"), "field"),
    ("Body", ("block", "text"), "body"),
    ("Related", ("relation", "title"), "related"),
    ("Removed", ("kind", "text", "rule"), "removed"),
    ("Left: neither removed nor body", ("", "text"), "left"),
)


def _cells(value: Value) -> tuple[str, ...]:
    if value.group == "removed":
        return value.name, value.text, value.rule or ""
    if value.group != "field":
        return value.name, value.text
    why = value.evidence
    if why is None:
        return value.name, value.text, "", "", ""
    losers = "; ".join(dict.fromkeys(excerpt(x.raw) for x in why.losing[:3]))
    source = why.source + (f" {_short(why.locator)}" if why.locator else "")
    return value.name, excerpt(value.text), source, f"{why.confidence:.2f}", losers


def _short(locator: str) -> str:
    """The last steps of a CSS path."""
    steps = locator.split(" > ")
    return " > ".join(["…", *steps[-2:]]) if len(steps) > 3 else locator
