"""A table element in, a Table out; None for a table that only sets the page's layout."""

import re
from collections.abc import Iterator, Sequence

import attrs

from newsextract.content import grid
from newsextract.content.context import Context, Piece, Pieces, rejoined
from newsextract.content.grid import COLSPAN_LIMIT, ROWSPAN_LIMIT, Cell, Grid, span
from newsextract.content.inline import elements, lines_in
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.records import Table

ROW_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
"""Tag of a row group -> its place: the standard puts footers last."""

LONG_CELL = 700
"""Characters above which a cell holds running text: cells of 6 annotated tables have at most 290."""

MANY_BLOCKS = 4
"""Paragraphs in one cell from which on it is a column of the page's layout."""

LAYOUT_TAGS = frozenset({"table", "form", "h1", "h2", "article", "section", "nav", "iframe"})
"""Inside a cell they say that the table lays out a page."""

MARGINAL = 2
"""Columns above which the first may name the rows."""
MOST_MARKS, MARKED = 4, 4
"""Different words of a table of marks, and how often each stands in it on average at least."""
SHORT_HEAD = 40
LONGER = 2
"""How much longer than a short first row the cells below are where it names the columns."""

WEEK = 7

DAYS_OF_MONTH = frozenset(str(d) for d in range(1, 32))

BOLD = frozenset({"b", "strong"})

QUOTATION_MARKS = frozenset('“”„«»‹›「」"')
"""A cell of one is no data: wikis set quotations so, as tables."""

_MEASURE = re.compile(r"[~<>≈±]?\s?\d[\d.,/]*+\s?[^\W\d_]{1,6}\.?")
NOTE_STARTS = re.compile(r"[*†‡¹²³]|\(?\d\)\s")


@attrs.frozen
class _Rows:
    """The grid as text, and what of it is marked as header."""

    texts: list[tuple[str, ...]]
    heads: list[bool]
    cells: Grid


def read(context: Context, element: Element) -> Pieces | None:
    """The table; None where its content is to be read as ordinary blocks, [] for calendars and opening hours."""
    if (element.get("role") or "").lower() in {"presentation", "none"}:
        return None
    groups = list(_groups(element))
    cells = [c for group in groups for row in group for c in row]
    if len(cells) < 3 or any(_lays_out(context, c.element) for c in cells):
        return None
    formed = grid.form(groups)
    if formed is None:
        return None
    rows = _texts(context, grid.narrowed(formed), head_rows=_head_rows(element))
    if not rows.texts or len(rows.texts[0]) < 2 or len(rows.texts) < 2:
        return None
    if _is_calendar(rows.texts) or _is_timetable(context, rows.texts):
        return []
    return [Piece(_table(context, element, rows), element)]


def _groups(element: Element) -> Iterator[Sequence[Sequence[Cell]]]:
    """Rows of cells by row group, of <table> and of elements with table roles, footers last."""
    loose: list[Element] = []
    found: list[tuple[int, list[Element]]] = []
    for child in _present(element):
        if child.tag in ROW_GROUPS or child.get("role") == "rowgroup":
            found.append((ROW_GROUPS.get(child.tag, 1), [r for r in _present(child) if _is_row(r)]))
        elif _is_row(child):
            loose.append(child)
    if loose:
        found.append((1, loose))
    for _, rows in sorted(found, key=lambda f: f[0]):
        yield [[_cell(c) for c in _present(row) if _is_cell(c)] for row in rows]


def _present(element: Element) -> Iterator[Element]:
    return (c for c in element.elements if c.removed is None)


def _is_row(element: Element) -> bool:
    return element.tag == "tr" or element.get("role") == "row"


def _is_cell(element: Element) -> bool:
    return element.tag in {"td", "th"} or element.get("role") in CELL_ROLES


CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})


def _cell(element: Element) -> Cell:
    across = element.get("colspan") or element.get("aria-colspan")
    down = element.get("rowspan") or element.get("aria-rowspan")
    return Cell(
        element,
        heads=element.tag == "th" or element.get("role") in {"columnheader", "rowheader"},
        across=span(across, COLSPAN_LIMIT, zero=1),
        down=span(down, ROWSPAN_LIMIT, zero=0),
    )


