"""Runs in, one row of numbers a run out: what the body model sees.

Everything is relative or bounded, so that rows of a small blog page and of a large portal page compare: lengths as
logarithms, places as shares of the page. `NAMES` names the columns.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from newsextract.label import LabelledPage
from newsextract.locate import chain, landmarks
from newsextract.locate.chain import Chains
from newsextract.locate.sums import Sums
from newsextract.locate.texts import Texts
from newsextract.locate.vocabulary import Phrases, Vocabulary
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.text import HEADINGS

TAG_CODES = {
    "p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 7, "h6": 8, "td": 9, "th": 10, "div": 11,
    "blockquote": 12, "figcaption": 13, "dt": 14, "dd": 15, "pre": 16, "article": 17, "section": 18, "a": 19,
    "span": 20, "header": 21, "footer": 22, "aside": 23, "label": 24, "button": 25, "center": 26, "summary": 27,
    "caption": 28, "address": 29, "body": 30, "main": 31, "nav": 32, "form": 33, "legend": 34, "details": 35,
    "figure": 36, "font": 37,
}  # fmt: skip
"""Tags of the elements that hold runs; 0 for any other."""
_CODES = {tag: float(code) for tag, code in TAG_CODES.items()}

Outline: TypeAlias = tuple[float, float, float, float, float]
"""What the rows of a run's neighbours say of it."""

RUN_NAMES = (
    "tag", "length", "words", "link_density", "commas", "stops", "ends_sentence", "digits", "upper", "marks",
    "word_length", "bold", "italic", "is_title", "in_body_entity", "copies", "earlier_copy", "is_description",
    "title_share", "opening_share", "phrase_mean", "phrase_low", "phrase_high", "phrase_known",
)  # fmt: skip
PLACE_NAMES = (
    "place", "text_before", "after_title", "title_distance", "prose_before", "prose_after", "heading_phrase",
    "heading_low", "heading_distance", "heading_level", "prose_gap", "next_prose_gap", "same_holder_before",
    "same_holder_after",
)  # fmt: skip
AROUND = (-2, -1, 1, 2)
"""Neighbouring runs whose outline is in a run's row."""
AROUND_NAMES = tuple(f"{n}{d:+d}" for d in AROUND for n in ("tag", "length", "link_density", "own_low", "phrase"))
PAGE_NAMES = (
    "page_runs", "page_prose", "page_density", "page_prose_runs", "best_share", "has_article", "has_main",
    "og_article", "entity_article", "entity_body", "page_h2", "page_li", "page_links", "url_depth", "url_digits",
    "slug_words",
)  # fmt: skip
NAMES = RUN_NAMES + chain.NAMES + PLACE_NAMES + AROUND_NAMES + PAGE_NAMES + landmarks.NAMES + ("depth_off",)
_DEPTH = chain.NAMES.index("depth")

TOGETHER = 32
"""Runs whose columns are made at a time: the same steps for many are faster than many steps for each."""

FAR = 50
"""Runs from which on a distance to running text makes no difference."""


def rows(page: LabelledPage, flow: Flow, vocabulary: Vocabulary) -> Iterator[list[float]]:
    """One row a run of the flow, columns as `NAMES`; made as they are asked for, as all at once are a page's memory."""
    sums = Sums(page, flow, vocabulary)
    texts = Texts(page, flow.runs)
    phrases = list(vocabulary.phrase_odds([run.text for run in flow.runs]))
    headline = page.headline or next((r.element for r in flow.runs if r.element.tag == "h1"), None)
    chains = Chains(page, sums, headline)
    whole = _whole_page(page, sums, texts)
    start = _title_place(page.headline, flow.runs) or 0
    usual = landmarks.usual_depth(sums)
    outlines = _outlines(flow.runs, sums, phrases)
    places, neighbours = _places(page, sums, phrases), _around(outlines)
    marks = landmarks.columns(page, sums, start)
    for at in range(0, len(flow.runs), TOGETHER):
        some = slice(at, at + TOGETHER)
        runs = flow.runs[some]
        for single, chained, place, around, behind in zip(
            list(_singles(runs, outlines[some], phrases[some], texts)),
            [chains.row(run.element) for run in runs],
            list(islice(places, TOGETHER)),
            list(islice(neighbours, TOGETHER)),
            list(islice(marks, TOGETHER)),
            strict=True,
        ):
            yield [*single, *chained, *place, *around, *whole, *behind, chained[_DEPTH] - usual]


def _outlines(runs: list[Run], sums: Sums, phrases: list[Phrases]) -> list[Outline]:
    """What the rows of a run's neighbours say of it: tag, length, link density, lowest odds of its names, phrases."""
    log, code, odds = math.log1p, _CODES.get, sums.odds
    return [
        (code(r.element.tag, 0.0), log(r.extent), r.link_length / len(r.text), odds[r.element.index][0], phrase[0])
        for r, phrase in zip(runs, phrases, strict=True)
    ]


