"""What the page is: an article, live coverage, a listing of articles, or something else.

The signs of `locate.signs` are weighed by a logistic model; its weights are data, fitted on annotated pages by
`benchmarks/kind.py`. Live coverage is told by its own signs, and so is a page that stands in another's place.
"""

import functools
import math
import tomllib
from importlib.resources import files

from newsextract.evidence import RAW_LIMIT, Evidence
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.locate.signs import signs
from newsextract.page.document import css_path
from newsextract.page.schema import types
from newsextract.records.article import Kind
from newsextract.rules.vocabulary import vocabulary

ENTRIES = 3
"""Entries from which on a page is live coverage."""
LISTED = 3
"""Links below which a page lists nothing."""
APOLOGY = 800
"""Characters of body above which a page is about something, whatever its title says."""


def read(page: LabelledPage, body: Body) -> tuple[Kind, Evidence] | None:
    """The kind and its evidence; the confidence is the model's probability."""
    if (plain := _blank(body) or _missing(page, body) or _wall(page, body) or _live(page)) is not None:
        return plain
    present = dict(signs(page, body.flow))
    odds = {kind: _odds(weights, present) for kind, weights in _weights().items()}
    if len(page.document.by_tag.get("a", ())) < LISTED or _is_post(page):
        del odds["listing"]
    whole = sum(odds.values())
    kind = max(odds, key=lambda k: odds[k])
    weight = _weights()[kind]
    telling = sorted(present, key=lambda s: -weight.get(s, 0.0) * present[s])[:5]
    evidence = Evidence(
        source="derived",
        locator="signs",
        raw=", ".join(s for s in telling if weight.get(s, 0.0) > 0)[:RAW_LIMIT],
        confidence=round(odds[kind] / whole, 3),
    )
    return _KINDS[kind], evidence


_KINDS: dict[str, Kind] = {"article": "article", "listing": "listing", "other": "other"}


def _blank(body: Body) -> tuple[Kind, Evidence] | None:
    """A page without any text."""
    if body.flow.runs or body.runs:
        return None
    return "other", Evidence(source="derived", locator="no text", confidence=0.9)


def _missing(page: LabelledPage, body: Body) -> tuple[Kind, Evidence] | None:
    """A page that says it is not there, and little else."""
    if sum(len(r.text) for r in body.runs) > APOLOGY:
        return None
    said = next((t for t in (page.title, page.meta.title) if t and page.rules.words.finds("not_found", t)), None)
    return None if said is None else ("other", Evidence(source="dom", locator="title", raw=said, confidence=0.9))


def _wall(page: LabelledPage, body: Body) -> tuple[Kind, Evidence] | None:
    """A cookie notice in the place of a page: no body, and next to no text outside it."""
    walls = page.labels.of("consent")
    if body.runs or not walls or page.entities.article is not None:
        return None
    outside = (r for r in body.flow.runs if page.labels.around(r.element, "consent") is None)
    if sum(len(r.text) for r in outside) > APOLOGY:
        return None
    return "other", Evidence(source="dom", locator=css_path(walls[0]), confidence=0.9)


def _live(page: LabelledPage) -> tuple[Kind, Evidence] | None:
    declared = next((s for s, e in page.entities.all if "LiveBlogPosting" in types(e)), None)
    if declared is not None:
        return "live-blog", Evidence(source=declared, locator="LiveBlogPosting", confidence=0.95)
    if len(page.labels.of("live-entry")) >= ENTRIES and page.labels.of("live-time"):
        return "live-blog", Evidence(source="dom", locator="live-entry", confidence=0.8)
    return None


def _is_post(page: LabelledPage) -> bool:
    """Whether the body's class says that the page shows a single post."""
    return not vocabulary("pagekinds").phrases("post").isdisjoint(page.document.body.classes)


def _odds(weights: dict[str, float], present: dict[str, float]) -> float:
    return math.exp(sum(weights[s] * v for s, v in present.items() if s in weights))


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    """Kind -> sign -> weight; read once, never changed."""
    table: dict[str, dict[str, float]] = tomllib.loads(files(__package__).joinpath("kind.toml").read_text("utf-8"))
    return table
