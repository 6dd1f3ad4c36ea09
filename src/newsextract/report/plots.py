"""Counts in, plots as SVG out, to stand in an HTML file: they take its text colour, so they do in light and in dark."""

import io
import warnings
from collections.abc import Callable, Iterable, Sequence
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from newsextract.errors import MissingExtra

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, ACCENT = "#010203", "#040506"
"""Colours drawn with, which become those of the document."""

_STYLE: dict[str, Any] = {
    "svg.fonttype": "none",
    "font.size": 10,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}

SIZE = (6.4, 2.6)
"""Inches; the document scales them."""


def bars(name: str, counts: Sequence[tuple[str, int]]) -> str:
    """Named counts as horizontal bars, the first on top."""

    def draw(axes: "Axes") -> None:
        places = range(len(counts), 0, -1)
        drawn = axes.barh(places, [c for _, c in counts], color=ACCENT)
        axes.set_yticks(places, [_label(n) for n, _ in counts])
        axes.bar_label(drawn, padding=3, fmt="{:,.0f}")

    return _svg(name, draw, height=0.7 + 0.26 * len(counts))


LONGEST_LABEL = 32
"""Characters beside a bar; longer names would leave no room for it."""


def _label(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"


def series(name: str, counts: Sequence[tuple[str, int]], label: str) -> str:
    """Counts over time, one bar a step."""

    def draw(axes: "Axes") -> None:
        places = range(len(counts))
        axes.bar(places, [c for _, c in counts], color=ACCENT, width=0.9)
        step = max(1, len(counts) // 7)
        axes.set_xticks(list(places)[::step], [n for n, _ in counts][::step])
        axes.set_ylabel(label)

    return _svg(name, draw)


def histogram(name: str, values: Iterable[int], label: str) -> str:
    """How values of many magnitudes are spread, on a logarithmic scale."""

    def draw(axes: "Axes") -> None:
        steps = [10 ** (2 + i / 10) for i in range(31)]
        ticks = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]
        axes.hist([min(max(v, 100), 100_000) for v in values], bins=steps, color=ACCENT, rwidth=0.92)
        axes.set_xscale("log")
        axes.set_xticks(ticks, [f"{t:,}" for t in ticks])
        axes.minorticks_off()
        axes.set_xlabel(label)
        axes.set_ylabel("pages")

    return _svg(name, draw)


def require() -> None:
    """MissingExtra where nothing can be drawn; to be asked before hours of results are read."""
    if find_spec("matplotlib") is None:
        raise MissingExtra("newsextract report", "report")


def _svg(name: str, draw: "Callable[[Axes], None]", height: float = SIZE[1]) -> str:
    require()
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    out = io.StringIO()
    style: Any = {**_STYLE, "svg.hashsalt": name}
    with matplotlib.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # of a font that only measures: the browser draws with its own
        figure = Figure(figsize=(SIZE[0], height), layout="constrained")
        FigureCanvasSVG(figure)
        draw(figure.add_subplot())
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    drawn = out.getvalue()
    drawn = drawn[drawn.index("<svg") :].replace(INK, "currentColor").replace(ACCENT, "var(--accent)")
    return drawn.replace("<svg", f'<svg role="img" aria-label="{escape(name)}"', 1)