def _singles(runs: list[Run], outlines: list[Outline], phrases: list[Phrases], texts: Texts) -> Iterator[list[float]]:
    """What runs say by themselves, and set beside the page's title, description and stated body."""
    for run, outline, phrase, marks, likeness in zip(
        runs, outlines, phrases, texts.marks(runs), texts.likeness(runs), strict=True
    ):
        first = _first_tag(run)
        yield [
            outline[0], outline[1], marks[0], outline[2], *marks[1:],
            1.0 if first in ("b", "strong") else 0.0, 1.0 if first in ("i", "em") else 0.0, *likeness, *phrase,
        ]  # fmt: skip


def _first_tag(run: Run) -> str:
    """The tag of the first element of a run; "" where it is nothing but text."""
    for node in run.nodes:
        if not isinstance(node, str):
            return node.tag
    return ""


def _places(page: LabelledPage, sums: Sums, phrases: list[Phrases]) -> Iterator[list[float]]:
    """Where each run stands: in the page, to the title, to the last heading, to running text, to its neighbours."""
    runs, total, total_prose = sums.runs, sums.total, sums.total_prose
    title_at = _title_place(page.headline, runs)
    last = max(1, len(runs))
    before = prose = 0
    heading: tuple[float, float, int, int] = (0.0, 0.0, -1, 0)
    gaps = zip(_gaps(sums.prose_flags), reversed(_gaps(reversed(sums.prose_flags))), strict=True)
    for i, (run, flag, (gap, next_gap)) in enumerate(zip(runs, sums.prose_flags, gaps, strict=True)):
        length = run.extent
        own = length if flag else 0
        distance = i - title_at if title_at is not None else 0
        parent = run.element.parent
        yield [
            i / last, before / total, 0.0 if title_at is None else math.copysign(1.0, distance + 0.5),
            math.copysign(math.log1p(abs(distance)), distance), prose / total_prose,
            (total_prose - prose - own) / total_prose, heading[0], heading[1], math.log1p(i - heading[2]),
            float(heading[3]), math.log1p(gap), math.log1p(next_gap),
            1.0 if i > 0 and runs[i - 1].element.parent is parent else 0.0,
            1.0 if i + 1 < len(runs) and runs[i + 1].element.parent is parent else 0.0,
        ]  # fmt: skip
        if run.element.tag in HEADINGS:
            heading = (phrases[i][0], min(sums.lowest(run.element), 0.0), i, int(run.element.tag[1]))
        before += length
        prose += own


def _title_place(headline: Element | None, runs: list[Run]) -> int | None:
    place = next((i for i, r in enumerate(runs) if r.element.tag == "h1"), None)
    if headline is not None:
        place = next((i for i, r in enumerate(runs) if r.element in headline), place)
    return place


def _gaps(flags: Iterable[bool]) -> list[int]:
    """Per place: runs since the last flagged one."""
    out, since = [], FAR
    for flag in flags:
        out.append(min(since, FAR))
        since = 0 if flag else since + 1
    return out


def _around(outlines: Sequence[Outline]) -> Iterator[list[float]]:
    """The outlines of the runs before and after each run."""
    edge: list[Outline] = [(-1.0, 0.0, 0.0, 0.0, 0.0)] * max(AROUND)
    padded = [*edge, *outlines, *edge]
    for i in range(len(edge), len(edge) + len(outlines)):
        row: list[float] = []
        for d in AROUND:
            row += padded[i + d]
        yield row


def _whole_page(page: LabelledPage, sums: Sums, texts: Texts) -> list[float]:
    """What every run of the page has in common."""
    body = page.document.body.index
    by_tag = page.document.by_tag
    holders = sum(
        1
        for tag in ("div", "article", "section", "td", "main")
        for e in by_tag.get(tag, ())
        if sums.prose_runs[e.index]
    )
    parts = (page.url or "").split("?")[0].split("/", 3)
    path = parts[3] if len(parts) > 3 else ""
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    return [
        math.log1p(len(sums.runs)), math.log1p(sums.prose[body]), sums.links[body] / sums.total,
        math.log1p(sums.prose_runs[body]), float(holders), float(len(by_tag.get("article", ()))),
        float("main" in by_tag), float((page.meta.first("og:type") or "").lower() == "article"),
        float(page.entities.article is not None), float(texts.has_stated), math.log1p(len(by_tag.get("h2", ()))),
        math.log1p(len(by_tag.get("li", ()))), math.log1p(len(by_tag.get("a", ()))), float(path.count("/")),
        float(sum(map(str.isdecimal, path))), float(slug.count("-")),
    ]  # fmt: skip
