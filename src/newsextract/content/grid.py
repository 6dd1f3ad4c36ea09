"""Rows of cells with spans in, a rectangular grid out: the HTML standard's algorithm for forming a table.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table. Cells do not grow out of their row group;
`rowspan=0` reaches to its end. Markup can ask for far more slots than it has cells, so spans are capped.
"""

from collections.abc import Iterable, Sequence

import attrs

from newsextract.page.document import Element

COLSPAN_LIMIT = 1000
"""As the standard clips it."""

ROWSPAN_LIMIT = 65534
"""As the standard clips it."""

SLOT_LIMIT = 1_000_000
"""Slots of one grid; a table that asks for more (few rows of data do) is no table to read."""


@attrs.frozen
class Cell:
    """A cell as the markup has it."""

    element: Element
    heads: bool = False
    """Whether it is marked as a header cell."""
    across: int = 1
    down: int = 1
    """Rows it covers; 0 is all that are left of its group."""


Row = Sequence[Cell]
Grid = list[list[Cell | None]]
"""Rows of equal width; a spanned cell stands in every slot it covers, None where the markup has no cell."""


def form(groups: Iterable[Sequence[Row]]) -> Grid | None:
    """The grid of row groups (thead, each tbody, tfoot), or None where it would be too big."""
    grid: Grid = []
    slots = width = 0
    for group in groups:
        growing: dict[int, tuple[Cell, int]] = {}
        for number, row in enumerate(group):
            slotted, growing = _place(row, growing, len(group) - number)
            grid.append(slotted)
            width = max(width, len(slotted))
            slots += len(slotted)
            if slots > SLOT_LIMIT:
                return None
    if width * len(grid) > SLOT_LIMIT:
        return None
    for slotted in grid:
        slotted.extend([None] * (width - len(slotted)))
    return grid


def _place(
    row: Row, growing: dict[int, tuple[Cell, int]], rows_left: int
) -> tuple[list[Cell | None], dict[int, tuple[Cell, int]]]:
    """One row's slots, and the cells that grow on into the next: column -> (cell, rows still to fill)."""
    slots: dict[int, Cell] = {column: cell for column, (cell, _) in growing.items()}
    still = {column: (cell, left - 1) for column, (cell, left) in growing.items() if left > 1}
    column = 0
    for cell in row:
        while column in slots:
            column += 1
        down = min(cell.down or rows_left, rows_left)
        for place in range(column, column + cell.across):
            slots.setdefault(place, cell)
            if down > 1:
                still[place] = (cell, down - 1)
        column += cell.across
    return [slots.get(c) for c in range(max(slots, default=-1) + 1)], still


def narrowed(grid: Grid) -> Grid:
    """The grid without columns in which no cell begins: those that only a wider span asks for."""
    if not grid:
        return grid
    begins = bytearray(len(grid[0]))
    before: list[Cell | None] = []
    for row in grid:
        for column, cell in enumerate(row):
            if cell is None or begins[column]:
                continue
            goes_on = (column and row[column - 1] is cell) or (before and before[column] is cell)
            if not goes_on:
                begins[column] = 1
        before = row
    if all(begins):
        return grid
    return [[c for c, keep in zip(row, begins, strict=True) if keep] for row in grid]


def span(value: str | None, limit: int, *, zero: int) -> int:
    """A span attribute's value as the standard reads it: 1 where it is no number, clipped at the limit."""
    digits = (value or "").strip().removeprefix("+")
    number = ""
    for character in digits[:6]:
        if not ("0" <= character <= "9"):
            break
        number += character
    return min(int(number), limit) or zero if number else 1