def _lays_out(context: Context, cell: Element) -> bool:
    if context.kept.length_of_all(cell) > LONG_CELL:
        return True
    inside = context.page.document.within(cell) if cell.end - cell.index > 1 else []
    if any(e.tag in LAYOUT_TAGS for e in inside):
        return True
    return sum(e.tag == "p" for e in inside) >= MANY_BLOCKS


def _head_rows(element: Element) -> int:
    return sum(sum(map(_is_row, _present(c))) for c in _present(element) if c.tag == "thead")


def _texts(context: Context, cells: Grid, *, head_rows: int) -> _Rows:
    """The grid's texts without empty rows and columns, and without rows that broke off."""
    texts: dict[int, str] = {}
    for row in cells:
        for cell in row:
            if cell is not None and cell.element.index not in texts:
                text = lines_in(context.flow, cell.element)
                texts[cell.element.index] = "" if text in QUOTATION_MARKS else text
    written = [tuple(texts[c.element.index] if c is not None else "" for c in row) for row in cells]
    full = [any(column) for column in zip(*written, strict=True)]
    lines = [tuple(t for t, keep in zip(row, full, strict=True) if keep) for row in written]
    keep = [any(row) and not _broke_off(row, after) for row, after in zip(lines, [*lines[1:], ()], strict=True)]
    return _Rows(
        texts=[row for row, kept in zip(lines, keep, strict=True) if kept],
        heads=[n < head_rows or _all_heads(row) for n, (row, kept) in enumerate(zip(cells, keep, strict=True)) if kept],
        cells=[row for row, kept in zip(cells, keep, strict=True) if kept],
    )


