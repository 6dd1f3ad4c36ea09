"""Forming a table, against another implementation and against the standard's own rules."""

import io
from collections import Counter

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newsextract.content.grid import Cell, Grid, form, narrowed, span
from newsextract.page.document import Document

Spans = list[list[tuple[int, int]]]


def grid(*groups: Spans) -> Grid:
    """The grid of row groups given as (colspan, rowspan) of each cell."""
    document = Document("<p></p>")
    formed = form([[[Cell(document.body, across=a, down=d) for a, d in row] for row in group] for group in groups])
    assert formed is not None
    return formed


def shape(formed: Grid) -> list[str]:
    """Each row as letters, one a cell in order of appearance, "." where there is none."""
    names: dict[int, str] = {}
    return ["".join("." if c is None else names.setdefault(id(c), chr(97 + len(names))) for c in r) for r in formed]


CELLS = st.tuples(st.integers(1, 3), st.integers(1, 3))


@settings(suppress_health_check=[HealthCheck.filter_too_much], deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_grid_is_what_pandas_reads(spans: Spans) -> None:
    formed = grid(spans)
    slots = Counter(id(c) for row in formed for c in row if c is not None)
    area = sum(a * min(d, len(spans) - n) for n, row in enumerate(spans) for a, d in row)
    # Cells that overlap, and slots without a cell, are errors that each implementation reads in its own way.
    assume(sum(slots.values()) == area == len(formed) * len(formed[0]))
    names = iter(f"c{n}" for n in range(100))
    rows = "".join(
        "<tr>" + "".join(f"<td colspan={a} rowspan={d}>{next(names)}</td>" for a, d in row) + "</tr>" for row in spans
    )
    frame = pd.read_html(io.StringIO(f"<table><tbody>{rows}</tbody></table>"), flavor="lxml", keep_default_na=False)[0]
    expected = [["" if pd.isna(v) else str(v) for v in row] for row in frame.to_numpy().tolist()][: len(spans)]
    names = iter(f"c{n}" for n in range(100))
    texts: dict[int, str] = {}
    for row in formed:
        for cell in row:
            if cell is not None and id(cell) not in texts:
                texts[id(cell)] = next(names)
    assert [["" if c is None else texts[id(c)] for c in row] for row in formed] == expected


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([[[(2, 1)], [(1, 1), (1, 1)]]], ["aa", "bc"]),
        ([[[(1, 0), (1, 1)], [(1, 1)], [(1, 1)]]], ["ab", "ac", "ad"]),
        ([[[(1, 9), (1, 1)]], [[(1, 1), (1, 1)]]], ["ab", "cd"]),
        ([[[(1, 1)], [(1, 1), (1, 1)]]], ["a.", "bc"]),
    ],
    ids=["a cell over two columns", "to the end of its group", "not out of its group", "a short row"],
)
def test_a_grid_is_formed_as_the_standard_says(groups: list[Spans], expected: list[str]) -> None:
    assert shape(grid(*groups)) == expected


def test_columns_that_only_a_span_asks_for_are_dropped() -> None:
    assert shape(narrowed(grid([[(100, 1)], [(1, 1), (1, 1)]]))) == ["aa", "bc"]


def test_a_grid_beyond_all_measure_is_refused() -> None:
    document = Document("<p></p>")
    assert form([[[Cell(document.body, across=1000, down=65534)]] * 5000]) is None


@pytest.mark.parametrize(
    ("value", "limit", "expected"),
    [
        ("3", 1000, 3),
        (" 2 ", 1000, 2),
        ("9999", 1000, 1000),
        ("x", 1000, 1),
        (None, 1000, 1),
        ("2x", 1000, 2),
        ("0", 1000, 1),
    ],
)
def test_a_span_is_read_as_the_standard_says(value: str | None, limit: int, expected: int) -> None:
    assert span(value, limit, zero=1) == expected