def _broke_off(row: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the row is the beginning of the next: it broke off and was begun again."""
    filled = sum(map(bool, row))
    if not 0 < filled < len(row) or sum(map(bool, after)) <= filled:
        return False
    return all(row[:filled]) and row[:filled] == after[:filled]


def _all_heads(row: Sequence[Cell | None]) -> bool:
    filled = [c for c in row if c is not None]
    return bool(filled) and all(c.heads for c in filled)


def _is_calendar(texts: list[tuple[str, ...]]) -> bool:
    days = [t for row in texts for t in row if t.removeprefix("0") in DAYS_OF_MONTH]
    return len(texts[0]) == WEEK and len(days) >= 28 and [int(d) for d in days] == sorted(int(d) for d in days)


def _is_timetable(context: Context, texts: list[tuple[str, ...]]) -> bool:
    """Whether the rows are the days of a week: opening hours."""
    words = context.page.rules.words
    return len(texts) <= WEEK + 2 and sum(words.equals("weekdays", row[0]) for row in texts) >= WEEK - 2


def _table(context: Context, element: Element, rows: _Rows) -> Table:
    caption = _caption(context, element)
    texts, heads, cells = rows.texts, rows.heads, rows.cells
    if caption is None and len(texts) > 2 and _spans_all(cells[0]) and not _spans_all(cells[1]):
        caption, texts, heads, cells = texts[0][0], texts[1:], heads[1:], cells[1:]
    head = next((n for n, h in enumerate(heads) if not h), len(heads))
    if head == len(heads):
        head = 1 if len(heads) > 1 else 0
    if head == 0 and _reads_as_header(context, texts, cells):
        head = 1
    foot = len(texts)
    while foot > head + 1 and _spans_all(cells[foot - 1]) and NOTE_STARTS.match(texts[foot - 1][0]):
        foot -= 1
    return Table(
        caption=caption,
        header=_joined(texts[:head]),
        rows=tuple(texts[head:foot]),
        footnotes=tuple(row[0] for row in texts[foot:]),
        path=context.path(element),
    )


def _spans_all(row: Sequence[Cell | None]) -> bool:
    return len(row) > 1 and row[0] is not None and all(c is row[0] for c in row)


def _joined(heads: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Header rows as one: the different texts above a column, top down."""
    return tuple(" ".join(dict.fromkeys(t for t in column if t)) for column in zip(*heads, strict=True))


def _reads_as_header(context: Context, texts: list[tuple[str, ...]], cells: Grid) -> bool:
    """Whether an unmarked first row is set in bold where the second is not, or is words above numbers."""
    if len(texts) < 2 or not all(texts[0][1:]):
        return False
    if _is_bold(context, cells[0]) and not _is_bold(context, cells[1]):
        return True
    body = texts[1:]
    columns = list(zip(*body, strict=True))
    first = 1 if len(columns) > MARGINAL else 0  # the first of many columns names the rows
    if all(texts[0]) and len(body) > 1 and all(map(_is_over, texts[0][first:], columns[first:])):
        return True
    if first and _are_marks(texts[0][first:], columns[first:]):
        return True
    numeric = [all(_is_number(row[c]) for row in body if row[c]) for c in range(len(texts[0]))]
    measured = any(_is_measure(t) and any(map(_is_measure, columns[c])) for c, t in enumerate(texts[0]))
    return any(numeric) and not measured and not any(_is_number(t) for t in texts[0])


def _are_marks(heads: Sequence[str], columns: list[tuple[str, ...]]) -> bool:
    """Whether different names stand over the same few words again and again: "Yes" and "No", "Basic" and "Best"."""
    said = [text for column in columns for text in column]
    marks = set(said)
    few = len(marks) <= MOST_MARKS and len(said) >= MARKED * len(marks)
    return few and len(set(heads)) == len(heads) and marks.isdisjoint(heads)


def _is_over(head: str, column: Sequence[str]) -> bool:
    """Whether a short text stands over much longer ones, as a column's name does."""
    return len(head) <= SHORT_HEAD and sum(map(len, column)) >= LONGER * len(head) * len(column)


def _is_bold(context: Context, row: Sequence[Cell | None]) -> bool:
    cells = [c for c in row if c is not None]
    return bool(cells) and all(all(_bold_part(p) for p in context.flow.parts(c.element)) for c in cells)


def _bold_part(part: Run | Element) -> bool:
    if isinstance(part, Run):
        first = next((n for n in part.nodes if not isinstance(n, str) or n.strip()), None)
        return not isinstance(first, str) and any(e.tag in BOLD for e in elements([first] if first else []))
    return part.tag in BOLD or any(e.tag in BOLD for e in elements([part]))


def _is_number(text: str) -> bool:
    return bool(text) and sum(c.isdigit() for c in text) * 2 >= len(text.replace(" ", ""))


def _is_measure(text: str) -> bool:
    """Whether a text is a number and its unit: "434 kcal"."""
    return _MEASURE.fullmatch(text) is not None


def _caption(context: Context, element: Element) -> str | None:
    for child in element.elements:
        if child.tag == "caption":
            return lines_in(context.flow, child).replace("\n", " ") or None
    figure = element.parent
    if figure is not None and figure.tag == "figure":
        for child in figure.elements:
            if child.tag == "figcaption":
                return lines_in(context.flow, child).replace("\n", " ") or None
    return None


def joined(pieces: Pieces) -> Pieces:
    """Tables split over neighbouring fragments as one: equal width, and no header of its own or the same again."""
    return rejoined(pieces, _goes_on, _whole)


def _goes_on(fragments: Pieces, piece: Piece) -> bool:
    before, after = fragments[0].block, piece.block
    if not (isinstance(before, Table) and isinstance(after, Table)) or after.caption is not None or not before.header:
        return False
    if len(after.rows[0] if after.rows else ()) != len(before.header):
        return False
    return not after.header or after.header == before.header


def _whole(fragments: Pieces) -> Table:
    tables = [p.block for p in fragments if isinstance(p.block, Table)]
    return attrs.evolve(
        tables[0],
        rows=tuple(row for t in tables for row in t.rows),
        footnotes=tuple(note for t in tables for note in t.footnotes),
    )
